// The chain: what somebody does to the rows behind Paydesk's back shows.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { chain, ORIGIN } from '../../../src/main/journal/entry.ts';
import { aFolder, fileAt, markOf, must, openAt } from './a-journal.ts';

async function aJournal(): Promise<string> {
  const path = join(aFolder(), 'journal.db');
  const journal = await openAt(path);
  for (const { id } of must(await journal.ask([1, 2, 3].map((payment) => markOf(payment))))) {
    must(await journal.move(id, { kind: 'undone', by: 'Ada' }));
  }
  await journal.close();
  return path;
}

/** Somebody with a database tool, who knows of the triggers and puts them back. */
function tamper(path: string, ...statements: readonly string[]): void {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`);
  for (const statement of statements) db.exec(statement);
  for (const { sql } of triggers) db.exec(String(sql));
  db.close();
}

function verdictOn(path: string): unknown {
  const file = fileAt(path);
  const verdict = file.verify();
  file.close();
  return verdict.ok ? verdict.value : verdict.problem;
}

describe('rows', () => {
  it.each([
    ["UPDATE entry SET body = '{}' WHERE sequence = 1"],
    ['DELETE FROM entry WHERE sequence = 6'],
    ["INSERT OR REPLACE INTO entry VALUES (2, 'a', 'asked', '', '{}', '', '')"],
    ["INSERT INTO entry VALUES (9, 'a', 'asked', '', '{}', '', '')"],
    ["INSERT INTO entry VALUES (7, 'a', 'asked', '', '{}', 'another past', '')"],
    ['DELETE FROM head'],
  ])('cannot be changed: %s', async (statement) => {
    const path = await aJournal();
    const db = new DatabaseSync(path);
    expect(() => db.exec(statement)).toThrow(/only added to|out of turn|is kept/);
    db.close();
    expect(verdictOn(path)).toMatchObject({ sound: true, entries: 6 });
  });
});

describe('with the triggers gone it still shows', () => {
  it.each([
    ['a changed body', "UPDATE entry SET body = replace(body, 'Ada', 'Eve') WHERE sequence = 2", 'altered', 2],
    ['a changed time', "UPDATE entry SET at = '2027-01-01T00:00:00.000Z' WHERE sequence = 3", 'altered', 3],
    ['a changed hash', `UPDATE entry SET hash = '${'f'.repeat(64)}' WHERE sequence = 3`, 'altered', 3],
    ['a row taken out', 'DELETE FROM entry WHERE sequence = 4', 'gap', 5],
    ['the first row taken out', 'DELETE FROM entry WHERE sequence = 1', 'gap', 2],
    ['two rows exchanged', 'UPDATE entry SET sequence = 12 - sequence + 100 WHERE sequence IN (5, 6)', 'gap', 106],
    ['the end cut off', 'DELETE FROM entry WHERE sequence = 6', 'shortened', 6],
    ['a state that the entries do not tell', "UPDATE standing SET state = 'done' WHERE sequence = 1", 'standing', 1],
    ['a state taken out', 'DELETE FROM standing WHERE sequence = 1', 'standing', 1],
  ])('%s', async (_what, statement, flaw, sequence) => {
    const path = await aJournal();
    tamper(path, statement);
    expect(verdictOn(path)).toMatchObject({ sound: false, flaw, sequence });
  });

  it('the end cut off, and the head put back to fit', async () => {
    const path = await aJournal();
    tamper(path, 'DELETE FROM entry WHERE sequence = 6', 'UPDATE head SET entries = 5, hash = (SELECT hash FROM entry WHERE sequence = 5)');
    const file = fileAt(path);
    expect(file.opening.missing).toBe(1);
    expect(file.verify()).toMatchObject({ value: { sound: false, flaw: 'shortened' } });
    file.close();
    // It is still seen at the next start, and when new entries have filled the gap.
    const next = fileAt(path);
    expect(next.verify()).toMatchObject({ value: { sound: false, flaw: 'shortened' } });
    for (const operation of ['x', 'y'])
      next.append([{ draft: { operation, kind: 'batch', at: '', body: '{"paused":true,"by":"Ada"}' }, standing: null }]);
    next.close();
    const later = fileAt(path);
    expect(later.opening.missing).toBe(6);
    expect(later.verify()).toMatchObject({ value: { sound: false, flaw: 'altered', sequence: 6 } });
    later.close();
  });

  it('an end written anew with hashes that fit', async () => {
    const path = await aJournal();
    const file = fileAt(path);
    const rows = file.rows(0, 10);
    file.close();
    const [fifth, sixth] = rows.ok ? [rows.value[4], rows.value[5]] : [];
    const forged = chain(
      { operation: sixth?.operation ?? '', kind: 'moved', at: sixth?.at ?? '', body: '{"kind":"undone","by":"Eve"}' },
      6,
      fifth?.hash ?? '',
    );
    tamper(
      path,
      `UPDATE entry SET body = '${forged.body}', hash = '${forged.hash}' WHERE sequence = 6`,
      `UPDATE head SET hash = '${forged.hash}'`,
    );
    const again = fileAt(path);
    expect(again.opening.missing).toBe(6);
    expect(again.verify()).toMatchObject({ value: { sound: false, flaw: 'altered', sequence: 6 } });
    again.close();
  });

  it('a move that Paydesk would not have made', async () => {
    const path = await aJournal();
    const file = fileAt(path);
    const rows = file.rows(0, 10);
    const first = rows.ok ? rows.value[0]?.operation : '';
    file.append([{ draft: { operation: first ?? '', kind: 'moved', at: '', body: '{"kind":"undone","by":"Ada"}' }, standing: null }]);
    expect(file.verify()).toMatchObject({ value: { sound: false, flaw: 'unlawful', sequence: 7 } });
    file.append([{ draft: { operation: 'x', kind: 'asked', at: '', body: '{}' }, standing: null }]);
    file.close();
  });
});

it('binds every part of a row', () => {
  const draft = { operation: 'a', kind: 'asked', at: 'b', body: 'c' } as const;
  const own = chain(draft, 1, ORIGIN).hash;
  const others = [
    chain({ ...draft, operation: 'ab' }, 1, ORIGIN),
    chain({ ...draft, kind: 'moved' }, 1, ORIGIN),
    chain({ ...draft, at: 'bc' }, 1, ORIGIN),
    chain({ ...draft, body: 'd' }, 1, ORIGIN),
    chain(draft, 2, ORIGIN),
    chain(draft, 1, own),
  ];
  expect(new Set([own, ...others.map(({ hash }) => hash)]).size).toBe(7);
});
