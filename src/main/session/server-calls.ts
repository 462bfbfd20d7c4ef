// The calls that need no access token: obtaining tokens, renewing them, telling the server that somebody signed out.
import type { AppError } from '../../shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Api, asText } from '../http/api.ts';
import { ask } from '../http/evidence.ts';
import { judgeRead } from '../http/outcome.ts';
import { isRecord, readServerWords } from '../http/read-error.ts';
import type { RenewAnswer, TokenPair } from './token-access.ts';

const SIGN_IN = { thing: 'sign-in', id: null } as const;

/** Obtaining tokens changes nothing that matters, so it is judged like a read. @param signal the person gives up waiting. */
export async function obtainTokens(
  api: Api,
  username: string,
  password: string,
  signal: AbortSignal | null = null,
): Promise<Result<TokenPair>> {
  const evidence = await ask(api.POST('/api/token/', { body: { username, password }, signal, ...asText }));
  const answer = judgeRead(evidence, SIGN_IN);
  if (!answer.ok) return fail(asSignInError(answer.error));
  const { access, refresh } = isRecord(answer.value) ? answer.value : {};
  return isToken(access) && isToken(refresh)
    ? ok({ access, refresh })
    : fail({ kind: 'not-the-api', status: evidence.kind === 'answer' ? evidence.status : 0 });
}

/** At the sign-in form a 401 means the credentials, and a missing page means that this is another kind of server. */
function asSignInError(error: AppError): AppError {
  if (error.kind === 'session-ended') return { kind: 'wrong-credentials' };
  if (error.kind === 'not-found' || error.kind === 'not-offered') return { kind: 'not-the-api', status: 404 };
  return error;
}

/** Only a refusal in JSON by the API itself ends a session; a proxy's page, a broken server or no network do not. */
export async function renewTokens(api: Api, refresh: string): Promise<RenewAnswer> {
  const evidence = await ask(api.POST('/api/token/refresh/', { body: { refresh }, ...asText }));
  const failed: RenewAnswer = { kind: 'failed', reason: 'not-renewed' };
  // Without a network nobody is to blame but the network.
  if (evidence.kind === 'no-answer') return evidence.reason === 'redirected' ? failed : { kind: 'failed', reason: evidence.reason };
  if (evidence.body.kind !== 'json') return failed;
  const { status, body } = evidence;
  const fields = isRecord(body.value) ? body.value : {};
  if (status >= 200 && status < 300) {
    const { access, refresh: rotated } = fields;
    return isToken(access) ? { kind: 'renewed', access, refresh: isToken(rotated) ? rotated : null } : failed;
  }
  const refused = status === 400 || status === 401 || (status === 403 && fields['code'] === 'token_not_valid');
  return refused ? { kind: 'refused' } : failed;
}

/** dj-rest-auth empties a token that it has put into a cookie instead. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

export interface SignOutAnswer {
  readonly confirmed: boolean;
  readonly said: string | null;
}

/**
 * Asks the server to forget the refresh token. A 200 alone does not prove it: dj-rest-auth also answers 200 when it has nothing to revoke with.
 * @param access sent only while it is usable: with an expired one the server answers before it looks at the request.
 */
export async function tellSignOut(api: Api, refresh: string, access: string | null): Promise<SignOutAnswer> {
  const headers = access === null ? {} : { authorization: `Bearer ${access}` };
  const evidence = await ask(api.POST('/api/accounts/auth/logout/', { body: { refresh }, headers, ...asText }));
  if (evidence.kind === 'no-answer') return { confirmed: false, said: null };
  const words = readServerWords(evidence.body.kind === 'json' ? evidence.body.value : null);
  // The server has ended the access token by itself. It has not looked at the request, which needs none on most servers.
  if (access !== null && words.code === 'token_not_valid') return await tellSignOut(api, refresh, null);
  const said = words.summary[0] ?? null;
  const succeeded = evidence.status >= 200 && evidence.status < 300 && evidence.body.kind !== 'other';
  return { confirmed: succeeded && !/has not been deleted/i.test(said ?? ''), said };
}
