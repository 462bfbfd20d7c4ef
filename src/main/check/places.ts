// Where a check takes place: at the server of who is signed in, with their session, or at an address that was typed, with nobody's.
import { describeError } from '../../shared/errors/describe.ts';
import type { CheckInput } from '../../shared/ipc/check-requests.ts';
import type { Result } from '../../shared/result.ts';
import { type Api, createApi } from '../http/api.ts';
import { createAuthorisedFetch } from '../http/authorised-fetch.ts';
import type { Connection } from '../http/connection.ts';
import { createLook } from '../http/look.ts';
import type { ServerAddress } from '../http/server-address.ts';
import type { Fetch } from '../http/transport.ts';
import { createAsking, LIMITS } from './asking.ts';
import type { Direct } from './direct.ts';
import type { At, Person, Sight } from './known.ts';

export interface PlacesParts {
  readonly network: Fetch;
  readonly sight: Sight;
  readonly direct: Direct;
  /** Signs in; what comes back is used by the check alone. */
  obtain(api: Api, username: string, password: string): Promise<Result<{ readonly access: string }>>;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Milliseconds since 1970. */
  wallClock(): number;
}

interface Places {
  ofSession(connection: Connection, signal: AbortSignal): At;
  ofAddress(server: ServerAddress, input: Extract<CheckInput, { of: 'address' }>, signal: AbortSignal): At;
}

export function createPlaces({ network, sight, direct, obtain, now, wallClock }: PlacesParts): Places {
  const seams = { sight, direct, wallClock };
  return {
    ofSession: (connection, signal) => {
      const { server, practice } = connection;
      const { plain } = connection.look(signal, LIMITS.usual);
      const person: Person = { kind: 'session', userId: () => connection.userId() };
      return {
        ...{ ...seams, server, practice, person, accepted: true },
        asking: createAsking({
          server,
          plain,
          session: (patience) => connection.look(signal, LIMITS[patience]).authorised,
          now,
          wallClock,
        }),
        tryPerson: async () => ({ kind: 'refused', words: '' }),
      };
    },
    ofAddress: (server, { signIn, acceptPlainHttp }, signal) => {
      const plain = createLook(network, server, signal, LIMITS.usual);
      const patient = createLook(network, server, signal, LIMITS.patient);
      const person: Person = signIn === null ? { kind: 'nobody' } : { kind: 'tried', ...signIn };
      return {
        ...{ ...seams, server, practice: false, person, accepted: acceptPlainHttp },
        asking: createAsking({ server, plain, session: () => null, now, wallClock }),
        tryPerson: async (username, password) => {
          const pair = await obtain(createApi(server, patient), username.trim(), password);
          if (!pair.ok) return { kind: 'refused', words: describeError(pair.error) };
          return { kind: 'accepted', authorised: authorisedBy(patient, pair.value.access) };
        },
      };
    },
  };
}

/** For this check alone: renewed by nobody, and gone with it. */
function authorisedBy(send: Fetch, token: string): Fetch {
  return createAuthorisedFetch(send, {
    token: async () => ({ kind: 'token', token }),
    replace: async () => ({ kind: 'ended' }),
    end: () => undefined,
  });
}
