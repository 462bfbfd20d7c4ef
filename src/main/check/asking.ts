// Asks the server, by reading and by OPTIONS alone, and tells what came back together with when.
import type { UnreachableReason } from '../../shared/errors/app-error.ts';
import { NoAnswer } from '../http/no-answer.ts';
import type { ServerAddress } from '../http/server-address.ts';
import type { AnswerLimits, Fetch } from '../http/transport.ts';

export type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Headers;
      /** undefined: no JSON, or only its beginning. */
      readonly json: unknown;
      /** For looking for marks in it; never shown. */
      readonly text: string;
      /** Milliseconds since 1970 by this computer's clock. */
      readonly sentAt: number;
      readonly receivedAt: number;
      /** Milliseconds, monotonic. */
      readonly took: number;
    }
  | { readonly kind: 'none'; readonly reason: UnreachableReason | 'redirected' };

export type Answered = Extract<Answer, { kind: 'answer' }>;

/** `patient`: for what a server may take long to put together. */
type Patience = 'usual' | 'patient';

export interface Asking {
  /** The first answer of the API's plainest address, asked for once: it is refused there, and changes nothing. */
  first(): Promise<Answer>;
  plain(method: 'GET' | 'OPTIONS', path: string): Promise<Answer>;
  as(authorised: Fetch, method: 'GET' | 'OPTIONS', path: string): Promise<Answer>;
  /** Of who is signed in; null where nobody is. */
  session(patience: Patience): Fetch | null;
}

/** Milliseconds. A dead server is found in ten seconds; a history may take half a minute before its first byte. */
export const LIMITS: Readonly<Record<Patience, AnswerLimits>> = {
  usual: { firstByte: 10_000, idle: 10_000 },
  patient: { firstByte: 30_000, idle: 20_000 },
};

/** Signing in is a POST there, and nobody signs in with a GET: a server of this kind answers 405. */
export const FIRST_PATH = '/api/token/';

export interface AskingParts {
  readonly server: ServerAddress;
  readonly plain: Fetch;
  session(patience: Patience): Fetch | null;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Milliseconds since 1970. */
  wallClock(): number;
}

export function createAsking({ server, plain, session, now, wallClock }: AskingParts): Asking {
  let first: Promise<Answer> | null = null;

  const ask = async (fetch: Fetch, method: 'GET' | 'OPTIONS', path: string): Promise<Answer> => {
    const headers = { accept: 'application/json', 'accept-language': 'en' };
    const began = now();
    const sentAt = wallClock();
    try {
      const response = await fetch(new Request(server.base + path, { method, headers, redirect: 'error' }));
      const receivedAt = wallClock();
      const took = now() - began;
      const text = await response.text();
      return { kind: 'answer', status: response.status, headers: response.headers, json: readJson(text), text, sentAt, receivedAt, took };
    } catch (thrown) {
      if (thrown instanceof NoAnswer) return { kind: 'none', reason: thrown.reason };
      throw thrown;
    }
  };

  return {
    first: () => {
      first ??= ask(plain, 'GET', FIRST_PATH);
      return first;
    },
    plain: (method, path) => ask(plain, method, path),
    as: ask,
    session,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** From a view of Django REST framework, rather than from a page of Django's, a proxy's or a guest Wi-Fi's. */
export function isJson(answer: Answered): boolean {
  return typeof answer.json === 'object' && answer.json !== null;
}

const MOST_METHODS = 12;

/** What `Allow` names, in capitals; null where the server says nothing of it. */
export function allowed(answer: Answer): ReadonlySet<string> | null {
  const header = answer.kind === 'answer' ? answer.headers.get('allow') : null;
  if (header === null || header.trim() === '') return null;
  const methods = header.split(',').map((method) => method.trim().toUpperCase());
  // They are shown: nothing but methods, whatever else a server writes there.
  return new Set(methods.filter((method) => /^[A-Z]{1,20}$/.test(method)).slice(0, MOST_METHODS));
}
