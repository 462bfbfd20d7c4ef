// A list that is frozen: rows stand as they were found until a person asks for what is new.
import { describe, expect, it } from 'vitest';
import type { WindowAnswer } from '../../../src/renderer/rows/list-state.ts';
import { createListStore } from '../../../src/renderer/rows/list-store.ts';
import { rowAt } from '../../../src/renderer/rows/page-cache.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { settled } from '../support/facts.ts';

interface Row {
  readonly id: number;
}
interface Answer extends WindowAnswer<Row> {
  readonly added: number;
}

/** Newest first, `count` of them; what comes later waits until it is found anew. */
async function aFrozenList({ count = 300, top = 0 } = {}) {
  let rows: Row[] = Array.from({ length: count }, (_, index) => ({ id: count - index }));
  let found = rows;
  let revision = 1;
  let broken = false;
  const asked: { readonly offset: number; readonly fresh: boolean }[] = [];
  const store = createListStore<string, Row, Answer>({
    query: 'all',
    idOf: (row) => row.id,
    keepsPlace: true,
    ask: async (_query, offset, limit, fresh) => {
      asked.push({ offset, fresh });
      if (broken) return fail({ kind: 'internal', reference: 'x' });
      if (fresh) found = rows;
      found = found.filter((row) => rows.includes(row));
      const added = rows.filter((row) => !found.includes(row)).length;
      return ok({ revision, total: found.length, added, rows: found.slice(offset, offset + limit) });
    },
    position: async (_query, id) => {
      const at = found.findIndex((row) => row.id === id);
      return at < 0 ? null : at;
    },
  });
  const list = () => store.getState();
  const show = async (first: number) => {
    list().show({ first: Math.max(0, first - 10), last: first + 30 }, first);
    await settled();
  };
  const change = async (next: (before: Row[]) => Row[], tell = true) => {
    rows = next(rows);
    revision += 1;
    if (tell) list().renew(revision);
    await settled();
  };
  const arrive = (many: number) =>
    change((before) => [...Array.from({ length: many }, (_, index) => ({ id: before.length + many - index })), ...before]);
  await show(top);
  return { list, show, change, arrive, asked, breakIt: (now: boolean) => (broken = now), first: () => rowAt(list().cache, 0)?.id };
}

describe('what comes in', () => {
  it('waits, and is told', async () => {
    const { list, arrive, asked, first } = await aFrozenList();
    await arrive(3);
    expect(asked).toEqual([
      { offset: 0, fresh: true },
      { offset: 0, fresh: false },
    ]);
    expect(first()).toBe(300);
    expect(list()).toMatchObject({ shift: 0, answer: { added: 3, total: 300 } });
  });

  it('comes in when the person asks', async () => {
    const { list, arrive, first } = await aFrozenList();
    await arrive(3);
    list().letIn()();
    await settled();
    expect(first()).toBe(303);
    expect(list()).toMatchObject({ shift: 0, above: 0, answer: { added: 0, total: 303 } });
  });

  it('comes in when they scroll up to the top, and not on the way', async () => {
    const { list, show, arrive, asked, first } = await aFrozenList({ top: 40 });
    await arrive(3);
    await show(5);
    expect(list().answer?.added).toBe(3);
    await show(0);
    expect(first()).toBe(303);
    expect(asked.filter(({ fresh }) => fresh)).toHaveLength(2);
    await show(20);
    await show(0);
    expect(asked.filter(({ fresh }) => fresh)).toHaveLength(2);
  });

  it('comes in with another query', async () => {
    const { list, arrive, asked, first } = await aFrozenList();
    await arrive(3);
    list().setQuery('other');
    await settled();
    expect(asked.at(-1)).toEqual({ offset: 0, fresh: true });
    expect(first()).toBe(303);
  });

  it('comes in while a person waits for it, and what comes after that does not', async () => {
    const { list, arrive, first } = await aFrozenList();
    const done = list().letIn();
    await arrive(2);
    expect(first()).toBe(302);
    await arrive(1);
    expect(first()).toBe(303);
    done();
    await settled();
    await arrive(4);
    expect(first()).toBe(303);
  });

  it('that was told too late for its own asking is let in by the last one', async () => {
    const { list, change, first } = await aFrozenList();
    const done = list().letIn();
    await change((before) => [{ id: 900 }, ...before], false);
    expect(first()).toBe(300);
    done();
    await settled();
    expect(first()).toBe(900);
  });

  it('comes in by itself where there is no row yet, because none can move', async () => {
    const { arrive, first } = await aFrozenList({ count: 0 });
    await arrive(2);
    expect(first()).toBe(2);
    await arrive(2);
    expect(first()).toBe(2);
  });

  it('comes in by itself where it is said that nobody looks yet', async () => {
    const { list, change, first } = await aFrozenList();
    await change((before) => [{ id: 900 }, ...before], false);
    list().renew(9, true);
    await settled();
    expect(first()).toBe(900);
  });
});

it('found anew further down, the rows in sight keep their places, and it is told how many came above', async () => {
  const { list, arrive } = await aFrozenList({ top: 40 });
  await arrive(3);
  list().letIn()();
  await settled();
  expect(list()).toMatchObject({ shift: 3, above: 3, answer: { added: 0 } });
  expect(rowAt(list().cache, 43)?.id).toBe(260);
});

it('what disappears goes at once, and the rows in sight keep their places', async () => {
  const { list, change } = await aFrozenList({ top: 40 });
  await change((before) => before.slice(10));
  expect(list()).toMatchObject({ shift: -10, answer: { total: 290, added: 0 } });
});

it('rows of the former finding are asked for again as they are seen', async () => {
  const { list, show, arrive, asked } = await aFrozenList();
  await arrive(3);
  // Told as newly as the history stands, and all the same of another finding.
  await show(150);
  list().show({ first: 0, last: 30 }, 1);
  await settled();
  list().letIn()();
  await settled();
  asked.length = 0;
  await show(150);
  expect(asked).toEqual([{ offset: 100, fresh: false }]);
  expect(rowAt(list().cache, 150)?.id).toBe(153);
});

it('an asking that failed is made up for by the next one', async () => {
  const { list, show, arrive, breakIt, asked, first } = await aFrozenList();
  await arrive(3);
  breakIt(true);
  list().letIn()();
  await settled();
  expect(list().problem).not.toBeNull();
  breakIt(false);
  await show(0);
  expect(asked.at(-1)).toEqual({ offset: 0, fresh: true });
  expect(first()).toBe(303);
});

describe('a list that is brought back', () => {
  it('stands where it was left, by the number of its first row in sight', async () => {
    const { list } = await aFrozenList();
    list().restore('left', 100, 95);
    expect(list().topId()).toBe(100);
    await settled();
    expect(list()).toMatchObject({ query: 'left', goal: 200, selectedId: 95, selectedIndex: 205, reveal: false });
    list().arrived();
    list().show({ first: 190, last: 230 }, 200);
    await settled();
    expect(list().topId()).toBe(100);
    expect(list().goal).toBeNull();
  });

  it('stands at its top where that row is gone', async () => {
    const { list } = await aFrozenList();
    list().restore('left', 999, null);
    await settled();
    expect(list()).toMatchObject({ goal: null, selectedId: null });
    expect(list().topId()).toBeNull();
  });

  it('goes nowhere once another query was typed', async () => {
    const { list } = await aFrozenList();
    list().restore('left', 100, null);
    list().setQuery('typed');
    await settled();
    expect(list().goal).toBeNull();
  });
});
