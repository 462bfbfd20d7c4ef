// The journal's file against the world: power cuts, full disks, read-only folders, newer versions, broken bytes.
import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/journal/database.ts';
import { type Change, journalOver, openJournalFile } from '../../../src/main/journal/file.ts';
import { standingOf } from '../../../src/main/journal/standing.ts';
import { noWitness } from '../../../src/main/journal/witness.ts';
import { beginOperation } from '../../../src/shared/domain/operation.ts';
import { aFolder, fileAt, markOf } from './a-journal.ts';

const timeNow = (): string => '2026-03-01T09:00:00.000Z';

function asking(id: string, extra = ''): Change {
  const asked = markOf(1, { reason: extra === '' ? null : extra });
  const operation = beginOperation(id, 1, timeNow(), asked);
  return { draft: { operation: id, kind: 'asked', at: timeNow(), body: JSON.stringify(asked) }, standing: standingOf(operation) };
}

function pragma(db: DatabaseSync, name: string): unknown {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

it('is opened so that a commit that has returned survives a power cut', () => {
  const opened = openDatabase(join(aFolder(), 'journal.db'), '');
  if ('problem' in opened) throw new Error(opened.problem);
  const names = ['journal_mode', 'synchronous', 'fullfsync', 'checkpoint_fullfsync', 'foreign_keys', 'busy_timeout', 'user_version'];
  expect(names.map((name) => pragma(opened.db, name))).toEqual(['wal', 2, 1, 1, 1, 5_000, 2]);
  const strict = opened.db.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'").all();
  expect(strict).toHaveLength(3);
  expect(strict.every((table) => table['strict'] === 1)).toBe(true);
  opened.db.close();
});

describe('a power cut', () => {
  it('at every byte after the last sync loses nothing that was acknowledged', () => {
    const folder = aFolder();
    const path = join(folder, 'journal.db');
    const file = fileAt(path);
    // How long the write-ahead log was when each commit returned, which is when it was synced.
    const synced: number[] = [];
    for (let id = 1; id <= 12; id += 1) {
      expect(file.append([asking(`${id}`)]).ok).toBe(true);
      synced.push(statSync(`${path}-wal`).size);
    }
    const whole = statSync(`${path}-wal`).size;
    for (let round = 0; round < 200; round += 1) {
      const left = Math.floor((whole * round) / 199);
      const acknowledged = synced.filter((size) => size <= left).length;
      const copy = join(folder, `copy-${round}.db`);
      copyFileSync(path, copy);
      copyFileSync(`${path}-wal`, `${copy}-wal`);
      truncateSync(`${copy}-wal`, left);
      const recovered = fileAt(copy);
      expect(recovered.opening.entries).toBe(acknowledged);
      expect(recovered.verify()).toMatchObject({ ok: true, value: { sound: true } });
      recovered.close();
    }
    file.close();
  });

  it('of a disk that lied about syncing is told, with how many entries are gone', () => {
    const folder = aFolder();
    const path = join(folder, 'journal.db');
    const file = fileAt(path);
    file.append([asking('1')]);
    const early = statSync(`${path}-wal`).size;
    file.append([asking('2'), asking('3')]);
    const copy = join(folder, 'copy.db');
    for (const companion of ['', '-wal', '.count']) copyFileSync(path + companion, copy + companion);
    truncateSync(`${copy}-wal`, early);
    const recovered = fileAt(copy);
    expect(recovered.opening).toMatchObject({ entries: 1, missing: 2 });
    expect(recovered.verify()).toMatchObject({ value: { sound: false, flaw: 'shortened' } });
    recovered.close();
    file.close();
  });
});

it('a full disk refuses the ask, keeps everything before it, and takes the next one when there is room', () => {
  const path = join(aFolder(), 'journal.db');
  const opened = openDatabase(path, '');
  if ('problem' in opened) throw new Error(opened.problem);
  const file = journalOver(opened.db, noWitness, null);
  expect(file.append([asking('1')])).toMatchObject({ ok: true });
  opened.db.exec(`PRAGMA max_page_count = ${Number(pragma(opened.db, 'page_count')) + 2}`);
  for (let round = 0; round < 20; round += 1) {
    expect(file.append([asking(`big ${round}`, 'x'.repeat(400_000))])).toEqual({ ok: false, problem: 'full' });
  }
  opened.db.exec('PRAGMA max_page_count = 1000000');
  expect(file.append([asking('2', 'x'.repeat(400_000))])).toMatchObject({ ok: true });
  file.close();
  const after = fileAt(path);
  expect(after.opening.entries).toBe(2);
  expect(after.verify()).toMatchObject({ value: { sound: true } });
  after.close();
});

it('what may not be written to is said to be so, and nothing is claimed', () => {
  const opened = openDatabase(join(aFolder(), 'journal.db'), '');
  if ('problem' in opened) throw new Error(opened.problem);
  const file = journalOver(opened.db, noWitness, null);
  // The same answer (SQLITE_READONLY) as a folder without the right to write gives, which root would not get.
  opened.db.exec('PRAGMA query_only = ON');
  expect(file.append([asking('1')])).toEqual({ ok: false, problem: 'read-only' });
  opened.db.exec('PRAGMA query_only = OFF');
  expect(file.append([asking('1')])).toMatchObject({ ok: true, value: 1 });
  file.close();
});

it('a folder that is not there is said to be so', () => {
  expect(openJournalFile({ path: join(aFolder(), 'none', 'journal.db'), timeNow })).toEqual({ ok: false, problem: 'unwritable' });
});

it('a file of a newer version is not touched', () => {
  const folder = aFolder();
  const path = join(folder, 'journal.db');
  const db = new DatabaseSync(path);
  db.exec('CREATE TABLE future (x TEXT) STRICT; PRAGMA user_version = 99');
  db.close();
  const before = readFileSync(path);
  expect(openJournalFile({ path, timeNow })).toEqual({ ok: false, problem: 'newer' });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(['journal.db']);
});

describe('a broken file', () => {
  it('is kept under another name, and a new one is begun', () => {
    const folder = aFolder();
    const path = join(folder, 'journal.db');
    writeFileSync(path, 'this is no database, but it may be all that is left of one'.repeat(100));
    const file = fileAt(path);
    expect(file.opening).toMatchObject({ entries: 0, setAside: `${path}.damaged-20260301T090000000Z` });
    expect(readFileSync(file.opening.setAside ?? '', 'utf8')).toContain('this is no database');
    expect(file.append([asking('1')])).toMatchObject({ ok: true });
    file.close();
  });

  it('with damaged pages is found at the start', () => {
    const path = join(aFolder(), 'journal.db');
    const file = fileAt(path);
    for (let id = 1; id <= 300; id += 1) file.append([asking(`${id}`)]);
    file.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4_096 * 3, 4_096 * 20);
    writeFileSync(path, bytes);
    const after = fileAt(path);
    expect(after.opening.setAside).not.toBeNull();
    expect(after.opening.missing).toBe(300);
    after.close();
  });
});
