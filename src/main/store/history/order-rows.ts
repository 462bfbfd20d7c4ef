// The rows of the history: those that stand, and beside them those that a pull has brought so far. On a disk that takes no more, what is new
// stays in memory, and what the file holds stays as it is.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Order } from '../facts.ts';
import { type Facts, orderText, readFacts } from './facts-text.ts';
import { ROWS } from './migrations.ts';

export interface OrderRows {
  /** As the server wrote it, or as it was put together; null: not here. */
  facts(id: number): Facts | null;
  read(id: number): Order | null;
  write(order: Order): void;
  all(): Iterable<Facts>;
  /** The numbers of all rows in the file. */
  ids(): Float64Array;

  /** @param id of the first rows that come, when there are none yet: rows are appended, whichever way the server sorts. */
  turn(first: number, last: number): void;
  /** Written with a later `flush`. */
  stage(id: number, facts: Facts | Piece): void;
  /** How many wait for it. */
  waiting(): number;
  /** Writes so many of those that have waited longest. Within a transaction of the caller's; may be called again where that has failed. */
  flush(most: number): void;
  /** The transaction stands. */
  flushed(): void;
  unstage(id: number): void;
  staged(id: number): Facts | null;
  clearStage(): void;
  /** What a pull has brought takes its place among the rows: lazily, each step some of it. Within a transaction of the caller's. */
  take(gone: readonly number[], whole: boolean): Iterable<void>;
  /** false: what is new is in memory only. */
  kept(): boolean;
  /** From now on nothing is written to the file. */
  leaveFile(): void;
}

/** Facts as they stand among the bytes that have come: making a view of each costs more than reading most of them. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Some milliseconds' writing. */
const STEP = 2_000;

interface Statements {
  readonly get: StatementSync;
  readonly put: StatementSync;
  readonly getNext: StatementSync;
  readonly putNext: StatementSync;
  readonly dropNext: StatementSync;
}

/** @param turned whether the highest number comes first in the file. */
export function createOrderRows(db: DatabaseSync, turned: { read(): boolean; save(turned: boolean): void }): OrderRows {
  let home: 'main' | 'temp' = 'main';
  let own = prepare(db, home);
  const inFile = db.prepare('SELECT facts FROM main.orders WHERE place = ?');
  let reversed = turned.read();
  const waiting = new Map<number, Facts | Piece>();
  let written: number[] = [];

  const placeOf = (id: number): number => (reversed ? Number.MAX_SAFE_INTEGER - id : id);
  const factsOf = (row: Record<string, unknown> | undefined): Facts | null => {
    const facts = row?.['facts'];
    return typeof facts === 'string' || facts instanceof Uint8Array ? facts : null;
  };
  const facts = (id: number): Facts | null =>
    factsOf(own.get.get(placeOf(id))) ?? (home === 'temp' ? factsOf(inFile.get(placeOf(id))) : null);
  const isEmpty = (table: 'orders' | 'next'): boolean => db.prepare(`SELECT 1 FROM main.${table} LIMIT 1`).get() === undefined;

  function* takeAll(gone: readonly number[]): Iterable<void> {
    const remove = db.prepare('DELETE FROM orders WHERE place = ?');
    for (const id of gone) remove.run(placeOf(id));
    // Those that were put by themselves meanwhile; the rest has nothing to stand beside.
    db.exec(`INSERT OR REPLACE INTO next SELECT * FROM orders; DROP TABLE orders; ALTER TABLE next RENAME TO orders;
             CREATE TABLE next ${ROWS}`);
    yield;
  }
  function* takeSome(gone: readonly number[]): Iterable<void> {
    const move = db.prepare(
      `INSERT OR REPLACE INTO ${home}.orders SELECT * FROM ${home}.next WHERE place > ? ORDER BY place LIMIT ${STEP} RETURNING place`,
    );
    let after = -1;
    for (let moved = move.all(after); moved.length > 0; moved = move.all(after)) {
      after = moved.reduce((highest, { place }) => Math.max(highest, Number(place)), after);
      yield;
    }
    const remove = db.prepare(`DELETE FROM ${home}.orders WHERE place = ?`);
    for (const [index, id] of gone.entries()) {
      remove.run(placeOf(id));
      if (index % STEP === STEP - 1) yield;
    }
    db.exec(`DELETE FROM ${home}.next`);
  }

  return {
    facts,
    read: (id) => {
      const found = facts(id);
      return found === null ? null : readFacts(found);
    },
    write: (order) => void own.put.run(placeOf(order.id), orderText(order)),
    *all() {
      for (const row of db.prepare('SELECT facts FROM main.orders').iterate()) {
        const found = factsOf(row);
        if (found !== null) yield found;
      }
    },
    ids: () => {
      // One text is read many times faster than as many rows.
      const { all } = db.prepare('SELECT json_group_array(place) AS "all" FROM main.orders').get() as { all: string };
      return Float64Array.from(JSON.parse(all) as number[], (place) => (reversed ? Number.MAX_SAFE_INTEGER - place : place));
    },
    turn: (first, last) => {
      if (home === 'temp' || reversed === last < first || !isEmpty('orders') || !isEmpty('next')) return;
      reversed = last < first;
      turned.save(reversed);
    },
    stage: (id, given) => void waiting.set(id, given),
    waiting: () => waiting.size,
    flush: (most) => {
      written = [];
      for (const [id, given] of waiting) {
        if (written.length >= most) break;
        own.putNext.run(placeOf(id), viewOf(given));
        written.push(id);
      }
    },
    flushed: () => {
      for (const id of written) waiting.delete(id);
      written = [];
    },
    unstage: (id) => {
      waiting.delete(id);
      own.dropNext.run(placeOf(id));
    },
    staged: (id) => {
      const given = waiting.get(id);
      return given === undefined ? factsOf(own.getNext.get(placeOf(id))) : viewOf(given);
    },
    clearStage: () => {
      waiting.clear();
      db.exec(`DELETE FROM ${home}.next`);
    },
    take: (gone, whole) => (whole && home === 'main' ? takeAll(gone) : takeSome(gone)),
    kept: () => home === 'main',
    leaveFile: () => {
      if (home === 'temp') return;
      db.exec(`CREATE TEMP TABLE orders ${ROWS}; CREATE TEMP TABLE next ${ROWS}; INSERT INTO temp.next SELECT * FROM main.next`);
      home = 'temp';
      own = prepare(db, home);
    },
  };
}

function viewOf(given: Facts | Piece): Facts {
  return typeof given === 'string' || given instanceof Uint8Array ? given : given.bytes.subarray(given.start, given.end);
}

function prepare(db: DatabaseSync, home: 'main' | 'temp'): Statements {
  return {
    get: db.prepare(`SELECT facts FROM ${home}.orders WHERE place = ?`),
    put: db.prepare(`INSERT OR REPLACE INTO ${home}.orders VALUES (?, ?)`),
    getNext: db.prepare(`SELECT facts FROM ${home}.next WHERE place = ?`),
    putNext: db.prepare(`INSERT OR REPLACE INTO ${home}.next VALUES (?, ?)`),
    dropNext: db.prepare(`DELETE FROM ${home}.next WHERE place = ?`),
  };
}
