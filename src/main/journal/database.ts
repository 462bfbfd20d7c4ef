// Opens journal.db: durable to the disk, checked, never newer than we understand; a broken file is set aside under another name and told.
import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { JournalProblem } from '../../shared/errors/app-error.ts';
import { migrate, VERSION, versionOf } from './migrations.ts';

export interface OpenedDatabase {
  readonly db: DatabaseSync;
  /** Where a broken file was put; null when there was none. */
  readonly setAside: string | null;
}

export type DatabaseOpening = OpenedDatabase | { readonly problem: JournalProblem };

/** Milliseconds to wait for another connection's lock; SQLite's own default here is 0. */
const PATIENCE = 5_000;

/** Result codes of SQLite (sqlite.org/rescode.html), their lowest byte. */
const CODES: Readonly<Record<number, JournalProblem>> = {
  5: 'in-use',
  6: 'in-use',
  8: 'read-only',
  11: 'damaged',
  13: 'full',
  14: 'unwritable',
  26: 'damaged',
};

export function problemOf(thrown: unknown): JournalProblem {
  const code = thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number' ? thrown.errcode & 0xff : 0;
  return CODES[code] ?? 'unwritable';
}

/** @param stamp stands in the name of a file that is set aside. */
export function openDatabase(path: string, stamp: string): DatabaseOpening {
  const first = tryOpen(path);
  if (!('problem' in first) || first.problem !== 'damaged' || path === ':memory:') return first;
  // Renamed with its companions: the write-ahead log may hold what the file itself has lost.
  const aside = `${path}.damaged-${stamp.replaceAll(/[^0-9TZ]/g, '')}`;
  try {
    for (const companion of ['-wal', '-shm', '']) {
      if (existsSync(path + companion)) renameSync(path + companion, aside + companion);
    }
  } catch {
    return first;
  }
  const second = tryOpen(path);
  return 'problem' in second ? second : { ...second, setAside: aside };
}

function tryOpen(path: string): DatabaseOpening {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { timeout: PATIENCE, enableForeignKeyConstraints: true });
    // Looked at before anything is written, so that a newer version's file stays as it is.
    if (versionOf(db) > VERSION) return shut(db, 'newer');
    if (!isSound(db)) return shut(db, 'damaged');
    setPragmas(db);
    migrate(db);
    return { db, setAside: null };
  } catch (thrown) {
    return shut(db, problemOf(thrown));
  }
}

function isSound(db: DatabaseSync): boolean {
  const rows = db.prepare('PRAGMA quick_check(1)').all();
  return rows[0]?.['quick_check'] === 'ok';
}

/** FULL: a commit that has returned survives a power cut. `fullfsync` makes macOS write through the drive's own cache. */
function setPragmas(db: DatabaseSync): void {
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA trusted_schema = OFF;
  `);
}

function shut(db: DatabaseSync | null, problem: JournalProblem): DatabaseOpening {
  if (db?.isOpen === true) db.close();
  return { problem };
}
