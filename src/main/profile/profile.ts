// The signed-in person's own profile: read, saved with exactly the documented fields, its picture fetched for the page.
import type { ProfileFields, ProfileView } from '../../shared/ipc/session-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { asText } from '../http/api.ts';
import type { Connection } from '../http/connection.ts';
import { ask } from '../http/evidence.ts';
import { judgeRead, judgeWrite } from '../http/outcome.ts';
import { isRecord } from '../http/read-error.ts';
import { readPicture } from './picture.ts';

export interface Profile {
  read(): Promise<Result<ProfileView>>;
  save(fields: ProfileFields): Promise<Result<ProfileView>>;
  /** A `data:` URL; null where there is no picture or it cannot be shown. */
  picture(): Promise<string | null>;
}

const ASKED = { thing: 'profile', id: null } as const;

interface Known {
  readonly user: number | null;
  /** As the server sent it: null, or where the picture lies. */
  readonly image: string | null;
}

/** @param named is told the name to greet the person by, whenever the server tells it. */
export function createProfile(connection: Connection, named: (name: string) => void): Profile {
  let known: Known | null = null;

  const take = (value: unknown): Result<ProfileView> => {
    // Some servers answer with a list of the one profile that the user may see.
    const body: unknown = Array.isArray(value) ? value[0] : value;
    // JSON of something else would pass for a profile with nothing in it, and the next save would blank the real one.
    if (!isProfile(body)) return fail({ kind: 'not-the-api', status: 200 });
    const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
    const fields = {
      firstName: text('first_name'),
      lastName: text('last_name'),
      email: text('email'),
      phoneNumber: text('phone_no'),
      address: text('address'),
    };
    known = { user: readUser(body['user']) ?? connection.userId(), image: text('profile_img') || null };
    const name = `${fields.firstName} ${fields.lastName}`.trim();
    if (name !== '') named(name);
    return ok({ username: connection.username, fields, hasPicture: known.image !== null });
  };

  const read = async (): Promise<Result<ProfileView>> => {
    const answer = judgeRead(await ask(connection.api.GET('/api/accounts/profile/', asText)), ASKED);
    return answer.ok ? take(answer.value) : answer;
  };

  return {
    read,
    save: async (fields) => {
      // The user's number and what the server says of the picture come from it, never from a guess.
      if (known === null) {
        const first = await read();
        if (!first.ok) return first;
      }
      const { user, image } = known ?? { user: null, image: null };
      if (user === null) return fail({ kind: 'not-offered', thing: 'profile' });
      const documented = {
        user,
        first_name: fields.firstName.trim(),
        last_name: fields.lastName.trim(),
        email: fields.email.trim(),
        phone_no: fields.phoneNumber.trim(),
        address: fields.address.trim(),
      };
      // A picture's address is not sent back: a server wants a file there, or nothing, and null would delete it.
      const body = { ...documented, ...(image === null ? { profile_img: null } : {}) };
      const outcome = judgeWrite(await ask(connection.api.PUT('/api/accounts/profile/', { body, ...asText })), ASKED, true);
      if (outcome.class !== 'done') return fail(outcome.error);
      // A success that does not show the profile is a success still; what stands there now is read.
      return isProfile(outcome.body) || Array.isArray(outcome.body) ? take(outcome.body) : await read();
    },
    picture: async () => (known === null || known.image === null ? null : await readPicture(connection, known.image)),
  };
}

const FIELDS = ['first_name', 'last_name', 'email', 'phone_no', 'address'] as const;

function isProfile(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && FIELDS.some((name) => name in value);
}

function readUser(value: unknown): number | null {
  const id = isRecord(value) ? (value['id'] ?? value['pk']) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
}
