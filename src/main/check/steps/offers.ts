// What the server offers, read from its answers: the status of a reading, or the methods that it names. Nothing is tried by writing.
import { readRetryAfter } from '../../http/retry-after.ts';
import { type Answer, type Answered, allowed, isJson } from '../asking.ts';
import { type Finding, failed, type Limit, passed, warning } from '../finding.ts';
import { noAnswer } from '../no-answer-words.ts';

const TELL = 'Tell the person who runs the server.';

/** The server wants to be left alone: whatever was asked. */
export function endsIt(answer: Answer): Finding | null {
  if (answer.kind === 'none' || answer.status !== 429) return null;
  const wait = readRetryAfter(answer.headers);
  return warning(
    'The server asks for fewer requests, so the rest was not asked.',
    wait === null ? 'Wait a moment, then check again.' : `Check again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
    { ends: true },
  );
}

interface Offer {
  readonly path: string;
  /** `Your profile can be read` */
  readonly can: string;
  /** `Your profile cannot be read` */
  readonly cannot: string;
  readonly limit: Limit;
}

/** @returns what is wrong with the answer to a reading; null where it is what was asked for. */
export function faultOf(answer: Answer, { path, cannot, limit }: Offer): Finding | null {
  const ended = endsIt(answer);
  if (ended !== null) return ended;
  if (answer.kind === 'none') return noAnswer(answer.reason, `${path} was not answered.`);
  const { status } = answer;
  if (status < 300 && isJson(answer)) return null;
  const hint = `${path} answers ${status}${isJson(answer) ? '' : ' without JSON'}.`;
  if (status >= 500) return failed(`${cannot}: the server had an error of its own (${status}).`, TELL, { hint });
  if (status === 401 || status === 403)
    return failed(`${cannot}: your account is not allowed to.`, 'Ask the person who runs the server for the permission.', {
      hint,
      limits: [limit],
    });
  if (status === 404 || status === 405) return failed(`${cannot}: the server does not offer it.`, TELL, { hint, limits: [limit] });
  return failed(`${cannot}: the answer is not what it should be.`, TELL, { hint, limits: [limit] });
}

export async function checkMethod(ask: (method: 'OPTIONS') => Promise<Answer>, method: string, offer: Offer): Promise<Finding> {
  const answer = await ask('OPTIONS');
  const ended = endsIt(answer);
  if (ended !== null) return ended;
  if (answer.kind === 'none') return noAnswer(answer.reason, `${offer.path} was not answered.`);
  const methods = allowed(answer);
  if (methods?.has(method)) return passed(`${offer.can}.`);
  if (gone(answer))
    return warning(`${offer.cannot}: the server does not offer it.`, TELL, {
      hint: `${offer.path} answers ${answer.status}.`,
      limits: [offer.limit],
    });
  if (methods !== null)
    return warning(`${offer.cannot}: the server does not take it.`, TELL, {
      hint: `${offer.path} allows ${[...methods].join(', ')}, not ${method}.`,
      limits: [offer.limit],
    });
  return warning('The server does not tell whether it offers this.', null, {
    hint: `${offer.path} answers OPTIONS with ${answer.status} and no Allow header.`,
    limits: [UNTOLD],
  });
}

const UNTOLD: Limit = {
  cannot: 'It does not tell everything that it offers.',
  copes: 'Paydesk finds out when it is first used, and says so if it is refused.',
};

function gone({ status }: Answered): boolean {
  return status === 404 || status === 410;
}
