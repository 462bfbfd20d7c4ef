// Django's ConditionalGetMiddleware: an ETag on the answer, and 304 for whoever has it already.
import { createHash } from 'node:crypto';
import { type Answer, encode } from './answers.ts';

export function answerConditionally(answer: Answer, asked: Headers): Answer {
  if (answer.status !== 200 || answer.body === null || 'html' in answer.body) return answer;
  const bytes = 'bytes' in answer.body ? answer.body.bytes : encode(JSON.stringify(answer.body.json));
  const headers = { ...answer.headers, ETag: `"${createHash('md5').update(bytes).digest('hex')}"` };
  return isSame(asked.get('If-None-Match'), headers.ETag)
    ? { status: 304, body: null, headers }
    : { status: 200, body: { bytes, type: 'application/json' }, headers };
}

/** Weak comparison (RFC 9110 §8.8.3.2): proxies that compress mark an ETag as weak. */
function isSame(asked: string | null, own: string): boolean {
  return (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === own);
}
