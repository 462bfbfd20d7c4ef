// Who is asking: the bearer token and, where a server lists SessionAuthentication first, the session cookie before it.
import type { PracticeBehaviour } from './behaviour.ts';
import type { People, Person } from './people.ts';
import { hexadecimal } from './random.ts';
import type { Tokens } from './tokens.ts';

export type Asking =
  | { readonly known: true; readonly person: Person | null }
  /** Credentials were given and are no good. `forbidden` for CSRF, which is 403 everywhere. */
  | { readonly known: false; readonly forbidden: boolean; readonly body: Readonly<Record<string, unknown>> };

export interface Sessions {
  /** Signs a person into a Django session, as allauth does after a registration; answers with the cookies to set. */
  open(person: Person): readonly string[];
  find(cookie: string | null): Person | undefined;
}

const nobody: Asking = { known: true, person: null };
const refused = (detail: string, more: Readonly<Record<string, unknown>>): Asking => ({
  known: false,
  forbidden: false,
  body: { detail, ...more },
});

export async function authenticate(
  request: Request,
  parts: { readonly behaviour: PracticeBehaviour; readonly sessions: Sessions; readonly tokens: Tokens; readonly people: People },
): Promise<Asking> {
  if (parts.behaviour.authentication === 'session-first') {
    const person = parts.sessions.find(request.headers.get('Cookie'));
    // A session outranks the token: unsafe calls need its CSRF token, safe ones run as its user.
    if (person && !['GET', 'HEAD', 'OPTIONS'].includes(request.method)) {
      return { known: false, forbidden: true, body: { detail: 'CSRF Failed: CSRF token missing.' } };
    }
    if (person) return { known: true, person };
  }

  const words = (request.headers.get('Authorization') ?? '').split(/\s+/).filter((word) => word !== '');
  if (words[0] !== 'Bearer') return nobody;
  const [, token, ...rest] = words;
  if (token === undefined || rest.length > 0) {
    return refused('Authorization header must contain two space-delimited values', { code: 'bad_authorization_header' });
  }
  const check = await parts.tokens.check(token, 'access');
  if (!check.ok) {
    return refused('Given token not valid for any token type', {
      code: 'token_not_valid',
      messages: [{ token_class: 'AccessToken', token_type: 'access', message: check.fault }],
    });
  }
  const person = parts.people.byId(check.userId);
  if (person === undefined) return refused('User not found', { code: 'user_not_found' });
  if (!person.active) return refused('User is inactive', { code: 'user_inactive' });
  return { known: true, person };
}

const TWO_WEEKS = 1_209_600;
const ONE_YEAR = 31_449_600;

export function keepSessions(people: People, now: () => number, random: () => number): Sessions {
  const open = new Map<string, number>();
  const until = (seconds: number): string =>
    `expires=${new Date(now() + seconds * 1000).toUTCString()}; Max-Age=${seconds}; Path=/; SameSite=Lax`;
  return {
    open(person) {
      const key = hexadecimal(random, 32);
      open.set(key, person.id);
      return [`csrftoken=${hexadecimal(random, 32)}; ${until(ONE_YEAR)}`, `sessionid=${key}; HttpOnly; ${until(TWO_WEEKS)}`];
    },
    find(cookie) {
      const key = /(?:^|;\s*)sessionid=([0-9a-f]+)/.exec(cookie ?? '')?.[1];
      const id = key === undefined ? undefined : open.get(key);
      return id === undefined ? undefined : people.byId(id);
    },
  };
}
