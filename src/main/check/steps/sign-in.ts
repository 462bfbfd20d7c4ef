// Sign-in: by the session that there is, or by what was typed where the person asked for it. Nothing of it is kept.
import { isRecord } from '../../http/read-error.ts';
import type { Fetch } from '../../http/transport.ts';
import { type Answer, isJson } from '../asking.ts';
import { type Finding, failed, notTested, passed } from '../finding.ts';
import type { At } from '../known.ts';
import { noAnswer } from '../no-answer-words.ts';

const PROFILE = '/api/accounts/profile/';
const HISTORY = '/api/orders/history/';

export async function checkSignIn(at: At): Promise<Finding> {
  const { person, asking } = at;
  if (person.kind === 'nobody')
    return notTested('Nobody is signed in.', 'Sign in, or have the user name and password tried here.', { stops: true });
  if (person.kind === 'tried') return await tryTyped(at, person);
  const usual = asking.session('usual');
  if (usual === null) return notTested('Nobody is signed in.', null, { stops: true });
  return await judge(at, usual, 'The server knows you.');
}

async function tryTyped(at: At, { username, password }: { readonly username: string; readonly password: string }): Promise<Finding> {
  if (at.server.exposed && !at.accepted) {
    return notTested(
      'The password was not sent, because this address is not encrypted.',
      'Say at the sign-in that you use it all the same, then check again.',
      { stops: true },
    );
  }
  const tried = await at.tryPerson(username, password);
  if (tried.kind === 'refused') return failed('The server did not accept this sign-in.', tried.words);
  return await judge(at, tried.authorised, 'The server accepts this user name and password; nothing of it was kept.');
}

/** The profile tells most cheaply whether a token counts; where there is none, the history does. */
async function judge({ asking }: At, authorised: Fetch, found: string): Promise<Finding> {
  const profile = await asking.as(authorised, 'GET', PROFILE);
  const learned = { authorised, profile };
  if (knowsUs(profile)) return passed(found, { learned });
  if (profile.kind === 'none') return noAnswer(profile.reason);
  if (hasEnded(profile)) return failed('Your session has ended.', 'Sign in again, then check again.');
  const history = await asking.as(asking.session('patient') ?? authorised, 'GET', HISTORY);
  if (knowsUs(history)) return passed(found, { learned });
  if (profile.status === 401 || profile.status === 403) {
    return failed('The server gives out sign-ins, but does not accept them.', 'Send this result to the person who runs the server.', {
      hint: `${PROFILE} and ${HISTORY} answer ${profile.status} to a valid token: is JWTAuthentication in DEFAULT_AUTHENTICATION_CLASSES (and is session authentication listed first), and may this account use the API?`,
    });
  }
  return passed(found, { learned });
}

function knowsUs(answer: Answer): boolean {
  return answer.kind === 'answer' && answer.status < 300 && isJson(answer);
}

function hasEnded(answer: Extract<Answer, { kind: 'answer' }>): boolean {
  const code = isRecord(answer.json) ? answer.json['code'] : undefined;
  return code === 'token_not_valid' || code === 'user_not_found' || code === 'user_inactive' || code === 'password_changed';
}
