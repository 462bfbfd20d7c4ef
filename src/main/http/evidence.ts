// Turns one call through openapi-fetch into evidence: what came back, told without judging it.
import type { UnreachableReason } from '../../shared/errors/app-error.ts';
import { Answer, type AnswerBody } from './answer-body.ts';
import { NoAnswer } from './no-answer.ts';

export type { AnswerBody } from './answer-body.ts';

export type Evidence =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly body: AnswerBody }
  | { readonly kind: 'no-answer'; readonly reason: UnreachableReason | 'redirected'; readonly certainlyNotSent: boolean };

/** Awaits a call through `createApi`, whose answers have been read by then. Rejects only for bugs. */
export async function ask(call: Promise<{ readonly response: Response }>): Promise<Evidence> {
  try {
    const { response } = await call;
    if (!(response instanceof Answer)) throw new Error('asked through another client than createApi');
    const { status, headers, said } = response;
    return { kind: 'answer', status, headers, body: said };
  } catch (thrown) {
    if (thrown instanceof NoAnswer) return { kind: 'no-answer', reason: thrown.reason, certainlyNotSent: thrown.certainlyNotSent };
    throw thrown;
  }
}
