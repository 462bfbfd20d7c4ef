// The journal's files seen from outside while the app runs: its rows, its write lock, and how far a checkpoint of its log has come.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../../src/main/journal/entry.ts';
import { readEntry } from '../../src/main/journal/page.ts';
import { killNow } from './os-processes.ts';

export interface Outside {
  /** Rows after this place, in order. */
  since(sequence: number): readonly Entry[];
  /** The last row's place. */
  last(): number;
  /** Nobody can write from when this resolves. */
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** Lets go of the files without closing them as SQLite would, which would tidy them up: the next one to open finds what the crash has left. */
  letGo(): void;
}

export function lookFromOutside(folder: string): Outside {
  const path = join(folder, 'journal.db');
  let db: DatabaseSync | null = null;
  let holder: { readonly child: ChildProcess; readonly say: (word: string) => Promise<void> } | null = null;
  const open = (): DatabaseSync => {
    // One that only reads leaves the log as it is when it is closed.
    db ??= new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    return db;
  };
  return {
    since: (sequence) => open().prepare('SELECT * FROM entry WHERE sequence > ? ORDER BY sequence').all(sequence).map(readEntry),
    last: () => Number(open().prepare('SELECT entries FROM head').get()?.['entries']),
    lock: async () => {
      holder ??= startHolder(path);
      await holder.say('lock');
    },
    unlock: async () => await holder?.say('unlock'),
    letGo: () => {
      db?.close();
      db = null;
      if (holder?.child.pid !== undefined) killNow(holder.child.pid);
      holder = null;
    },
  };
}

function startHolder(path: string): { child: ChildProcess; say: (word: string) => Promise<void> } {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-lock.ts'), path], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout });
  return {
    child,
    say: (word) =>
      new Promise((resolve, reject) => {
        lines.once('line', () => resolve());
        lines.once('close', () => reject(new Error('the holder of the lock has ended')));
        child.stdin.write(`${word}\n`);
      }),
  };
}

/**
 * The index of the write-ahead log (sqlite.org/walformat.html, "The WAL-Index File Format").
 * `published`: frames that readers may see. `attempted` and `copied`: how far the running checkpoint wanted to come, and has come.
 */
export interface LogIndex {
  readonly published: number;
  readonly attempted: number;
  readonly copied: number;
}

const PUBLISHED = 16;
const COPIED = 96;
const ATTEMPTED = 128;

/** Reads it again and again without a pause: what it looks for may last a millisecond. null where there is none yet. */
export function openLogIndex(folder: string): { read(): LogIndex | null; close(): void } {
  const path = join(folder, 'journal.db-shm');
  const bytes = Buffer.alloc(ATTEMPTED + 4);
  let file: number | null = null;
  return {
    read: () => {
      if (file === null && !existsSync(path)) return null;
      file ??= openSync(path, 'r');
      if (readSync(file, bytes, 0, bytes.length, 0) < bytes.length) return null;
      const at = (place: number): number => (process.arch === 's390x' ? bytes.readUInt32BE(place) : bytes.readUInt32LE(place));
      return { published: at(PUBLISHED), attempted: at(ATTEMPTED), copied: at(COPIED) };
    },
    close: () => {
      if (file !== null) closeSync(file);
    },
  };
}

/** In bytes; 0 where there is none. */
export function logSize(folder: string): number {
  return statSync(join(folder, 'journal.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
}
