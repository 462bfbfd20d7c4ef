// The journal's file, spoken to directly: one connection, one writer. Runs in the worker thread; tests and the simulation call it in place.
import type { DatabaseSync } from 'node:sqlite';
import type { JournalProblem } from '../../shared/errors/app-error.ts';
import { openDatabase, problemOf } from './database.ts';
import { chain, type Draft, type Entry } from './entry.ts';
import { type EntryPage, type Filter, readActors, readEntry, readPage } from './page.ts';
import type { Standing } from './standing.ts';
import { type AmountTally, amountsOfBatch, type Tally, tallyBatch } from './tally.ts';
import { headReader, type Verdict, verify } from './verify.ts';
import { noWitness, openWitness, type Testimony, type Witness } from './witness.ts';

export interface Change {
  readonly draft: Draft;
  /** null for what belongs to no single operation. */
  readonly standing: Standing | null;
}

export interface Opening {
  /** Entries found. */
  readonly entries: number;
  /** A broken file was renamed to this, and a new one begun. */
  readonly setAside: string | null;
  /** The witness remembers more entries, or others, than the file holds: this many are gone; 0 when all are there. */
  readonly missing: number;
  /** What the file beside it said; null where there was none. */
  readonly witness: Testimony | null;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: JournalProblem };

export interface JournalFile {
  readonly opening: Opening;
  /** All or none; on the disk when it returns. @returns the sequence of the first one. */
  append(changes: readonly Change[]): Answer<number>;
  /** All entries of operations that are not settled, and those of their batches, in order. */
  unsettled(): Answer<readonly Entry[]>;
  page(filter: Filter): Answer<EntryPage>;
  /** Which of these numbers of the server are known to be the outcome of an operation of this kind. */
  claimed(kind: string, server: string, numbers: readonly number[]): Answer<readonly number[]>;
  /** Where the operations of a batch stand. */
  tally(batch: string): Answer<readonly Tally[]>;
  /** What the operations of a batch were asked for with. */
  amounts(batch: string): Answer<readonly AmountTally[]>;
  /** Everybody who has asked for anything at this server, by name. */
  actors(server: string): Answer<readonly string[]>;
  verify(): Answer<Verdict>;
  /** For export: rows after a place in the journal, in order. */
  rows(after: number, limit: number): Answer<readonly Entry[]>;
  close(): void;
}

export interface FileParts {
  /** `:memory:` for one that is gone when it is closed. */
  readonly path: string;
  /** ISO 8601 */
  timeNow(): string;
}

export function openJournalFile({ path, timeNow }: FileParts): Answer<JournalFile> {
  const opened = openDatabase(path, timeNow());
  if ('problem' in opened) return { ok: false, problem: opened.problem };
  const witness = path === ':memory:' ? noWitness : openWitness(`${path}.count`);
  return { ok: true, value: journalOver(opened.db, witness, opened.setAside) };
}

/** Over a connection that is open and migrated already. */
export function journalOver(db: DatabaseSync, witness: Witness, setAside: string | null): JournalFile {
  const insert = db.prepare('INSERT INTO entry (sequence, operation, kind, at, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const stand = db.prepare(
    `INSERT INTO standing (operation, sequence, kind, server, username, actor, state, settled, batch, payment, shop_order, created, asked_at, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (operation) DO UPDATE SET state = excluded.state, settled = excluded.settled, created = excluded.created`,
  );
  const readHead = headReader(db);
  const head = readHead();
  const opening = { entries: head.entries, setAside, missing: missingSince(db, witness.before, head), witness: witness.before };
  // One that contradicts the journal is kept as it is: what is missing has to show at every later start, too.
  const note = opening.missing === 0 || setAside !== null ? witness.note : () => undefined;
  note(head);

  const write = (changes: readonly Change[]): { first: number; head: Testimony } => {
    let { entries, hash } = readHead();
    const first = entries + 1;
    for (const { draft, standing } of changes) {
      const entry = chain(draft, entries + 1, hash);
      insert.run(entry.sequence, entry.operation, entry.kind, entry.at, entry.body, entry.previous, entry.hash);
      if (standing !== null) stand.run(...columns(standing, entry.sequence));
      entries = entry.sequence;
      hash = entry.hash;
    }
    return { first, head: { entries, hash } };
  };

  return {
    opening,
    append: (changes) =>
      attempt(() => {
        db.exec('BEGIN IMMEDIATE');
        try {
          const written = write(changes);
          db.exec('COMMIT');
          note(written.head);
          return written.first;
        } catch (thrown) {
          // A full disk may already have ended the transaction.
          if (db.isTransaction) db.exec('ROLLBACK');
          throw thrown;
        }
      }),
    unsettled: () =>
      attempt(() =>
        db
          .prepare(
            `SELECT * FROM entry WHERE operation IN (SELECT operation FROM standing WHERE settled = 0)
             OR operation IN (SELECT batch FROM standing WHERE settled = 0 AND batch IS NOT NULL) ORDER BY sequence`,
          )
          .all()
          .map(readEntry),
      ),
    page: (filter) => attempt(() => readPage(db, filter)),
    claimed: (kind, server, numbers) =>
      attempt(() => {
        const look = db.prepare('SELECT 1 FROM standing WHERE created = ? AND kind = ? AND server = ?');
        return numbers.filter((number) => look.get(number, kind, server) !== undefined);
      }),
    tally: (batch) => attempt(() => tallyBatch(db, batch)),
    amounts: (batch) => attempt(() => amountsOfBatch(db, batch)),
    actors: (server) => attempt(() => readActors(db, server)),
    verify: () => attempt(() => verify(db, witness.before)),
    rows: (after, limit) => attempt(() => readRows(db, after, limit)),
    close: () => {
      witness.close();
      if (db.isOpen) db.close();
    },
  };
}

export function readRows(db: DatabaseSync, after: number, limit: number): readonly Entry[] {
  return db.prepare('SELECT * FROM entry WHERE sequence > ? ORDER BY sequence LIMIT ?').all(after, limit).map(readEntry);
}

function attempt<T>(work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() };
  } catch (thrown) {
    return { ok: false, problem: problemOf(thrown) };
  }
}

function columns(standing: Standing, sequence: number): (string | number | null)[] {
  const { operation, kind, server, username, actor, state, settled, batch, payment, order, created, askedAt, words } = standing;
  return [operation, sequence, kind, server, username, actor, state, settled, batch, payment, order, created, askedAt, words];
}

function missingSince(db: DatabaseSync, witness: Testimony | null, head: Testimony): number {
  if (witness === null || witness.entries === 0) return 0;
  if (witness.entries > head.entries) return witness.entries - head.entries;
  const row = db.prepare('SELECT hash FROM entry WHERE sequence = ?').get(witness.entries);
  // Another history of the same length or longer: none of what the witness saw can be relied on.
  return row?.['hash'] === witness.hash ? 0 : witness.entries;
}
