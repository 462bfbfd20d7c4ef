// Rows in sight keep their places: by how much the list is scrolled along, and how many new rows stand above.
import { describe, expect, it } from 'vitest';
import { agreedShift, newAbove } from '../../../src/renderer/rows/keep-place.ts';
import type { WindowAnswer } from '../../../src/renderer/rows/list-state.ts';
import { createListStore } from '../../../src/renderer/rows/list-store.ts';
import { rowAt } from '../../../src/renderer/rows/page-cache.ts';
import { ok } from '../../../src/shared/result.ts';
import { settled } from '../support/facts.ts';

const to = (before: number, after: number | null) => ({ before, after });

describe('the move that rows in sight have made', () => {
  it.each([
    ['all the same', [to(5, 8), to(6, 9), to(7, 10)], 3],
    ['one was taken elsewhere by the change itself', [to(5, 900), to(6, 9), to(7, 10)], 3],
    ['the last one was', [to(5, 8), to(6, 9), to(7, 900)], 3],
    ['one is gone', [to(5, null), to(6, 5), to(7, 6)], -1],
    ['all are gone', [to(5, null), to(6, null)], 0],
    ['none has moved', [to(5, 5), to(6, 6)], 0],
    ['as many one way as the other', [to(5, 205), to(6, 7)], 1],
    ['the same, told the other way round', [to(6, 7), to(5, 205)], 1],
    ['nothing is in sight', [], 0],
  ])('%s', (_what, rows, shift) => {
    expect(agreedShift(rows)).toBe(shift);
  });
});

it('only as many rows are new as the list has grown by', () => {
  expect(newAbove(2, 3, 3)).toBe(5);
  expect(newAbove(2, 3, 1)).toBe(3);
  expect(newAbove(2, 3, -4)).toBe(2);
  expect(newAbove(2, -1, 5)).toBe(2);
});

interface Row {
  readonly id: number;
}

/** A list of rows, newest first, of which somebody sees twenty. */
async function aList(top: number, count = 300) {
  let rows: Row[] = Array.from({ length: count }, (_, index) => ({ id: count - index }));
  let revision = 1;
  const store = createListStore<string, Row, WindowAnswer<Row>>({
    query: 'all',
    idOf: (row) => row.id,
    keepsPlace: true,
    ask: async (_query, offset, limit) => ok({ revision, total: rows.length, rows: rows.slice(offset, offset + limit) }),
    position: async (_query, id) => {
      const at = rows.findIndex((row) => row.id === id);
      return at < 0 ? null : at;
    },
  });
  const list = () => store.getState();
  const show = (first: number) => list().show({ first: Math.max(0, first - 10), last: first + 30 }, first);
  show(top);
  await settled();
  const change = async (next: (before: Row[]) => Row[]) => {
    rows = next(rows);
    revision += 1;
    list().renew(revision);
    await settled();
  };
  const arrive = (many: number) =>
    change((before) => [...Array.from({ length: many }, (_, index) => ({ id: before.length + many - index })), ...before]);
  /** The rows in sight, by where the list is scrolled along to. */
  const seen = (first: number) => Array.from({ length: 20 }, (_, index) => rowAt(list().cache, first + index + list().shift)?.id ?? null);
  return { list, show, change, arrive, seen, onChange: store.subscribe };
}

describe('a list in which orders come in above', () => {
  it('shows the same rows, and says how many are new', async () => {
    const { list, arrive, seen } = await aList(40);
    const before = seen(40);
    expect(before[0]).toBe(260);
    await arrive(3);
    expect(list()).toMatchObject({ shift: 3, above: 3 });
    expect(seen(40)).toEqual(before);
    await arrive(2);
    expect(list()).toMatchObject({ shift: 5, above: 5 });
    expect(seen(40)).toEqual(before);
  });

  it('also at its top', async () => {
    const { list, arrive, seen } = await aList(0);
    const before = seen(0);
    await arrive(3);
    expect(list().above).toBe(3);
    expect(seen(0)).toEqual(before);
  });

  it('but lets them in at the top where somebody has asked for what is new, once', async () => {
    const { list, arrive } = await aList(0);
    const done = list().letIn();
    await arrive(3);
    expect(list()).toMatchObject({ shift: 0, above: 0 });
    expect(rowAt(list().cache, 0)).toEqual({ id: 303 });
    done();
    await settled();
    await arrive(1);
    expect(list()).toMatchObject({ shift: 1, above: 1 });
  });

  it('further down keeps its rows even then', async () => {
    const { list, arrive } = await aList(40);
    list().letIn();
    await arrive(3);
    expect(list()).toMatchObject({ shift: 3, above: 3 });
  });

  it('across the border between two pages, and when the rows leave their page', async () => {
    const { list, arrive, seen, onChange } = await aList(90);
    const before = seen(90);
    const drawn: unknown[] = [];
    onChange(() => drawn.push(seen(90)));
    await arrive(150);
    expect(list().shift).toBe(150);
    // At no moment was a row in sight another one, or not there.
    expect(drawn.filter((rows) => JSON.stringify(rows) !== JSON.stringify(before))).toEqual([]);
    expect(seen(90)).toEqual(before);
  });

  it('forgets the new ones as they come into sight', async () => {
    const { list, arrive, show } = await aList(40);
    await arrive(3);
    show(2);
    expect(list().above).toBe(2);
    show(0);
    expect(list().above).toBe(0);
  });

  it('keeps the selection on its row without a detour', async () => {
    const { list, arrive } = await aList(40);
    list().selectIndex(45);
    const { selectedId } = list();
    await arrive(3);
    expect(list()).toMatchObject({ selectedId, selectedIndex: 48 });
  });

  it('starts anew with another query', async () => {
    const { list, arrive } = await aList(40);
    await arrive(3);
    list().setQuery('other');
    await settled();
    expect(list().above).toBe(0);
  });
});

it('a row that is decided and goes takes none of the others with it', async () => {
  const { list, change, seen } = await aList(40);
  const [first, ...others] = seen(40);
  await change((before) => before.filter(({ id }) => id !== first));
  expect(list().shift).toBe(-1);
  expect(seen(41).slice(0, 19)).toEqual(others);
  expect(list().above).toBe(0);
});
