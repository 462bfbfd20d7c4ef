// An open history file as the history writes to it: in whole transactions, until the disk takes no more. Then the file stays as it is.
import type { DatabaseSync } from 'node:sqlite';
import type { HistoryFileProblem, UnreadableRow } from '../door.ts';
import type { Payment } from '../facts.ts';
import { type OpenedDatabase, troubleOf } from './database.ts';
import { paymentText, readPaymentText } from './facts-text.ts';
import { createPieces, type Pieces } from './pieces.ts';

/** What is known of the last complete pull, and of what is kept beside the rows. */
export interface Meta {
  readonly asOf: string | null;
  readonly etag: string | null;
  readonly unreadable: number;
  readonly ownOnly: boolean;
  readonly userId: number | null;
  readonly username: string;
  /** The highest order number comes first in the file. */
  readonly turned: boolean;
  /** The name of the index's columns among the pieces; null: there are none that hold. */
  readonly columns: string | null;
  readonly digests: boolean;
}

const NOTHING: Meta = {
  ...{ asOf: null, etag: null, unreadable: 0, ownOnly: false, userId: null, username: '' },
  ...{ turned: false, columns: null, digests: false },
};

/** Orders that differ from what was kept of them in columns. */
export interface IdSet {
  has(id: number): boolean;
  add(id: number): void;
  clear(): void;
  /** From now on it is remembered which are added, even once more. */
  mark(): void;
  /** All but those that were added since `mark`. */
  clearMarked(): void;
  all(): readonly number[];
  size(): number;
}

export interface HistoryFile {
  readonly db: DatabaseSync;
  readonly pieces: Pieces;
  readonly touched: IdSet;
  readonly undigested: IdSet;
  /** false: in memory, from the beginning. */
  readonly onDisk: boolean;
  problem(): HistoryFileProblem | null;
  /** false: nothing more is written. */
  kept(): boolean;
  meta(): Meta;
  note(change: Partial<Meta>): void;
  notePayment(id: number, fact: Payment | null): void;
  payments(): readonly Payment[];
  noteUnreadable(rows: readonly UnreadableRow[]): void;
  unreadable(): readonly UnreadableRow[];
  /** All or nothing. Where the disk takes no more, it is done again without the file: to be written so that this does no harm. */
  write(work: () => void): void;
  /** @throws what the transaction came to grief with */
  begin(): void;
  commit(): void;
  rollBack(): void;
  /** @returns whether it was the disk, and the history goes on in memory. */
  leaveIfFull(thrown: unknown): boolean;
}

/** @param leave told when the disk takes no more. */
export function createHistoryFile(opened: OpenedDatabase, path: string, leave: () => void): HistoryFile {
  const { db } = opened;
  let { problem } = opened;
  let kept = true;
  let meta: Meta = { ...NOTHING, ...readMeta(db) };
  let unreadable: readonly UnreadableRow[] = db
    .prepare('SELECT place, text FROM unreadable ORDER BY place')
    .all()
    .map(({ place, text }) => ({ place: Number(place), text: String(text) }));
  const saveMeta = db.prepare('INSERT OR REPLACE INTO meta VALUES (1, ?)');
  const putTold = db.prepare('INSERT OR REPLACE INTO told VALUES (?, ?)');
  const dropTold = db.prepare('DELETE FROM told WHERE id = ?');
  const putUnreadable = db.prepare('INSERT INTO unreadable VALUES (?, ?)');
  const isKept = (): boolean => kept;

  const rollBack = (): void => {
    // A full disk may already have ended the transaction.
    if (db.isTransaction) db.exec('ROLLBACK');
  };
  const leaveIfFull = (thrown: unknown): boolean => {
    if (!kept || troubleOf(thrown) !== 'unwritable') return false;
    kept = false;
    problem = { kind: 'not-kept', file: path };
    leave();
    return true;
  };

  return {
    db,
    pieces: createPieces(db),
    touched: createIdSet(db, 'touched', isKept),
    undigested: createIdSet(db, 'undigested', isKept),
    onDisk: opened.onDisk,
    problem: () => problem,
    kept: isKept,
    meta: () => meta,
    note: (change) => {
      meta = { ...meta, ...change };
      if (kept) saveMeta.run(JSON.stringify(meta));
    },
    notePayment: (id, fact) => {
      if (!kept) return;
      if (fact === null) dropTold.run(id);
      else putTold.run(id, paymentText(fact));
    },
    payments: () =>
      db
        .prepare('SELECT facts FROM told')
        .all()
        .map(({ facts }) => readPaymentText(String(facts))),
    noteUnreadable: (rows) => {
      unreadable = rows;
      if (!kept) return;
      db.exec('DELETE FROM unreadable');
      for (const { place, text } of rows) putUnreadable.run(place, text);
    },
    unreadable: () => unreadable,
    write: (work) => {
      try {
        db.exec('BEGIN IMMEDIATE');
        work();
        db.exec('COMMIT');
      } catch (thrown) {
        rollBack();
        if (!leaveIfFull(thrown)) throw thrown;
        work();
      }
    },
    begin: () => db.exec('BEGIN IMMEDIATE'),
    commit: () => db.exec('COMMIT'),
    rollBack,
    leaveIfFull,
  };
}

function readMeta(db: DatabaseSync): Partial<Meta> {
  const facts = db.prepare('SELECT facts FROM meta').get()?.['facts'];
  return typeof facts === 'string' ? (JSON.parse(facts) as Partial<Meta>) : {};
}

function createIdSet(db: DatabaseSync, table: 'touched' | 'undigested', kept: () => boolean): IdSet {
  const insert = db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?)`);
  const ids = new Set(
    db
      .prepare(`SELECT id FROM ${table}`)
      .all()
      .map(({ id }) => Number(id)),
  );
  let since = new Set<number>();
  const add = (id: number): void => {
    since.add(id);
    if (ids.has(id)) return;
    if (kept()) insert.run(id);
    ids.add(id);
  };
  const clear = (): void => {
    if (kept()) db.exec(`DELETE FROM ${table}`);
    ids.clear();
  };
  return {
    has: (id) => ids.has(id),
    add,
    clear,
    mark: () => {
      since = new Set();
    },
    clearMarked: () => {
      clear();
      for (const id of since) add(id);
    },
    all: () => [...ids],
    size: () => ids.size,
  };
}
