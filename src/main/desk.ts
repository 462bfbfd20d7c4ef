// The desk: session, the signed-in identity and its write path, wired together without Electron, so that tests run all of it.
import { isUnderWay } from '../shared/domain/batch.ts';
import { sameOwner } from '../shared/domain/operation-rules.ts';
import type { Operation } from '../shared/domain/operation-schemas.ts';
import type { EventName, EventPayload } from '../shared/ipc/contract.ts';
import type { DeskState, Reach } from '../shared/ipc/operation-requests.ts';
import { fail, type Result } from '../shared/result.ts';
import { type Batches, createBatches } from './bulk/batches.ts';
import { createHandlers } from './desk-handlers.ts';
import type { Connection } from './http/connection.ts';
import type { Fetch } from './http/transport.ts';
import { createIdentity, type Identity } from './identity.ts';
import type { Handlers } from './ipc/handlers.ts';
import { seldom } from './ipc/seldom.ts';
import { deskStateOf, isOnItsWay } from './journal/desk-state.ts';
import type { Operations, OperationsChange } from './journal/operations.ts';
import type { WritePath } from './journal/write-path.ts';
import { createMethodMemory } from './payments/method-memory.ts';
import type { SecretStore } from './session/secret-store.ts';
import { createSession } from './session/session.ts';
import type { Practice } from './session/session-parts.ts';
import type { DeskFile } from './settings/desk-file.ts';

export interface DeskParts {
  readonly network: Fetch;
  readonly secrets: SecretStore;
  readonly file: DeskFile;
  readonly writePath: WritePath;
  /** From the command line; stands before the remembered address. */
  readonly server: string | null;
  readonly info: { readonly version: string; readonly electron: string; readonly platform: string };
  openPractice(): Practice;
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** Milliseconds, monotonic. */
  now(): number;
  wallClock(): Date;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
  newKey(): string;
  log(line: string): void;
}

export interface Desk {
  readonly handlers: Handlers;
  /** Signs in as at the last start, where that was kept. */
  restore(): Promise<void>;
  state(): DeskState;
  /** Of the shop, whoever asked: what is still to be sent. Practice leaves nothing behind. */
  unsent(): readonly Operation[];
  /** Nothing new is sent; resolves when what was under way has been written down. */
  stop(): Promise<void>;
}

const DEFAULT_SERVER = 'http://127.0.0.1:8000';
/** Milliseconds between two tellings: often enough for the eye, seldom enough for a batch of thousands. */
const REST = 100;
/** Whoever is told of the history asks for its rows, which are then found, counted and sorted anew: in a bulk run the run itself needs the time. */
const REST_IN_BULK = 1_000;

export function createDesk(parts: DeskParts): Desk {
  const { file, writePath } = parts;
  const timeNow = (): string => parts.wallClock().toISOString();
  let identity: Identity | null = null;
  let batches: Batches | null = null;
  let shop: Result<Operations> = fail({ kind: 'journal', problem: 'closed' });
  let practice: Result<Operations> = shop;
  let reach: Reach = 'online';
  let stopHearing = (): void => undefined;

  const operations = (): Result<Operations> => identity?.operations ?? shop;
  const ownerOf = ({ server, username }: Connection): Operation['owner'] => ({ server: server.base, username });

  const state = (): DeskState =>
    deskStateOf({
      operations: operations(),
      owner: identity === null ? null : ownerOf(identity.connection),
      reach: session.view().state === 'expired' ? 'signed-out' : reach,
      batches: batches?.views() ?? [],
    });
  const tellState = seldom(
    () => parts.publish('desk.changed', state()),
    () => REST,
    parts.after,
  );
  const tellHistory = seldom(
    () => {
      if (identity !== null) parts.publish('history.changed', identity.history.state());
    },
    () => (batches?.views().some(isUnderWay) === true ? REST_IN_BULK : REST),
    parts.after,
  );

  const heard = (change: OperationsChange): void => {
    if (change.kind !== 'operation' || change.operation.batch !== null) {
      tellState();
      return;
    }
    // Somebody has just pressed a key and looks at the row: its list is asked for first.
    tellHistory.now();
    tellState.now();
    if (identity === null) return;
    if (sameOwner(change.operation.owner, ownerOf(identity.connection))) parts.publish('operation.moved', change.operation);
  };

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
    changed: (view) => {
      parts.publish('session.changed', view);
      // Back after the session had ended: what waited for it may go.
      if (view.state === 'signed-in') wake();
      tellState();
    },
    reached: (told) => {
      if (told === reach) return;
      reach = told;
      tellState();
    },
    identityChanged: (connection) => {
      stopHearing();
      batches?.stop();
      batches = null;
      identity?.leave();
      reach = 'online';
      identity = connection === null ? null : openIdentity(connection);
      void identity?.history.refresh();
      void identity?.profile.read();
    },
  });

  const openIdentity = (connection: Connection): Identity => {
    const own: Identity = createIdentity({
      connection,
      operations: connection.practice ? practice : shop,
      methods: createMethodMemory(file, connection),
      timeNow,
      named: (name) => {
        if (identity === own) session.rename(name);
      },
      historyChanged: tellHistory,
    });
    stopHearing = own.operations.ok ? own.operations.value.subscribe(heard) : () => undefined;
    if (own.operations.ok) {
      const now = (): number => parts.wallClock().getTime();
      batches = createBatches({
        operations: own.operations.value,
        owner: ownerOf(connection),
        now,
        after: parts.after,
        changed: tellState,
      });
    }
    return own;
  };

  const wake = (): void => {
    const own = operations();
    if (own.ok) own.value.wake();
  };

  /** Once, and before anybody can sign in. */
  const ready = writePath.shop().then((opened) => {
    shop = opened;
    if (!opened.ok) parts.log(`the journal could not be opened: ${JSON.stringify(opened.error)}`);
  });

  return {
    handlers: createHandlers({
      ...parts,
      session,
      ready,
      state,
      wake,
      identity: () => identity,
      batches: () => batches,
      openPractice: async () => {
        practice = await writePath.practice();
        return await session.openPractice();
      },
    }),
    restore: async () => {
      await ready;
      await session.restore();
    },
    state,
    unsent: () => (shop.ok ? shop.value.unsettled().filter(isOnItsWay) : []),
    stop: async () => {
      tellState.stop();
      tellHistory.stop();
      if (shop.ok) await shop.value.stop();
    },
  };
}
