// A session with everything that it is handed: a scripted server, a keychain in memory, a clock, and a record of what it told.
import type { Connection } from '../../../src/main/http/connection.ts';
import type { Reachability } from '../../../src/main/http/reach.ts';
import type { ServerAddress } from '../../../src/main/http/server-address.ts';
import { createSecretStore } from '../../../src/main/session/secret-store.ts';
import { createSession, type Session } from '../../../src/main/session/session.ts';
import type { LastSignIn } from '../../../src/main/session/session-parts.ts';
import type { SessionView } from '../../../src/shared/ipc/session-schemas.ts';
import { type Asked, createScriptedServer, json, type ScriptedServer, SHOP } from '../http/scripted-server.ts';
import { accessToken } from './json-web-token.ts';
import { createMemoryKeychain, type MemoryKeychain } from './memory-keychain.ts';

type Answer = (asked: Asked) => Response | Promise<Response>;

export interface Setup {
  /** By path; what is not named is answered as a server does that knows everybody. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** How far this computer's clock is off, in milliseconds; by default not at all. */
  readonly wallOff?: number;
  readonly last?: Partial<LastSignIn>;
  /** What the keychain holds from an earlier start: user name and refresh token. */
  readonly kept?: readonly [username: string, refresh: string];
}

export interface World {
  readonly session: Session;
  readonly server: ScriptedServer;
  readonly keychain: MemoryKeychain;
  readonly clock: { now: number };
  readonly views: SessionView[];
  readonly connections: (Connection | null)[];
  readonly saved: LastSignIn[];
  readonly lines: string[];
  /** What the calls to the server said of the way to it. */
  readonly reaches: Reachability[];
  /** The last connection told. */
  connection(): Connection;
  /** What the keychain holds, by user name. */
  keptTokens(): Readonly<Record<string, string>>;
}

export const PRACTICE: ServerAddress = { origin: 'https://practice.invalid', base: 'https://practice.invalid', exposed: false };
const PLACE = `Paydesk ${SHOP.base}`;
export const RAM = { server: SHOP.base, username: 'ram', password: 'TestPassword123', acceptPlainHttp: false } as const;

export function createWorld({ answers = {}, last, kept, wallOff = 0 }: Setup = {}): World {
  const keychain = createMemoryKeychain();
  if (kept !== undefined) keychain.kept.set(`${PLACE}/${kept[0]}`, kept[1]);
  const clock = { now: 0 };
  const world = {
    views: [] as SessionView[],
    connections: [] as (Connection | null)[],
    saved: [] as LastSignIn[],
    lines: [] as string[],
    reaches: [] as Reachability[],
  };
  const server = createScriptedServer((asked) => (answers[asked.path] ?? DEFAULTS[asked.path] ?? (() => json(200, [])))(asked));
  const session = createSession({
    network: server.fetch,
    openPractice: () => ({ fetch: server.fetch, server: PRACTICE, username: 'trainee', password: 'practice' }),
    secrets: createSecretStore(keychain, 5_000),
    readLast: () => world.saved.at(-1) ?? { server: SHOP.base, username: 'ram', acceptPlainHttp: false, ...last },
    saveLast: (each) => world.saved.push(each),
    now: () => clock.now,
    wallClock: () => new Date(clock.now + wallOff),
    newKey: () => 'key',
    changed: (view) => world.views.push(view),
    identityChanged: (connection) => world.connections.push(connection),
    reached: (reach) => world.reaches.push(reach),
    log: (line) => world.lines.push(line),
  });
  return {
    ...world,
    session,
    server,
    keychain,
    clock,
    connection: () => {
      const connection = world.connections.at(-1);
      if (connection === undefined || connection === null) throw new Error('nobody is signed in');
      return connection;
    },
    keptTokens: () => Object.fromEntries([...keychain.kept].map(([entry, token]) => [entry.split('/').at(-1) ?? '', token])),
  };
}

const DEFAULTS: Readonly<Record<string, Answer>> = {
  '/api/token/': ({ body }) => {
    const { username } = JSON.parse(body) as { username: string };
    return json(200, { access: accessToken(`access of ${username}`), refresh: `refresh of ${username}` });
  },
  '/api/token/refresh/': () => json(200, { access: accessToken('renewed') }),
  '/api/accounts/auth/logout/': () => json(200, { detail: 'Successfully logged out.' }),
  '/api/accounts/auth/registration/': () => json(201, { key: '40hex' }),
};

/** An answer that the test gives when it wants to. */
export function lateAnswer(): { readonly answer: Answer; readonly give: (response: Response) => void; readonly asked: Promise<void> } {
  const { promise, resolve: give } = Promise.withResolvers<Response>();
  const { promise: asked, resolve: reached } = Promise.withResolvers<void>();
  return {
    answer: () => {
      reached();
      return promise;
    },
    give,
    asked,
  };
}

/** Lets everything go on that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 10; turns += 1) await new Promise(setImmediate);
}
