// Creating an account. The answer's tokens or keys are ignored: they belong to the registration, not to this session.
import { checkRegistration } from '../../shared/domain/registration.ts';
import type { RegisterInput } from '../../shared/ipc/session-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Api, asText } from '../http/api.ts';
import { ask } from '../http/evidence.ts';
import { judgeWrite } from '../http/outcome.ts';
import { isRecord, readServerWords } from '../http/read-error.ts';
import { obtainTokens } from './server-calls.ts';

export interface Registered {
  /** The server wants the e-mail address confirmed first. */
  readonly confirmEmail: boolean;
  readonly said: string | null;
}

/** @param key names this one attempt, so that a server that knows `Idempotency-Key` could recognise a repetition. */
export async function register(api: Api, input: RegisterInput, key: string): Promise<Result<Registered>> {
  const problems = checkRegistration(input);
  if (Object.keys(problems).length > 0) return fail({ kind: 'refused', summary: [], fields: problems });
  const evidence = await ask(
    api.POST('/api/accounts/auth/registration/', {
      params: { header: { 'Idempotency-Key': key } },
      body: {
        username: input.username.trim(),
        email: input.email.trim(),
        password1: input.password,
        password2: input.repeatPassword,
        first_name: input.firstName.trim(),
        last_name: input.lastName.trim(),
        phone_no: input.phoneNumber.trim(),
        address: input.address.trim(),
      },
      ...asText,
    }),
  );
  const outcome = judgeWrite(evidence, { thing: 'account', id: null }, true);
  if (outcome.class === 'done') return ok(readRegistered(outcome.body));
  // Nobody was signed in, so a 401 can only mean that this server lets nobody register.
  if (outcome.error.kind === 'session-ended') return fail({ kind: 'forbidden', said: null });
  if (outcome.class !== 'unknown') return fail(outcome.error);
  // A server often fails after the account is there (its e-mail could not be sent): signing in tells. Those tokens are dropped.
  const proof = await obtainTokens(api, input.username.trim(), input.password);
  return proof.ok ? ok({ confirmEmail: false, said: null }) : fail(outcome.error);
}

function readRegistered(body: unknown): Registered {
  if (!isRecord(body)) return { confirmEmail: false, said: null };
  const usable = typeof body['access'] === 'string' || typeof body['key'] === 'string' || isRecord(body['user']);
  const said = readServerWords(body['detail'] ?? null).summary[0] ?? null;
  return { confirmEmail: !usable && said !== null, said: usable ? null : said };
}
