// An open history: what is asked of it is answered from the index and the rows, and a pull takes its place when all of it has come.

import type { OrderIndex } from '../columns/order-index.ts';
import type { HistoryFileProblem, HistoryOpening, Moment, PageEnd, PullStart, Summary } from '../door.ts';
import type { Payment } from '../facts.ts';
import { createBreath, stepThrough } from './breath.ts';
import type { OpenedDatabase } from './database.ts';
import { type Digests, readDigests } from './digests.ts';
import { createFactsBook, type FactsBook } from './facts-book.ts';
import { DIGESTS, type FinishParts, MOST_TOUCHED, settleTold, writePull } from './finish-pull.ts';
import { createHistoryFile, type HistoryFile } from './history-file.ts';
import { createOrderRows } from './order-rows.ts';
import type { CreateScanner } from './page-rows.ts';
import { BEGINNING, createPull, type Pull } from './pull.ts';
import { createSaver, type IndexMaker, openIndex } from './snapshot.ts';
import { createTold } from './told.ts';

export interface HistoryParts extends IndexMaker {
  readonly path: string;
  readonly createScanner: CreateScanner;
  changed(): void;
  trouble(problem: HistoryFileProblem): void;
  /** Some time from now, when it holds up nobody. */
  later(work: () => void): void;
}

export interface History {
  readonly file: HistoryFile;
  readonly index: OrderIndex;
  readonly book: FactsBook;
  opening(): HistoryOpening;
  summary(): Summary;
  /** Grows with every change. */
  revision(): number;
  /** A change by itself: as soon as no pull is just taking its place. */
  change(work: (book: FactsBook) => void): Promise<void>;
  /** What was told in this session, for the history that comes after this one. */
  told(): Iterable<readonly [Payment, Moment]>;
  carry(told: Iterable<readonly [Payment, Moment]>): void;

  beginPull(start: PullStart): Promise<void>;
  pageBytes(page: number, bytes: Uint8Array<ArrayBuffer>): Promise<number>;
  endPage(page: number, contentType: string | null): Promise<PageEnd>;
  finishPull(asOf: string, etag: string | null): Promise<void>;
  dropPull(): Promise<void>;
  confirm(asOf: string): Promise<void>;
  /** @param erase the file goes, too, as soon as it is closed. */
  close(erase: boolean): Promise<void>;
}

/** Bytes that are looked at in one go: a few milliseconds' work. */
const SLICE = 64 * 1024;
/** With so many orders read one by one at a start, the columns are worth writing anew. */
const WORTH_SAVING = MOST_TOUCHED / 10;

export function createHistory(opened: OpenedDatabase, parts: HistoryParts): History {
  const file: HistoryFile = createHistoryFile(opened, parts.path, () => {
    rows.leaveFile();
    const problem = file.problem();
    if (problem !== null) parts.trouble(problem);
  });
  const rows = createOrderRows(file.db, { read: () => file.meta().turned, save: (turned) => file.write(() => file.note({ turned })) });
  const told = createTold(file.payments(), file.notePayment);
  const index = openIndex(file, rows, told, parts);
  const book = createFactsBook({ file, rows, index, told, isPartial: () => partial });
  const saver = createSaver(file, index, told, createBreath);
  const state = file.meta;
  let revision = 0;
  let partial = false;
  let pull: Pull | null = null;
  /** A pull is just taking its place. */
  let gate: Promise<void> | null = null;
  /** What is asked of the pull is done one after the other. */
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const summary = (): Summary => {
    const { unreadable, ownOnly, asOf } = state();
    return { total: index.size, highest: index.highest(), unreadable, ownOnly, asOf, partial };
  };
  const touch = (): void => {
    revision += 1;
    parts.changed();
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(() => {
      if (closed) throw new Error('the history is closed');
      return work();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  const underWay = (): Pull => {
    if (pull === null) throw new Error('no pull is under way');
    return pull;
  };

  const digestsFor = ({ userId, username }: PullStart['person']): { digests: Digests | null; former: Float64Array } => {
    const meta = state();
    const bytes = meta.digests && file.kept() ? file.pieces.read(DIGESTS) : null;
    const digests = bytes === null ? null : readDigests(bytes);
    const isSame = meta.userId === userId && meta.username === username;
    return { digests: isSame ? digests : null, former: digests?.ids ?? (index.size === 0 ? new Float64Array(0) : rows.ids()) };
  };

  /** The first rows of a first pull are shown at once: somebody has just signed in for the first time and waits. */
  const showBeginning = (own: Pull): void => {
    if (!own.first || partial || own.beginning().length < BEGINNING) return;
    partial = true;
    for (const order of own.beginning()) if (!index.has(order.id)) index.put(order);
    touch();
  };
  /** What began to be shown is found whole before it is written: until it is, it may go again like its beginning. @returns whether it was. */
  const showWhole = (own: Pull): boolean => {
    if (!partial) return false;
    own.finishIndex();
    file.write(() => book.tellAnew(own.start.asked));
    touch();
    return true;
  };
  const hideBeginning = (): void => {
    if (!partial) return;
    partial = false;
    index.rebuild().finish();
    for (const id of book.put.keys()) {
      const order = rows.read(id);
      if (order !== null) index.put(told.wholeOf(order));
    }
    touch();
  };

  const settle = async (own: Pull): Promise<void> => {
    const breathe = createBreath();
    for (const _ of own.settle()) {
      showBeginning(own);
      await breathe();
      if (pull !== own) return;
    }
  };

  const drop = (): void => {
    pull = null;
    file.write(rows.clearStage);
    hideBeginning();
  };

  const saveColumns = (): void => {
    // A pull that is just taking its place brings its own saving.
    if (!closed && gate === null) void saver.save();
  };

  const finish = async (own: Pull, asOf: string, etag: string | null): Promise<void> => {
    const finishing: FinishParts = { pull: own, file, rows, put: book.put, came: book.came, asOf, etag, breathe: createBreath() };
    const isWhole = showWhole(own);
    await stepThrough(own.flush(), finishing.breathe);
    await writePull(finishing);
    pull = null;
    partial = false;
    if (!isWhole) own.finishIndex();
    const settled = settleTold(finishing, told, [...book.toldOrders()].filter(index.has));
    file.write(() => book.pulled(own.start.asked, settled));
    touch();
    if (state().columns === null || file.touched.size() > WORTH_SAVING) parts.later(saveColumns);
  };

  return {
    file,
    index,
    book,
    opening: () => ({ summary: summary(), problem: file.problem(), etag: state().etag }),
    summary,
    revision: () => revision,
    change: async (work) => {
      while (gate !== null) await gate;
      work(book);
      touch();
    },
    told: told.entries,
    carry: (entries) => {
      file.write(() => {
        for (const [payment, moment] of entries) told.keep(payment, moment);
      });
    },
    beginPull: (start) => {
      if (pull !== null && gate === null) drop();
      return inTurn(async () => {
        book.begin();
        const { digests, former } = digestsFor(start.person);
        const own = createPull({ start, file, rows, index, told, createScanner: parts.createScanner, digests, former });
        await stepThrough(own.prepare(), createBreath());
        pull = own;
      });
    },
    pageBytes: (page, bytes) =>
      inTurn(async () => {
        const own = underWay();
        const breathe = createBreath();
        for (let at = 0; at < bytes.length && pull === own; at += SLICE) {
          own.write(page, bytes.subarray(at, at + SLICE));
          await settle(own);
          await breathe();
        }
        return own.received();
      }),
    endPage: (page, contentType) =>
      inTurn(async () => {
        const own = underWay();
        own.end(page, contentType);
        await settle(own);
        return own.ended(page);
      }),
    finishPull: (asOf, etag) =>
      inTurn(async () => {
        const own = underWay();
        saver.stop();
        const { promise, resolve } = Promise.withResolvers<void>();
        gate = promise;
        try {
          await finish(own, asOf, etag);
        } finally {
          gate = null;
          resolve();
        }
      }),
    dropPull: async () => {
      // What still waits to be looked at is not looked at. One that is just taking its place has ended.
      if (pull !== null && gate === null) drop();
      await inTurn(async () => {
        // One that had just been asked for.
        if (pull !== null) drop();
      });
    },
    confirm: async (asOf) => {
      while (gate !== null) await gate;
      file.write(() => file.note({ asOf }));
      touch();
    },
    close: async (erase) => {
      pull = null;
      await inTurn(async () => {
        saver.stop();
        if (!erase && state().columns === null && index.size > 0) await saver.save();
      });
      closed = true;
      saver.stop();
      file.db.close();
    },
  };
}
