// Turns one call through openapi-fetch into evidence: what came back, told without judging it.
import type { UnreachableReason } from '../../shared/errors/app-error.ts';
import { NoAnswer } from './no-answer.ts';

export type Evidence =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly body: AnswerBody }
  | { readonly kind: 'no-answer'; readonly reason: UnreachableReason | 'redirected'; readonly certainlyNotSent: boolean };

/** `other`: not JSON: a page, plain text, or JSON that was cut off. Its text is dropped here, so nobody can show it. */
export type AnswerBody = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'empty' } | { readonly kind: 'other' };

/** What openapi-fetch resolves with when asked to `parseAs: 'text'`. */
interface Call {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Awaits a call made with `parseAs: 'text'`. Rejects only for bugs. */
export async function ask(call: Promise<Call>): Promise<Evidence> {
  try {
    const { data, error, response } = await call;
    const { status, headers } = response;
    // openapi-fetch has already parsed an error's JSON where it could; a success is still text.
    const body = response.ok ? readBody(data) : readErrorBody(error);
    return { kind: 'answer', status, headers, body };
  } catch (thrown) {
    if (thrown instanceof NoAnswer) return { kind: 'no-answer', reason: thrown.reason, certainlyNotSent: thrown.certainlyNotSent };
    throw thrown;
  }
}

function readBody(text: unknown): AnswerBody {
  if (typeof text !== 'string' || text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'other' };
  }
}

function readErrorBody(error: unknown): AnswerBody {
  if (error === undefined || error === '') return { kind: 'empty' };
  return typeof error === 'string' ? { kind: 'other' } : { kind: 'json', value: error };
}
