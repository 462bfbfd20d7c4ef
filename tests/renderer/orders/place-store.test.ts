// Where somebody left the history: read back, kept while they work, and never put in the way of who is quicker.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOrdersStore } from '../../../src/renderer/orders/orders-store.ts';
import { createPlaceStore } from '../../../src/renderer/orders/place-store.ts';
import { FIRST_LOOK, FIRST_QUERY } from '../../../src/shared/domain/built-in-views.ts';
import type { HistoryPlace } from '../../../src/shared/ipc/view-requests.ts';
import { ok } from '../../../src/shared/result.ts';
import { order, settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const LEFT: HistoryPlace = {
  query: { ...FIRST_QUERY, text: 'acer' },
  look: { ...FIRST_LOOK, density: 'compact' },
  ...{ top: 40, selected: 38, reading: false, width: 500 },
};

/** @param shown its rows are asked for before the disk has answered */
async function setUp(left: HistoryPlace | null, quick: string | null = null, shown = false) {
  const rows = Array.from({ length: 100 }, (_, index) => order(100 - index));
  const client = createFakeClient({
    'look.read': () => ok(left),
    'look.save': () => ok(null),
    'history.window': ({ offset, limit }) =>
      ok({ revision: 1, total: rows.length, added: 0, counts: {}, rows: rows.slice(offset, offset + limit) }),
    'history.position': ({ id }) => ok(rows.findIndex((row) => row.id === id)),
  });
  const orders = createOrdersStore(client);
  const looking = createPlaceStore(client, orders);
  const stop = looking.follow();
  if (shown) orders.getState().show({ first: 0, last: 20 });
  if (quick !== null) orders.getState().setQuery({ ...FIRST_QUERY, text: quick });
  const saved = () => client.asked.filter(({ name }) => name === 'look.save').map(({ input }) => input as HistoryPlace);
  return { orders, looking, stop, saved, asked: () => client.asked.filter(({ name }) => name === 'history.window').length };
}

it('is read back: query, look, the first order in sight, the selected one', async () => {
  const { orders, looking, saved } = await setUp(LEFT);
  await settled();
  expect(orders.getState()).toMatchObject({ query: LEFT.query, goal: 60, selectedId: 38 });
  expect(looking.getState()).toMatchObject({ look: LEFT.look, reading: false, width: 500 });
  vi.runAllTimers();
  expect(saved()).toEqual([]);
  expect(looking.now()).toEqual(LEFT);
});

it('asks for no rows twice where somebody has left the history as it begins', async () => {
  const { orders, looking, asked } = await setUp({ ...LEFT, query: { ...FIRST_QUERY }, top: null }, null, true);
  await settled();
  expect(asked()).toBe(1);
  expect(orders.getState()).toMatchObject({ selectedId: 38, selectedIndex: 62 });
  expect(looking.getState().look).toEqual(LEFT.look);
});

it('is not put in the way of who has typed meanwhile', async () => {
  const { orders } = await setUp(LEFT, 'quick');
  await settled();
  expect(orders.getState().query.text).toBe('quick');
});

it('is kept once after a rest, and only where it is another', async () => {
  const { orders, looking, saved } = await setUp(null);
  await settled();
  for (const text of ['a', 'ac', 'ace']) orders.getState().setQuery({ ...FIRST_QUERY, text });
  looking.getState().setWidth(444);
  expect(saved()).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(saved()).toEqual([
    { ...LEFT, query: { ...FIRST_QUERY, text: 'ace' }, look: FIRST_LOOK, top: null, selected: null, reading: true, width: 444 },
  ]);
  looking.getState().peek(true);
  orders.getState().setOffset(3);
  vi.advanceTimersByTime(500);
  expect(saved()).toHaveLength(1);
});

it('is kept at once when the session ends', async () => {
  const { orders, stop, saved } = await setUp(null);
  await settled();
  orders.getState().selectId(7);
  stop();
  expect(saved().map(({ selected }) => selected)).toEqual([7]);
  orders.getState().selectId(8);
  vi.advanceTimersByTime(500);
  expect(saved()).toHaveLength(1);
});

it('goes back without asking anew where the query is the same', async () => {
  const { orders, looking } = await setUp(null);
  await settled();
  orders.getState().selectId(50);
  const before = looking.now();
  orders.getState().selectId(20);
  looking.goBack(before);
  expect(orders.getState()).toMatchObject({ selectedId: 50, query: FIRST_QUERY });
});
