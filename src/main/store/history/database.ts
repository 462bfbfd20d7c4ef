// Opens a history file: a broken one is set aside under another name and begun anew; where none can be kept, the history is in memory.
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HistoryFileProblem } from '../door.ts';
import { migrate, VERSION, versionOf } from './migrations.ts';

export interface OpenedDatabase {
  readonly db: DatabaseSync;
  readonly problem: HistoryFileProblem | null;
  /** false: nothing of it outlives its closing. */
  readonly onDisk: boolean;
}

/** Milliseconds to wait for another connection's lock; SQLite's own default here is 0. */
const PATIENCE = 2_000;
export const IN_MEMORY = ':memory:';
const COMPANIONS = ['-wal', '-shm', '-journal', ''] as const;

/** `damaged`: what is there cannot be read. `unwritable`: it is full, locked, or not ours to write. */
export type DatabaseTrouble = 'damaged' | 'unwritable';

/** Result codes of SQLite (sqlite.org/rescode.html), their lowest byte: CORRUPT, NOTADB. */
const DAMAGED = new Set([11, 26]);
/** PERM, BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN. */
const UNWRITABLE = new Set([3, 5, 6, 8, 10, 13, 14]);

/** A row whose facts are none: SQLite itself does not notice. */
export class BrokenRow extends Error {}

/** null: no trouble of the file's. */
export function troubleOf(thrown: unknown): DatabaseTrouble | null {
  if (thrown instanceof BrokenRow) return 'damaged';
  if (!(thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number')) return null;
  const code = thrown.errcode & 0xff;
  return DAMAGED.has(code) ? 'damaged' : UNWRITABLE.has(code) ? 'unwritable' : null;
}

export function openDatabase(path: string): OpenedDatabase {
  if (path === IN_MEMORY) return inMemory(null);
  const first = tryOpen(path);
  if (first instanceof DatabaseSync) return { db: first, problem: null, onDisk: true };
  if (first !== 'damaged') return inMemory({ kind: first === 'newer' ? 'newer' : 'not-kept', file: path });
  const aside = setAside(path);
  const second = aside === null ? first : tryOpen(path);
  if (aside === null || !(second instanceof DatabaseSync)) return inMemory({ kind: 'not-kept', file: path });
  return { db: second, problem: { kind: 'set-aside', file: aside }, onDisk: true };
}

/** @returns its new name; null: it cannot be renamed. With its companions: the write-ahead log may hold what the file itself has lost. */
export function setAside(path: string): string | null {
  let count = 1;
  while (existsSync(`${path}.broken-${count}`)) count += 1;
  const aside = `${path}.broken-${count}`;
  try {
    for (const companion of COMPANIONS) if (existsSync(path + companion)) renameSync(path + companion, aside + companion);
    return aside;
  } catch {
    return null;
  }
}

export function removeDatabase(path: string): void {
  for (const companion of COMPANIONS) rmSync(path + companion, { force: true });
}

function tryOpen(path: string): DatabaseSync | DatabaseTrouble | 'newer' {
  let db: DatabaseSync | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Made here, so that nobody else may read what customers ordered; SQLite gives its companions the same mode.
    closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
    db = new DatabaseSync(path, { timeout: PATIENCE });
    // Looked at before anything is written, so that a newer version's file stays as it is.
    if (versionOf(db) > VERSION) return shut(db, 'newer');
    // The index in memory knows of nobody else who writes.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    setPragmas(db);
    migrate(db);
    db.exec('DELETE FROM next');
    return db;
  } catch (thrown) {
    return shut(db, troubleOf(thrown) ?? 'unwritable');
  }
}

function inMemory(problem: HistoryFileProblem | null): OpenedDatabase {
  const db = new DatabaseSync(IN_MEMORY);
  setPragmas(db);
  migrate(db);
  return { db, problem, onDisk: false };
}

/** NORMAL: a power cut may take the last pulls, never the file; the server has them. The log is cut back to 64 MB after a long pull. */
function setPragmas(db: DatabaseSync): void {
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
  `);
}

function shut<T>(db: DatabaseSync | null, problem: T): T {
  if (db?.isOpen === true) db.close();
  return problem;
}
