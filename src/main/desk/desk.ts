// The desk: session, the signed-in identity and its write path, wired together without Electron, so that tests run all of it.
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts';
import type { DeskState, Reach } from '../../shared/ipc/operation-requests.ts';
import type { RememberedServer } from '../../shared/ipc/server-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createExports, type SaveFile } from '../activity/export.ts';
import type { Fetch, TimeLimits } from '../http/transport.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { deskStateOf } from '../journal/desk-state.ts';
import { historyNotice, isOfHistory, noticesOf } from '../journal/opening-notices.ts';
import type { Operations } from '../journal/operations.ts';
import { createReachSince } from '../journal/reach-since.ts';
import type { WritePath } from '../journal/write-path.ts';
import type { SecretStore } from '../session/secret-store.ts';
import { createSession } from '../session/session.ts';
import type { Practice } from '../session/session-parts.ts';
import type { DeskFile } from '../settings/desk-file.ts';
import type { ViewsFile } from '../settings/views-file.ts';
import type { Front } from './attend.ts';
import { clockTrouble } from './clock-trouble.ts';
import { type CheckSeams, createDeskCheck } from './desk-check.ts';
import { createDeskOut } from './desk-out.ts';
import { createHandlers } from './handlers.ts';
import type { HistoriesParts } from './histories.ts';
import { createLastSignIn } from './last-sign-in.ts';
import type { OwnOperations, ShellParts } from './shell-handlers.ts';
import { createSitting } from './sitting.ts';
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
  /** Somebody has opened a link to it. */
  showOrder(order: number): void;
  /** Nothing new is sent; resolves when what was under way has been written down and the journal is closed. */
  stop(): Promise<void>;
}

export function createDesk(parts: DeskParts): Desk {
  const { file, writePath } = parts;
  const timeNow = (): string => parts.wallClock().toISOString();
  let shop: Result<Operations> = fail({ kind: 'journal', problem: 'closed' });
  let practice: Result<Operations> = shop;
  let reach: Reach = 'online';
  let expired = false;
  let toldOff: number | null = null;
  let notices: DeskState['notices'] = [];

  const operations = (): Result<Operations> => sitting.identity()?.operations ?? shop;

  const serversChanged = (servers: RememberedServer[]): void => parts.publish('servers.changed', servers);
  const clockOff = (): number | null => clockTrouble(sitting.identity()?.connection ?? null);

  const reachSince = createReachSince(timeNow);
  const reachNow = () => reachSince(session.view().state === 'expired' ? 'signed-out' : reach);

  const state = (): DeskState =>
    deskStateOf({
      operations: operations(),
      owner: sitting.owner(),
      ...reachNow(),
      notices,
      goneOn: sitting.goneOn(),
      clock: clockOff(),
      batches: sitting.batches()?.views() ?? [],
    });

  const own = (): Result<OwnOperations> => {
    const [mine, owner] = [sitting.identity()?.operations, sitting.owner()];
    if (mine === undefined || owner === null) return fail({ kind: 'session-ended' });
    return mine.ok ? ok({ operations: mine.value, owner }) : mine;
  };

  /** Of the shop. Practice leaves nothing behind: there closing gives up what is held. */
  const ownAtShop = (): OwnOperations | null => {
    const mine = own();
    return mine.ok && sitting.identity()?.connection.practice === false ? mine.value : null;
  };
  const tell = createTelling({
    ...parts,
    state,
    history: () => sitting.identity()?.history.state() ?? null,
    owner: () => sitting.owner(),
    isRunning: () => sitting.batches()?.isRunning() === true,
  });

  const sitting = createSitting({
    ...parts,
    operations: ({ practice: practises }) => (practises ? practice : shop),
    isSignedIn: () => session.view().state === 'signed-in',
    named: (name) => session.rename(name),
    changed: tell.state,
    historyChanged: tell.history,
    moved: tell.moved,
    noticed: (problem) => {
      notices = [...notices, historyNotice(problem)];
      tell.state();
    },
  });

  const check = createDeskCheck(parts, () => sitting.identity()?.connection ?? null);
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
      out.left();
      reach = 'online';
      notices = notices.filter((notice) => !isOfHistory(notice));
      sitting.change(connection);
    },
  });

  const rouse = (how: 'wake' | 'insist') => (): void => {
    const all = operations();
    if (all.ok) all.value[how]();
    sitting.attention()?.look();
  };
  const wake = rouse('wake');

  const exports = createExports(parts);
  const out = createDeskOut(parts);

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
      inUse: () => (sitting.identity()?.connection.practice === false ? (sitting.owner()?.server ?? null) : null),
      waitingAt: (address) => (shop.ok ? shop.value.unsettled().filter(({ owner }) => owner.server === address).length : null),
      ready,
      exports,
      ...out,
      check,
      state,
      wake,
      insist: rouse('insist'),
      own,
      refresh: async () => {
        const attention = sitting.attention();
        return attention === null ? fail({ kind: 'session-ended' }) : ok(await attention.refresh());
      },
      dismissNotices: () => {
        notices = [];
        tell.state();
      },
      identity: sitting.identity,
      left: sitting.left,
      batches: sitting.batches,
      openPractice: async () => {
        practice = await writePath.practice();
        return await session.openPractice();
      },
    }),
    restore: async () => {
      const owner = session.lastOwner();
      if (owner !== null) sitting.foresee(owner);
      await session.restore(ready);
      // Whoever has to sign in anew finds it again then.
      await sitting.forget();
    },
    state,
    unsent: createUnsent(ownAtShop),
    showOrder: out.linked.open,
    stop: async () => {
      sitting.stop();
      tell.stop();
      await out.historyExport.stop();
      if (shop.ok) await shop.value.stop();
      await Promise.all([writePath.close(), sitting.close()]);
    },
  };
}
