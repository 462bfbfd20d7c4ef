// What do we know after this answer? The rules by which a read or a write is told as done, refused, not done, or not known.
// For writes the safe side is "not known": only proof that nothing was executed lets anything be sent again.
import type { AppError, Thing } from '../../shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Evidence } from './evidence.ts';
import { readServerWords } from './read-error.ts';
import { readRetryAfter } from './retry-after.ts';

export type WriteOutcome =
  | { readonly class: 'done'; readonly body: unknown }
  /** Certain that the server has not carried it out: nothing left this computer, or the server said so before its handler ran. */
  | { readonly class: 'not-done'; readonly error: AppError }
  /** The server looked at it and refused it. */
  | { readonly class: 'refused'; readonly error: AppError }
  | { readonly class: 'unknown'; readonly error: AppError };

export interface Asked {
  readonly thing: Thing;
  readonly id: number | null;
}

/** @param emptyIsFine a success without a body counts as done: only for writes whose result need not be read back. */
export function judgeWrite(evidence: Evidence, asked: Asked, emptyIsFine = false): WriteOutcome {
  if (evidence.kind === 'no-answer') {
    return evidence.certainlyNotSent && evidence.reason !== 'redirected'
      ? { class: 'not-done', error: { kind: 'unreachable', reason: evidence.reason } }
      : { class: 'unknown', error: unknown(asked, null) };
  }
  const { status, body } = evidence;
  if (status >= 200 && status < 300) {
    if (body.kind === 'json') return { class: 'done', body: body.value };
    return body.kind === 'empty' && (emptyIsFine || status === 204)
      ? { class: 'done', body: null }
      : { class: 'unknown', error: unknown(asked, status) };
  }
  if (status < 400 || status >= 500 || status === 408) return { class: 'unknown', error: unknown(asked, status) };
  const error = clientError(evidence, asked);
  return { class: error.kind === 'refused' ? 'refused' : 'not-done', error };
}

/** Reading changes nothing, so every failure may be tried again. */
export function judgeRead(evidence: Evidence, asked: Asked): Result<unknown> {
  if (evidence.kind === 'no-answer') {
    return fail(evidence.reason === 'redirected' ? { kind: 'not-the-api', status: 302 } : { kind: 'unreachable', reason: evidence.reason });
  }
  const { status, body } = evidence;
  // What stands before the server got tired of waiting.
  if (status === 408) return fail({ kind: 'unreachable', reason: 'timeout' });
  if (status >= 500) return fail({ kind: 'server-error', status });
  if (status < 400) return body.kind === 'json' && status < 300 ? ok(body.value) : fail({ kind: 'not-the-api', status });
  return fail(clientError(evidence, asked));
}

function unknown(asked: Asked, status: number | null): AppError {
  return { kind: 'outcome-unknown', thing: asked.thing, status };
}

/** SimpleJWT's codes for a token, or a person, that is no longer accepted: with SessionAuthentication listed first they come with 403. */
const ENDED = new Set(['token_not_valid', 'user_not_found', 'user_inactive', 'password_changed']);

function clientError(evidence: Extract<Evidence, { kind: 'answer' }>, asked: Asked): AppError {
  const { status, body, headers } = evidence;
  const words = readServerWords(body.kind === 'json' ? body.value : null);
  // Django's own pages, a proxy's or a guest Wi-Fi's: no view of the API has looked at the request.
  const fromTheApi = body.kind === 'json';
  if (ENDED.has(words.code ?? '') || (status === 401 && fromTheApi)) return { kind: 'session-ended' };
  switch (status) {
    case 403:
      return fromTheApi ? { kind: 'forbidden', said: words.summary[0] ?? null } : { kind: 'not-the-api', status };
    case 404:
    case 410:
      return fromTheApi ? { kind: 'not-found', thing: asked.thing, id: asked.id } : { kind: 'not-offered', thing: asked.thing };
    case 405:
    case 406:
    case 415:
      return { kind: 'not-offered', thing: asked.thing };
    case 413:
      return { kind: 'refused', summary: ['It is too large.'], fields: {} };
    case 429:
      return { kind: 'too-many-requests', wait: readRetryAfter(headers) };
    default:
      if (!fromTheApi) return { kind: 'not-the-api', status };
      return { kind: 'refused', summary: [...words.summary], fields: mutable(words.fields) };
  }
}

function mutable(fields: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(fields).map(([name, lines]) => [name, [...lines]]));
}
