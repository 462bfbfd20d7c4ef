// A list asked for window by window: newest query first, rows never blank without need, the selection follows its row.
import { describe, expect, it } from 'vitest';
import type { WindowAnswer } from '../../../src/renderer/rows/list-state.ts';
import { createListStore } from '../../../src/renderer/rows/list-store.ts';
import { rowAt } from '../../../src/renderer/rows/page-cache.ts';
import { ok, type Result } from '../../../src/shared/result.ts';
import { settled } from '../support/facts.ts';

interface Row {
  readonly id: number;
}

/** A server whose answers wait until the test lets them go. */
function setUp(rows: () => readonly Row[], query = 'all') {
  let revision = 1;
  const waiting: { readonly query: string; readonly offset: number; readonly answer: () => void }[] = [];
  const store = createListStore<string, Row, WindowAnswer<Row>>({
    query,
    idOf: (row) => row.id,
    ask: (asked, offset, limit) =>
      new Promise<Result<WindowAnswer<Row>>>((resolve) => {
        waiting.push({
          query: asked,
          offset,
          answer: () => resolve(ok({ revision, total: rows().length, rows: rows().slice(offset, offset + limit) })),
        });
      }),
    position: async (_query, id) => {
      const at = rows().findIndex((row) => row.id === id);
      return at < 0 ? null : at;
    },
  });
  const answerAll = async () => {
    while (waiting.length > 0) {
      waiting.shift()?.answer();
      await settled();
    }
  };
  return {
    store,
    waiting,
    answerAll,
    change: () => {
      revision += 1;
      store.getState().renew(revision);
    },
  };
}

const numbered = (count: number, from = 1): Row[] => Array.from({ length: count }, (_, index) => ({ id: from + index }));

describe('a list', () => {
  it('takes what is told of one row at once, and asks for nothing', async () => {
    const { store, waiting, answerAll } = setUp(() => numbered(3));
    store.getState().show({ first: 0, last: 2 });
    await answerAll();
    const { cache } = store.getState();
    store.getState().amend((row) => row);
    expect(store.getState().cache).toBe(cache);
    const told = { id: 2, told: true };
    store.getState().amend((row) => (row.id === 2 ? told : row));
    expect(rowAt(store.getState().cache, 1)).toBe(told);
    expect(rowAt(store.getState().cache, 0)).toBe(rowAt(cache, 0));
    expect(waiting).toHaveLength(0);
  });

  it('asks for what is seen, once', async () => {
    const { store, waiting, answerAll } = setUp(() => numbered(1_000));
    store.getState().show({ first: 0, last: 30 });
    store.getState().renew(1);
    expect(waiting).toHaveLength(1);
    await answerAll();
    store.getState().show({ first: 0, last: 31 });
    expect(waiting).toHaveLength(0);
    expect(rowAt(store.getState().cache, 30)).toEqual({ id: 31 });
  });

  it('asks for the last of many quick queries, and drops the answer to an older one', async () => {
    const { store, waiting, answerAll } = setUp(() => numbered(10));
    store.getState().show({ first: 0, last: 30 });
    for (const query of ['d', 'de', 'del', 'dell']) store.getState().setQuery(query);
    expect(waiting.map(({ query }) => query)).toEqual(['all']);
    waiting.shift()?.answer();
    await settled();
    expect(store.getState().answer).toBeNull();
    expect(waiting.map(({ query }) => query)).toEqual(['dell']);
    await answerAll();
    expect(store.getState().answer?.total).toBe(10);
  });

  it('keeps the former rows on screen until the new query is answered', async () => {
    const { store, answerAll } = setUp(() => numbered(10));
    store.getState().show({ first: 0, last: 9 });
    await answerAll();
    store.getState().setQuery('x');
    expect(rowAt(store.getState().cache, 0)).toEqual({ id: 1 });
    expect(store.getState().cache.total).toBe(10);
  });

  it('asks again for what is seen when the history has changed', async () => {
    const { store, waiting, answerAll, change } = setUp(() => numbered(300));
    store.getState().show({ first: 0, last: 30 });
    await answerAll();
    change();
    expect(waiting.map(({ offset }) => offset)).toEqual([0]);
  });

  it('does not ask for ever when answers look older than an event', async () => {
    const { store, waiting, answerAll } = setUp(() => numbered(10));
    store.getState().show({ first: 0, last: 9 });
    store.getState().renew(99);
    await answerAll();
    expect(waiting).toHaveLength(0);
    expect(store.getState().answer?.total).toBe(10);
  });
});

describe('the selection', () => {
  it('stays on its row when rows are added above it', async () => {
    let rows = numbered(50);
    const { store, answerAll, change } = setUp(() => rows);
    store.getState().show({ first: 0, last: 30 });
    await answerAll();
    store.getState().selectIndex(4);
    rows = [...numbered(3, 900), ...rows];
    change();
    await answerAll();
    expect(store.getState()).toMatchObject({ selectedId: 5, selectedIndex: 7 });
  });

  it('waits for a row that has not arrived, and keeps the former one until then', async () => {
    const { store, answerAll } = setUp(() => numbered(1_000));
    store.getState().show({ first: 0, last: 30 });
    await answerAll();
    store.getState().selectIndex(2);
    store.getState().selectIndex(999);
    expect(store.getState().selectedId).toBe(3);
    store.getState().show({ first: 970, last: 999 });
    await answerAll();
    expect(store.getState()).toMatchObject({ selectedId: 1_000, selectedIndex: 999 });
  });

  it('asks where a row stands that is not at hand, and has it shown', async () => {
    const { store, answerAll } = setUp(() => numbered(1_000));
    store.getState().show({ first: 0, last: 30 });
    await answerAll();
    store.getState().selectId(777);
    await settled();
    expect(store.getState()).toMatchObject({ selectedId: 777, selectedIndex: 776, reveal: true });
  });

  it('of the first row waits for the answer to what was just typed: Enter must not open the former list’s first order', async () => {
    let rows = numbered(10);
    const { store, answerAll } = setUp(() => rows);
    store.getState().show({ first: 0, last: 9 });
    await answerAll();
    rows = [{ id: 4_990 }];
    store.getState().setQuery('4990');
    store.getState().selectFirst();
    expect(store.getState().selectedId).toBeNull();
    await answerAll();
    expect(store.getState()).toMatchObject({ selectedId: 4_990, selectedIndex: 0 });
  });

  it('of the first row comes to nothing when nothing is found', async () => {
    let rows = numbered(10);
    const { store, answerAll } = setUp(() => rows);
    store.getState().show({ first: 0, last: 9 });
    await answerAll();
    rows = [];
    store.getState().setQuery('zebra');
    store.getState().selectFirst();
    await answerAll();
    expect(store.getState()).toMatchObject({ selectedId: null, selectedIndex: null });
  });

  it('remembers an order that a filter hides', async () => {
    let rows = numbered(10);
    const { store, answerAll } = setUp(() => rows);
    store.getState().show({ first: 0, last: 9 });
    await answerAll();
    store.getState().selectIndex(0);
    rows = numbered(5, 6);
    store.getState().setQuery('filtered');
    await answerAll();
    expect(store.getState()).toMatchObject({ selectedId: 1, selectedIndex: null });
  });
});

describe('asking anew', () => {
  it('brings the rows at hand once more, though nothing has changed, and keeps them on screen meanwhile', async () => {
    let rows = numbered(10);
    const { store, waiting, answerAll } = setUp(() => rows);
    store.getState().show({ first: 0, last: 9 });
    await answerAll();
    store.getState().selectIndex(4);
    rows = numbered(5, 6);
    store.getState().reask();
    expect(rowAt(store.getState().cache, 0)?.id).toBe(1);
    expect(waiting).toHaveLength(1);
    await answerAll();
    expect(rowAt(store.getState().cache, 0)?.id).toBe(rows[0]?.id);
    expect(store.getState().cache.total).toBe(5);
  });

  it('while an answer is on its way is not forgotten', async () => {
    let rows = numbered(3);
    const { store, answerAll } = setUp(() => rows);
    store.getState().show({ first: 0, last: 9 });
    store.getState().reask();
    rows = numbered(2);
    await answerAll();
    store.getState().reask();
    rows = numbered(1);
    await answerAll();
    expect(store.getState().cache.total).toBe(1);
  });
});
