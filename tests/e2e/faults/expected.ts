// What must come of a fault, worked out from its nature (did bytes leave? was it carried out? what came back?) and from what the operation
// is. The rules are those of the design: only proof that nothing was executed may be told as not done, and only an answer as done.
import type { Body, Fault, Nature } from './fault.ts';

export const OPERATIONS = [
  'sign in',
  'register',
  'renew',
  'sign out',
  'read profile',
  'save profile',
  'read history',
  'read order',
  'create order',
  'record payment',
  'mark',
] as const;
export type OperationName = (typeof OPERATIONS)[number];

/**
 * `not done`: certain, and told with the reason. `waits`: not done either, written down, and sent by itself. `ended`: not done, because
 * the session is over. `unconfirmed`: of a sign-out, which always happens on this computer.
 */
export type Outcome = 'done' | 'refused' | 'not done' | 'waits' | 'unknown' | 'ended' | 'unconfirmed';

/** How it ends when the server is itself again, where that is not the end already. `asked`: a person has to say; nothing is repeated. */
export type Later = 'found' | 'sent' | 'asked' | 'again' | 'renewed session';

export interface Expected {
  readonly at: Outcome;
  readonly later: Later | null;
}

/** What kind of thing an operation is, as far as a fault's outcome depends on it. */
interface Kind {
  /** Changes something at the server that matters, so that "not known" is a possible end. */
  readonly writes: boolean;
  /** Carries an access token, which can be renewed. */
  readonly authorised: boolean;
  /** A success need not have a body that says anything: what was asked for is known, or can be read. */
  readonly bodyMayBeEmpty: boolean;
  /** Setting it twice is setting it once: it may be repeated. */
  readonly repeatable: boolean;
  /** After a lost answer its fate is looked for by reading, without anybody's doing. */
  readonly lookedFor: boolean;
  /** It is written down and may wait, instead of a form that is still open. */
  readonly mayWait: boolean;
}

const READ: Kind = { writes: false, authorised: true, bodyMayBeEmpty: false, repeatable: true, lookedFor: false, mayWait: false };
const WRITE: Kind = { ...READ, writes: true, repeatable: false };

const KINDS: Readonly<Record<OperationName, Kind>> = {
  // A token too many changes nothing that matters.
  'sign in': { ...READ, authorised: false },
  register: { ...WRITE, authorised: false, bodyMayBeEmpty: true, lookedFor: true },
  renew: { ...READ, authorised: false },
  'sign out': { ...WRITE, bodyMayBeEmpty: true },
  'read profile': READ,
  'save profile': { ...WRITE, bodyMayBeEmpty: true },
  'read history': READ,
  'read order': READ,
  'create order': { ...WRITE, lookedFor: true },
  'record payment': { ...WRITE, lookedFor: true },
  mark: { ...WRITE, repeatable: true, lookedFor: true, mayWait: true },
};

export function expectedOf(name: OperationName, { nature }: Fault): Expected {
  const at = outcomeOf(name, nature);
  return { at, later: laterOf(name, nature, at) };
}

function outcomeOf(name: OperationName, nature: Nature): Outcome {
  const kind = KINDS[name];
  const basic = nature.answer === null ? withoutAnswer(kind, nature) : withAnswer(name, kind, nature.answer);
  switch (name) {
    case 'register':
      // Signing in shows at once whether there is an account now.
      return basic === 'unknown' && nature.carriedOut ? 'done' : basic;
    case 'sign out':
      return basic === 'done' ? 'done' : 'unconfirmed';
    default:
      return basic;
  }
}

function withoutAnswer({ writes, mayWait }: Kind, { neverLeft }: Nature): Outcome {
  if (neverLeft) return mayWait ? 'waits' : 'not done';
  return writes ? 'unknown' : 'not done';
}

type Answer = NonNullable<Nature['answer']>;

function withAnswer(name: OperationName, kind: Kind, { status, body, about }: Answer): Outcome {
  if (about !== undefined) return notAccepted(name, kind, about);
  if (status < 300) return withSuccess(kind, body);
  // A redirect, a broken server, a gateway in front of one: of a write nobody knows how far it came.
  if (status < 400 || status === 408 || status >= 500) return kind.writes ? 'unknown' : 'not done';
  if (status === 400) return looksAtIt(name, body);
  // Too large for whatever stands in front: nothing of it will pass, however often it is sent.
  if (status === 413) return name === 'renew' ? 'not done' : looksAtIt(name, 'json');
  // The server asks for patience, or a proxy has let nothing through: later it may go.
  if (status === 429 || status === 407) return kind.mayWait ? 'waits' : 'not done';
  return 'not done';
}

function withSuccess({ writes, bodyMayBeEmpty }: Kind, body: Body): Outcome {
  if (body === 'right' || (bodyMayBeEmpty && (body === 'empty' || body === 'json'))) return 'done';
  return writes ? 'unknown' : 'not done';
}

/** A refusal of what was typed, by the shop itself. A refresh token that is refused ends the session; a reading has nothing typed. */
function looksAtIt(name: OperationName, body: Body): Outcome {
  if (body !== 'json') return 'not done';
  if (name === 'renew') return 'ended';
  return name.startsWith('read ') ? 'not done' : 'refused';
}

/** 401, or 403 in its place: the token is renewed once and the call repeated; where there is none to renew it is a refusal. */
function notAccepted(name: OperationName, { authorised, mayWait }: Kind, about: NonNullable<Answer['about']>): Outcome {
  if (name === 'sign in') return 'refused';
  if (name === 'register') return 'not done';
  if (name === 'renew') return 'ended';
  if (authorised && about === 'token') return 'done';
  return mayWait ? 'waits' : 'ended';
}

function laterOf(name: OperationName, { carriedOut, answer }: Nature, at: Outcome): Later | null {
  const kind = KINDS[name];
  switch (at) {
    case 'done':
    case 'unconfirmed':
      return null;
    case 'waits':
      return 'sent';
    case 'ended':
      return 'renewed session';
    case 'unknown':
      if (!kind.lookedFor) return 'again';
      if (carriedOut) return 'found';
      // A mark is set again; a creation never by itself. An account that was not made is asked for by the same press.
      return kind.repeatable ? 'sent' : name === 'register' ? 'again' : 'asked';
    case 'not done':
      // A refresh token works once: where its answer was lost, the person signs in again.
      return name === 'renew' && carriedOut && answer?.body !== 'right' ? 'renewed session' : 'again';
    case 'refused':
      return 'again';
  }
}
