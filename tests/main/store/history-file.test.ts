// The history's file against the world: starts, broken bytes, newer versions, locks, folders that cannot be written.
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { ADA, type AHistory, ALL, ASKING, aFolder, aHistory, bytesOf, onTheWire } from './support/a-history.ts';
import { anOrder, aPayment } from './support/facts.ts';

const three = [anOrder(1), anOrder(2, { payments: [aPayment(7, 'pending', { order: 2 })] }), anOrder(3)].map(onTheWire);
const many = (count: number): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => onTheWire(anOrder(count - index, { payments: [aPayment(count - index, 'pending')] })));

async function kept(rows: readonly unknown[] = three): Promise<string> {
  const path = join(aFolder(), 'shop', 'ada.db');
  const history = await aHistory(path);
  await history.pull(rows);
  await history.door.close();
  return path;
}

describe('a start', () => {
  it('finds everything as it was left', async () => {
    const path = join(aFolder(), 'ada.db');
    const history = await aHistory(path);
    await history.pull([...three, { no: 'number' }]);
    await history.pay(aPayment(8, 'pending', { order: 99 }));
    await history.pay(aPayment(7, 'failed', { order: 2 }));
    await history.put(anOrder(4, { payments: null, more: [{ name: 'colour', value: 'red' }] }));
    await history.door.close();
    const again = await aHistory(path);
    const summary = { total: 4, highest: 4, unreadable: 1, ownOnly: false, asOf: '2026-11-22T12:00:00.000Z', partial: false };
    expect(again.opening).toEqual({ summary, problem: null, etag: null });
    expect(await again.ids()).toEqual([1, 2, 3, 4]);
    expect(await again.order(4)).toEqual(anOrder(4, { payments: null, more: [{ name: 'colour', value: 'red' }] }));
    expect(await again.status(7)).toBe('failed');
    expect(await again.door.pending(0, 10, false)).toMatchObject({ total: 1, rows: [{ payment: { id: 8 } }] });
    expect(await again.door.unreadable()).toEqual([{ place: 4, text: '{"no":"number"}' }]);
    await again.door.close();
  });

  it('gives what was told earlier up for what a pull tells now', async () => {
    const path = join(aFolder(), 'ada.db');
    const history = await aHistory(path);
    await history.pull(three);
    await history.pay(aPayment(7, 'failed', { order: 2 }));
    await history.door.close();
    const again = await aHistory(path);
    await again.pull(three);
    expect(await again.status(7)).toBe('pending');
  });

  it('sees what has changed, come and gone since the columns were written', async () => {
    const path = await kept(many(300));
    const history = await aHistory(path);
    const [first, second, ...others] = many(301);
    await history.pull([{ ...first, product_name: 'come' }, { ...second, product_name: 'changed' }, ...others.slice(0, -1)]);
    await history.door.close();
    const again = await aHistory(path);
    expect(again.opening.summary).toMatchObject({ total: 300, highest: 301 });
    expect([(await again.order(301))?.product, (await again.order(300))?.product, await again.order(1)]).toEqual(['come', 'changed', null]);
    const found = await again.door.window({ ...ALL, text: 'changed' }, ASKING, { offset: 0, limit: 9 }, true);
    expect(found.rows.map(({ id }) => id)).toEqual([300]);
    await again.pull(many(301));
    expect(again.summaries.at(-1)?.total).toBe(301);
    expect((await again.order(300))?.product).toBe('Product 300');
    await again.door.close();
  });

  it('does without the columns', async () => {
    const path = await kept();
    const db = new DatabaseSync(path);
    db.exec("UPDATE pieces SET bytes = x'00' WHERE name LIKE 'columns%'");
    db.close();
    const again = await aHistory(path);
    expect(again.opening.problem).toBeNull();
    expect(await again.ids()).toEqual([1, 2, 3]);
  });

  it('forgets a pull that a crash has broken off', async () => {
    const path = await kept();
    const history = await aHistory(path);
    await history.door.beginPull({ asked: 9, person: ADA });
    await history.door.pageBytes(1, bytesOf(many(3_500)).slice(0, -1));
    // The thread ends without a word.
    const copy = join(aFolder(), 'copy.db');
    for (const companion of ['', '-wal']) writeFileSync(copy + companion, readFileSync(path + companion));
    const again = await aHistory(copy);
    expect(await again.ids()).toEqual([1, 2, 3]);
    await again.pull([...three, onTheWire(anOrder(4))]);
    await again.door.close();
    const db = new DatabaseSync(copy);
    db.exec('DELETE FROM pieces');
    db.close();
    expect(await (await aHistory(copy)).ids()).toEqual([1, 2, 3, 4]);
  });
});

it('nobody else may read the file, and nothing is left of it when it is erased', async () => {
  const path = await kept();
  const history = await aHistory(path);
  await history.pull(many(20));
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  for (const file of readdirSync(join(path, '..'))) expect(statSync(join(path, '..', file)).mode & 0o777, file).toBe(0o600);
  await history.door.erase();
  expect(readdirSync(join(path, '..'))).toEqual([]);
  await expect(history.door.row(1)).rejects.toThrow('closed');
});

describe('a broken file', () => {
  it.each<readonly [string, (path: string) => void]>([
    ['that is none', (path) => writeFileSync(path, 'Dear diary, today I sold 4 Acers. '.repeat(400))],
    ['that was cut off', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['whose first page is garbled', (path) => overwrite(path, 100, 3_900)],
  ])('%s is set aside and begun anew', async (_, harm) => {
    const path = await kept(many(500));
    harm(path);
    const history = await aHistory(path);
    expect(history.opening).toMatchObject({ summary: { total: 0, asOf: null }, problem: { kind: 'set-aside', file: `${path}.broken-1` } });
    expect(existsSync(`${path}.broken-1`)).toBe(true);
    await history.pull(three);
    await history.door.close();
    expect((await aHistory(path)).opening).toMatchObject({ summary: { total: 3 }, problem: null });
  });

  it('that turns out to be broken only later is set aside then, and marks that were answered are still known', async () => {
    const path = await kept(many(2_000));
    // The rows' pages; the columns are whole.
    const history = await aHistory(path);
    await history.pay(aPayment(7, 'completed', { order: 7 }));
    breakRows(path);
    const answers = await everyRow(history);
    expect(answers).toEqual([]);
    expect(history.problems).toEqual([{ kind: 'set-aside', file: `${path}.broken-1` }]);
    expect(history.summaries.at(-1)).toMatchObject({ total: 0, asOf: null });
    await history.pull(many(2_000), 1);
    expect(await history.status(7)).toBe('completed');
    expect(await history.status(8)).toBe('pending');
    await history.door.close();
  });

  it('of a newer version is left alone', async () => {
    const path = await kept();
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 99; PRAGMA journal_mode = DELETE');
    db.close();
    const before = readFileSync(path);
    const history = await aHistory(path);
    expect(history.opening).toMatchObject({ summary: { total: 0 }, problem: { kind: 'newer', file: path } });
    await history.pull(three);
    expect(await history.ids()).toEqual([1, 2, 3]);
    await history.door.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a file that cannot be written', () => {
  it('because another process has it open: the history is in memory', async () => {
    const path = await kept();
    const other = new DatabaseSync(path);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; DELETE FROM told; COMMIT');
    const history = await aHistory(path);
    expect(history.opening).toMatchObject({ summary: { total: 0 }, problem: { kind: 'not-kept', file: path } });
    await history.pull(three);
    expect(await history.ids()).toEqual([1, 2, 3]);
    other.close();
  });

  it('because there is no such folder and can be none: the history is in memory', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'a-file'), '');
    const history = await aHistory(join(folder, 'a-file', 'ada.db'));
    expect(history.opening.problem?.kind).toBe('not-kept');
    await history.pull(three);
    expect(await history.ids()).toEqual([1, 2, 3]);
    await history.door.erase();
  });
});

function overwrite(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, from, from + length);
  writeFileSync(path, bytes);
}

/** Every page that holds rows of orders, as another program or a dying disk might leave them. */
function breakRows(path: string): void {
  const bytes = readFileSync(path);
  for (let page = 1; page * 4_096 < bytes.length; page += 1) {
    const own = bytes.subarray(page * 4_096, (page + 1) * 4_096);
    if (own.includes('"product_name"')) own.fill(0x5a);
  }
  chmodSync(path, 0o600);
  writeFileSync(path, bytes);
}

async function everyRow(history: AHistory): Promise<readonly number[]> {
  const { rows } = await history.door.window(ALL, ASKING, { offset: 0, limit: 500 }, true);
  return rows.map(({ id }) => id);
}
