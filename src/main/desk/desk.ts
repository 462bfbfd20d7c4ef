// The desk: session, the signed-in identity and its write path, wired together without Electron, so that tests run all of it.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts';
import type { DeskState, Reach } from '../../shared/ipc/operation-requests.ts';
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createExports, type SaveFile } from '../activity/export.ts';
import { localZone } from '../activity/local-day.ts';
import { type Batches, createBatches } from '../bulk/batches.ts';
import type { Connection } from '../http/connection.ts';
import type { Fetch, TimeLimits } from '../http/transport.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { deskStateOf } from '../journal/desk-state.ts';
import { createKeptMarks, type KeptMarks } from '../journal/kept-marks.ts';
import { historyNotice, isOfHistory, noticesOf } from '../journal/opening-notices.ts';
import type { Operations, OperationsChange } from '../journal/operations.ts';
import { createReachSince } from '../journal/reach-since.ts';
import type { WritePath } from '../journal/write-path.ts';
import { createMethodMemory } from '../payments/method-memory.ts';
import type { SecretStore } from '../session/secret-store.ts';
import { createSession } from '../session/session.ts';
import type { Practice } from '../session/session-parts.ts';
import type { DeskFile } from '../settings/desk-file.ts';
import type { ViewsFile } from '../settings/views-file.ts';
import { type Attention, attend, type Front } from './attend.ts';
import { clockTrouble } from './clock-trouble.ts';
import { type CheckSeams, createDeskCheck } from './desk-check.ts';
import { createHandlers } from './handlers.ts';
import { createHistories, type HistoriesParts } from './histories.ts';
import { createIdentity, type Identity } from './identity.ts';
import { createLastSignIn } from './last-sign-in.ts';
import type { OwnOperations, ShellParts } from './shell-handlers.ts';
import { createTelling } from './telling.ts';
import { createUnsent, type Unsent } from './unsent.ts';
import type { OpenFile } from './view-handlers.ts';

export interface DeskParts extends CheckSeams, HistoriesParts, Pick<ShellParts, 'closingShown' | 'close'> {
  readonly front: Front;
  readonly network: Fetch;
  readonly limits?: TimeLimits;
  readonly secrets: SecretStore;
  readonly file: DeskFile;
  readonly views: ViewsFile;
  readonly writePath: WritePath;
  /** From the command line; stands before the remembered address. */
  readonly server: string | null;
  readonly info: { readonly version: string; readonly electron: string; readonly platform: string };
  openPractice(): Practice;
  readonly saveFile: SaveFile;
  readonly openFile: OpenFile;
  /** false when the person closed the dialog. */
  print(): Promise<Result<boolean>>;
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** Milliseconds, monotonic. */
  now(): number;
  wallClock(): Date;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
  /** 0 up to 1. */
  random(): number;
  newKey(): string;
  log(line: string): void;
}

export interface Desk {
  readonly handlers: Handlers;
  /** Signs in as at the last start, where that was kept. */
  restore(): Promise<void>;
  state(): DeskState;
  /** Of the signed-in person at the shop. Practice leaves nothing behind. */
  readonly unsent: Unsent;
  /** Nothing new is sent; resolves when what was under way has been written down and the journal is closed. */
  stop(): Promise<void>;
}

export function createDesk(parts: DeskParts): Desk {
  const { file, writePath } = parts;
  const timeNow = (): string => parts.wallClock().toISOString();
  let identity: Identity | null = null;
  let batches: Batches | null = null;
  let shop: Result<Operations> = fail({ kind: 'journal', problem: 'closed' });
  let practice: Result<Operations> = shop;
  let reach: Reach = 'online';
  let expired = false;
  let toldOff: number | null = null;
  let kept: KeptMarks = createKeptMarks([]);
  let notices: DeskState['notices'] = [];
  let attention: Attention | null = null;
  let stopHearing = (): void => undefined;
  const histories = createHistories(parts);
  /** Whether a history that is left is erased: on a shared computer the next one is somebody else. */
  const erases = (): boolean => !file.read().settings.keepHistory;

  const operations = (): Result<Operations> => identity?.operations ?? shop;
  const ownerOf = ({ server, username }: Connection): Operation['owner'] => ({ server: server.base, username });

  const serversChanged = (servers: RememberedServer[]): void => parts.publish('servers.changed', servers);
  const clockOff = (): number | null => clockTrouble(identity?.connection ?? null);

  const reachSince = createReachSince(timeNow);
  const reachNow = () => reachSince(session.view().state === 'expired' ? 'signed-out' : reach);

  const state = (): DeskState => {
    const owner = identity === null ? null : ownerOf(identity.connection);
    return deskStateOf({
      operations: operations(),
      owner,
      ...reachNow(),
      notices,
      goneOn: kept.goneOn(owner),
      clock: clockOff(),
      batches: batches?.views() ?? [],
    });
  };

  const own = (): Result<OwnOperations> => {
    if (identity === null) return fail({ kind: 'session-ended' });
    const { operations: mine, connection } = identity;
    return mine.ok ? ok({ operations: mine.value, owner: ownerOf(connection) }) : mine;
  };

  /** Of the shop. Practice leaves nothing behind: there closing gives up what is held. */
  const ownAtShop = (): OwnOperations | null => {
    const mine = own();
    return mine.ok && identity?.connection.practice === false ? mine.value : null;
  };
  const tell = createTelling({
    ...parts,
    state,
    history: () => identity?.history.state() ?? null,
    owner: () => (identity === null ? null : ownerOf(identity.connection)),
    isRunning: () => batches?.isRunning() === true,
  });

  const heard = (change: OperationsChange): void => {
    if (change.kind === 'operation') kept.moved(change.operation);
    tell.moved(change);
  };

  const check = createDeskCheck(parts, () => identity?.connection ?? null);
  const session = createSession({
    ...parts,
    ...createLastSignIn({ file, given: parts.server, changed: serversChanged }),
    changed: (view) => {
      parts.publish('session.changed', view);
      // Back after the session had ended: what waited for it may go. Any other news of a session is none of the server's health.
      if (view.state === 'signed-in' && expired) wake();
      expired = view.state === 'expired';
      tell.state();
    },
    reached: (told) => {
      const off = clockOff();
      if (told === reach && off === toldOff) return;
      [reach, toldOff] = [told, off];
      tell.state();
    },
    identityChanged: (connection) => {
      check.cancel();
      stopHearing();
      batches?.stop();
      batches = null;
      attention?.stop();
      // Only who signs out leaves for nobody: a session that the server ends keeps what is stored.
      if (identity !== null) histories.leaving(identity.leave(connection === null && erases()));
      reach = 'online';
      notices = notices.filter((notice) => !isOfHistory(notice));
      identity = connection === null ? null : openIdentity(connection);
      attention = identity === null ? null : attend({ ...parts, identity, isSignedIn: () => session.view().state === 'signed-in' });
      void attention?.refresh();
      void identity?.profile.read();
    },
  });

  const openIdentity = (connection: Connection): Identity => {
    const asked = connection.practice ? practice : shop;
    kept = createKeptMarks(asked.ok ? asked.value.unsettled() : []);
    const own: Identity = createIdentity({
      connection,
      operations: asked,
      methods: createMethodMemory(file, connection),
      timeNow,
      named: (name) => {
        if (identity === own) session.rename(name);
      },
      historyChanged: () => (identity === own ? tell.history() : undefined),
      door: histories.take(connection),
      asking: () => ({ now: parts.wallClock().getTime(), zone: file.read().settings.timeZone || localZone() }),
      log: parts.log,
    });
    void own.book.opening.then((opened) => {
      if (opened?.problem == null || identity !== own) return;
      notices = [...notices, historyNotice(opened.problem)];
      tell.state();
    });
    stopHearing = own.operations.ok ? own.operations.value.subscribe(heard) : () => undefined;
    if (own.operations.ok) {
      const [owner, now] = [ownerOf(connection), () => parts.wallClock().getTime()];
      batches = createBatches({ ...parts, operations: own.operations.value, owner, now, changed: tell.state });
    }
    return own;
  };

  const rouse = (how: 'wake' | 'insist') => (): void => {
    const all = operations();
    if (all.ok) all.value[how]();
    attention?.look();
  };
  const wake = rouse('wake');

  const exports = createExports(parts);

  /** Once, and before anybody can sign in. */
  const ready = writePath.shop().then((opened) => {
    shop = opened;
    if (opened.ok) notices = noticesOf(opened.value.report);
    else parts.log(`the journal could not be opened: ${JSON.stringify(opened.error)}`);
  });

  return {
    handlers: createHandlers({
      ...parts,
      session,
      changed: serversChanged,
      inUse: () => (identity === null || identity.connection.practice ? null : identity.connection.server.base),
      waitingAt: (address) => (shop.ok ? shop.value.unsettled().filter(({ owner }) => owner.server === address).length : null),
      ready,
      exports,
      check,
      state,
      wake,
      insist: rouse('insist'),
      own,
      refresh: async () => (attention === null ? fail({ kind: 'session-ended' }) : ok(await attention.refresh())),
      dismissNotices: () => {
        notices = [];
        tell.state();
      },
      identity: () => identity,
      batches: () => batches,
      openPractice: async () => {
        practice = await writePath.practice();
        return await session.openPractice();
      },
    }),
    restore: async () => {
      const owner = session.lastOwner();
      if (owner !== null) histories.foresee(owner);
      await ready;
      await session.restore();
      // Whoever has to sign in anew finds it again then.
      await histories.drop(false);
    },
    state,
    unsent: createUnsent(ownAtShop),
    stop: async () => {
      attention?.stop();
      tell.stop();
      if (shop.ok) await shop.value.stop();
      await Promise.all([writePath.close(), histories.drop(false), identity?.leave(false)]);
    },
  };
}
