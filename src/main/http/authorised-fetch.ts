// Puts the access token on every protected call, renews it when the server says so, and repeats the call once.
import type { UnreachableReason } from '../../shared/errors/app-error.ts';
import { bodyOf } from './answer-body.ts';
import { NoAnswer } from './no-answer.ts';
import { isRecord } from './read-error.ts';
import type { Fetch } from './transport.ts';

/** Gives access tokens; owned by the session. */
export interface Access {
  /** A token that is not known to have run out, renewed first where its own times say so. */
  token(): Promise<AccessAnswer>;
  /** The server did not accept this token: another one, renewed unless that has happened meanwhile. */
  replace(refused: string): Promise<AccessAnswer>;
  /** The server no longer accepts this person at all. */
  end(): void;
}

/** `ended`: the person must sign in. `failed`: no token just now, but the session goes on. */
export type AccessAnswer =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly reason: UnreachableReason };

export function createAuthorisedFetch(send: Fetch, access: Access): Fetch {
  return async (request) => {
    // Read once: a Request's body cannot be sent twice.
    const body = request.body === null ? null : await request.text();
    const attempt = async (token: string): Promise<Response> => {
      const headers = new Headers(request.headers);
      headers.set('authorization', `Bearer ${token}`);
      return await send(new Request(request.url, { method: request.method, headers, body, signal: request.signal, redirect: 'error' }));
    };
    const first = await access.token();
    if (first.kind !== 'token') return withoutToken(first);
    const response = await attempt(first.token);
    const refusal = await readRefusal(response);
    if (refusal === 'none') return response;
    if (refusal === 'for-good') return endWith(access, response);
    const second = await access.replace(first.token);
    if (second.kind !== 'token') return withoutToken(second);
    const repeated = await attempt(second.token);
    return (await readRefusal(repeated)) === 'none' ? repeated : endWith(access, repeated);
  };
}

/** The answer that a server would give, without asking it. */
function withoutToken(answer: Exclude<AccessAnswer, { kind: 'token' }>): Response {
  if (answer.kind === 'failed') throw new NoAnswer(answer.reason, true);
  return Response.json({ code: 'token_not_valid' }, { status: 401 });
}

function endWith(access: Access, response: Response): Response {
  access.end();
  return response;
}

const FOR_GOOD = new Set(['user_not_found', 'user_inactive', 'password_changed']);

/**
 * `token_not_valid` counts whatever the status: with SessionAuthentication listed first DRF answers 403 instead of 401.
 * A 401 without a code is no reason to renew: the token was not even looked at.
 */
async function readRefusal(response: Response): Promise<'none' | 'renew' | 'for-good'> {
  if (response.status !== 401 && response.status !== 403) return 'none';
  const body = await bodyOf(response.clone());
  const code = body.kind === 'json' && isRecord(body.value) ? body.value['code'] : undefined;
  if (code === 'token_not_valid') return 'renew';
  if (typeof code === 'string' && FOR_GOOD.has(code)) return 'for-good';
  return response.status === 401 && body.kind === 'json' && isRecord(body.value) ? 'for-good' : 'none';
}
