// The desk: session, the signed-in identity and the contract's handlers, wired together without Electron, so that tests run all of it.
import type { EventName, EventPayload } from '../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { createActivity } from './activity/activity.ts';
import type { Connection } from './http/connection.ts';
import type { Fetch } from './http/transport.ts';
import { createIdentity, type Identity } from './identity.ts';
import { readInsights } from './insights/insights.ts';
import type { Handlers } from './ipc/handlers.ts';
import { isUpdateMethod } from './payments/update-method.ts';
import type { MethodMemory } from './payments/update-payment.ts';
import type { SecretStore } from './session/secret-store.ts';
import { createSession } from './session/session.ts';
import type { Practice } from './session/session-parts.ts';
import type { DeskFile } from './settings/desk-file.ts';

export interface DeskParts {
  readonly network: Fetch;
  readonly secrets: SecretStore;
  readonly file: DeskFile;
  /** From the command line; stands before the remembered address. */
  readonly server: string | null;
  readonly info: { readonly version: string; readonly electron: string; readonly platform: string };
  openPractice(): Practice;
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** Milliseconds, monotonic. */
  now(): number;
  wallClock(): Date;
  newKey(): string;
  log(line: string): void;
}

export interface Desk {
  readonly handlers: Handlers;
  /** Signs in as at the last start, where that was kept. */
  restore(): Promise<void>;
}

const DEFAULT_SERVER = 'http://127.0.0.1:8000';

export function createDesk(parts: DeskParts): Desk {
  const { file } = parts;
  const timeNow = (): string => parts.wallClock().toISOString();
  const activity = createActivity(timeNow, () => parts.publish('activity.changed', null));
  let identity: Identity | null = null;

  const session = createSession({
    ...parts,
    readLast: () => {
      const { server, username, acceptPlainHttp } = file.read();
      const given = parts.server;
      return given === null || given === server
        ? { server: server || DEFAULT_SERVER, username, acceptPlainHttp }
        : { server: given, username: '', acceptPlainHttp: false };
    },
    saveLast: (last) => {
      file.save(last);
    },
    changed: (view) => parts.publish('session.changed', view),
    identityChanged: (connection) => {
      identity?.history.stop();
      activity.clear();
      identity = connection === null ? null : openIdentity(connection);
      void identity?.history.refresh();
      void identity?.profile.read();
    },
  });

  const openIdentity = (connection: Connection): Identity => {
    const own: Identity = createIdentity({
      connection,
      activity,
      methods: methodMemory(connection),
      newKey: parts.newKey,
      timeNow,
      named: (name) => {
        if (identity === own) session.rename(name);
      },
      historyChanged: () => {
        if (identity === own) parts.publish('history.changed', own.history.state());
      },
    });
    return own;
  };

  const methodMemory = ({ practice, server }: Connection): MethodMemory => {
    // The practice store is new at every start: what it takes is learned anew and not written down.
    let own: string | undefined = practice ? undefined : file.read().updateMethods[server.base];
    return {
      read: () => (isUpdateMethod(own) ? own : null),
      save: (method) => {
        if (own === method) return;
        own = method;
        if (!practice) file.save({ updateMethods: { ...file.read().updateMethods, [server.base]: method } });
      },
    };
  };

  /** For requests that need somebody signed in. */
  const signedIn =
    <I, O>(handler: (identity: Identity, input: I) => Result<O> | Promise<Result<O>>) =>
    (input: I): Result<O> | Promise<Result<O>> =>
      identity === null ? fail({ kind: 'session-ended' }) : handler(identity, input);

  const handlers: Handlers = {
    'app.info': () => ok(parts.info),
    'session.view': () => ok(session.view()),
    'session.signIn': (input) => session.signIn(input),
    'session.register': (input) => session.register(input),
    'session.openPractice': () => session.openPractice(),
    'session.signOut': async () => ok(await session.signOut()),
    'profile.read': signedIn(({ profile }) => profile.read()),
    'profile.save': signedIn(({ profile }, fields) => profile.save(fields)),
    'profile.picture': signedIn(async ({ profile }) => ok(await profile.picture())),
    'history.state': signedIn(({ history }) => ok(history.state())),
    'history.refresh': signedIn(async ({ history }) => ok(await history.refresh())),
    'history.window': signedIn(({ reader }, { query, offset, limit }) => ok(reader.window(query, offset, limit))),
    'history.position': signedIn(({ reader }, { query, id }) => ok(reader.position(query, id))),
    'orders.peek': signedIn(({ orders }, id) => ok(orders.peek(id))),
    'orders.open': signedIn(({ orders }, id) => orders.open(id)),
    'orders.create': signedIn(({ orders }, input) => orders.create(input)),
    'payments.pending': signedIn(({ pending }, { offset, limit }) => ok(pending.window(offset, limit))),
    'payments.record': signedIn(({ recordPayment }, { order, amount }) => recordPayment(order, amount)),
    'payments.mark': signedIn(({ markPayment }, { payment, to }) => markPayment(payment, to)),
    'activity.list': () => ok([...activity.list()]),
    'insights.read': signedIn(({ reader, history }) => ok(readInsights(reader.all(), history.state().asOf, parts.wallClock()))),
    'settings.read': () => ok(file.read().settings),
    'settings.save': (settings) => {
      file.save({ settings });
      return ok(file.read().settings);
    },
  };

  return { handlers, restore: session.restore };
}
