// A pull through the door: pages side by side, rows told twice, rows without a number, whose the orders are, and what is shown before its end.
import { describe, expect, it } from 'vitest';
import type { HistoryDoor } from '../../../src/main/store/door.ts';
import { openHistoryInPlace } from '../../../src/main/store/open-history.ts';
import { ADA, ALL, ASKING, aHistory, bytesOf, onTheWire } from './support/a-history.ts';
import { anOrder, aPayment } from './support/facts.ts';

const AS_OF = '2026-11-22T12:00:00.000Z';
const named = (id: number, product: string): Record<string, unknown> => onTheWire(anOrder(id, { product }));
const rows = (count: number): Record<string, unknown>[] => Array.from({ length: count }, (_, index) => named(count - index, 'Rice'));

it('pages may come side by side and in pieces; the places of what cannot be read are counted through them', async () => {
  const { door, ids, summaries } = await aHistory();
  await door.beginPull({ asked: 1, person: ADA });
  const [one, two] = [bytesOf([named(1, 'a'), { lost: 1 }, named(2, 'b')]), bytesOf([{ lost: 2 }, named(3, 'c'), 'word'])];
  for (let at = 0; at < 200; at += 7) {
    await door.pageBytes(2, two.slice(at, at + 7));
    await door.pageBytes(1, one.slice(at, at + 7));
  }
  await door.pageBytes(1, one.slice(203));
  expect(await door.pageBytes(2, two.slice(203))).toBe(6);
  expect(await door.endPage(2, null)).toMatchObject({ kind: 'page', rows: 3 });
  expect(await door.endPage(1, null)).toMatchObject({ kind: 'page', rows: 3 });
  expect(await ids()).toEqual([]);
  await door.finishPull(AS_OF, '"tag"');
  expect(await ids()).toEqual([1, 2, 3]);
  expect(summaries.at(-1)).toMatchObject({ total: 3, unreadable: 3 });
  expect(await door.unreadable()).toEqual([
    { place: 2, text: '{"lost":1}' },
    { place: 4, text: '{"lost":2}' },
    { place: 6, text: '"word"' },
  ]);
});

describe('a row told twice counts as it was told last', () => {
  it.each([
    ['new, then as before', [named(1, 'new'), named(1, 'old')], 'old'],
    ['as before, then new', [named(1, 'old'), named(1, 'new')], 'new'],
    ['new, then newer', [named(1, 'new'), named(1, 'newer')], 'newer'],
  ])('%s; and the next pull is not misled by it', async (_, told, last) => {
    const history = await aHistory();
    await history.pull([named(1, 'old'), named(2, 'x')]);
    await history.pull([...told, named(2, 'x')]);
    expect((await history.order(1))?.product).toBe(last);
    for (const product of ['new', 'old', 'newer', 'old', 'new']) {
      await history.pull([named(1, product), named(2, 'x')]);
      expect((await history.order(1))?.product).toBe(product);
      expect(history.summaries.at(-1)?.total).toBe(2);
    }
  });
});

it('a row told twice in a first pull does not mislead the next one either', async () => {
  const history = await aHistory();
  await history.pull([named(1, 'first'), named(1, 'last')]);
  await history.pull([named(1, 'first')]);
  expect((await history.order(1))?.product).toBe('first');
});

it('what is no list is none, also where only one row is no JSON; the former history stays', async () => {
  const history = await aHistory();
  await history.pull(rows(3));
  const { door } = history;
  for (const text of ['<html>', '{"detail": "no"}', '[{"id": 1}, {"id": tru}]', '[{"id": 1}']) {
    await door.beginPull({ asked: history.now(), person: ADA });
    await door.pageBytes(1, new TextEncoder().encode(text));
    expect(await door.endPage(1, 'application/json'), text).toEqual({ kind: 'not-a-list' });
    await door.dropPull();
    expect(await history.ids()).toEqual([1, 2, 3]);
  }
});

describe('the beginning of a first pull', () => {
  it('is shown as soon as there are some screens of it, and goes again if the pull is dropped', async () => {
    const history = await aHistory();
    const { door, summaries } = history;
    await door.beginPull({ asked: history.now(), person: ADA });
    const bytes = bytesOf(rows(900));
    await door.pageBytes(1, bytes.slice(0, -10));
    expect(summaries.at(-1)).toMatchObject({ total: 500, partial: true, asOf: null });
    const window = await door.window(ALL, ASKING, { offset: 0, limit: 2 }, true);
    expect(window.rows.map(({ id }) => id)).toEqual([401, 402]);
    await history.put(anOrder(2_000));
    await door.dropPull();
    expect(summaries.at(-1)).toMatchObject({ total: 1, partial: false });
    expect(await history.ids()).toEqual([2_000]);
  });

  it('becomes the whole', async () => {
    const history = await aHistory();
    await history.pull(rows(900));
    expect(history.summaries.map(({ total, partial }) => [total, partial])).toEqual([
      [500, true],
      [900, true],
      [900, false],
    ]);
    await history.pull(rows(901));
    expect(history.summaries.map(({ partial }) => partial)).toEqual([true, true, false, false]);
  });

  /** Asks for these orders as soon as the first pull is told whole. */
  const asking = (found: Promise<unknown>[], ids: readonly number[]): HistoryDoor => {
    const door = openHistoryInPlace(':memory:');
    return {
      ...door,
      open: (changed, trouble) =>
        door.open((summary) => {
          changed(summary);
          if (!summary.partial || summary.total < 900) return;
          const told = door.orders(ids).then((orders) => orders.map((order) => [order?.id, order?.product, order?.payments?.[0]?.status]));
          const total = door.window(ALL, ASKING, { offset: 0, limit: 0 }, true).then((window) => window.total);
          found.push(told, total);
        }, trouble),
    };
  };

  it('is found whole, and with what was told meanwhile, before it is written', async () => {
    const found: Promise<unknown>[] = [];
    const history = await aHistory(':memory:', asking(found, [1, 899, 901, 2_000]));
    const { door, summaries } = history;
    await door.beginPull({ asked: history.now(), person: ADA });
    const oil = anOrder(901, { product: 'Oil', payments: [aPayment(5, 'pending', { order: 901 })] });
    await door.pageBytes(1, bytesOf([...rows(900), onTheWire(oil)]));
    await history.put(anOrder(2_000, { product: 'Salt' }));
    await history.put(anOrder(899, { product: 'Tea' }));
    await history.pay(aPayment(5, 'failed', { order: 901 }));
    await door.endPage(1, null);
    await door.finishPull(AS_OF, null);
    expect(await Promise.all(found)).toEqual([
      [
        [1, 'Rice', undefined],
        [899, 'Tea', undefined],
        [901, 'Oil', 'failed'],
        [2_000, 'Salt', undefined],
      ],
      902,
    ]);
    expect(summaries.at(-1)).toMatchObject({ total: 902, partial: false, asOf: AS_OF });
    expect(
      await door.counts(
        [
          { ...ALL, state: 'failed' },
          { ...ALL, text: 'Tea' },
        ],
        ASKING,
      ),
    ).toEqual([1, 1]);
  });

  it('goes again if it cannot be written', async () => {
    const found: Promise<unknown>[] = [];
    const history = await aHistory(':memory:', asking(found, [1]));
    const { door, summaries } = history;
    await door.beginPull({ asked: history.now(), person: ADA });
    await door.pageBytes(1, bytesOf(rows(900)));
    await door.endPage(1, null);
    // Nothing that can be kept.
    await expect(door.finishPull(1n as never, null)).rejects.toThrow('BigInt');
    await door.dropPull();
    expect(found).toHaveLength(2);
    expect(summaries.at(-1)).toMatchObject({ total: 0, partial: false });
    expect(await history.ids()).toEqual([]);
  });
});

it('whose the orders are is told of rows that are not read again, too; another person’s eyes read them all', async () => {
  const history = await aHistory();
  const { door } = history;
  const own = [
    { ...named(1, 'a'), user: 7 },
    { ...named(2, 'b'), user: 7 },
  ];
  const pull = async (told: readonly unknown[], userId: number): Promise<boolean | undefined> => {
    await door.beginPull({ asked: history.now(), person: { ...ADA, userId } });
    await door.pageBytes(1, bytesOf(told));
    await door.endPage(1, null);
    await door.finishPull(AS_OF, null);
    return history.summaries.at(-1)?.ownOnly;
  };
  expect(await pull(own, 7)).toBe(true);
  expect(await pull(own, 7)).toBe(true);
  expect(await pull(own, 8)).toBe(false);
  expect(await pull(own, 7)).toBe(true);
  expect(await pull([...own, { ...named(3, 'c'), user: 9 }], 7)).toBe(false);
  expect(await pull([], 7)).toBe(false);
  const others = await aHistory();
  for (const asked of [1, 2, 3]) await others.pull([...own, { ...named(3, 'c'), user: 9 }], asked);
  expect(others.summaries.at(-1)?.ownOnly).toBe(false);
});

it('new pending payments are told once, and none by the first asking', async () => {
  const history = await aHistory();
  const order = (id: number, status: string): Record<string, unknown> => onTheWire(anOrder(id, { payments: [aPayment(id, status)] }));
  await history.pull([order(1, 'pending')]);
  expect(await history.door.arrivals()).toMatchObject({ count: 0 });
  await history.pull([order(1, 'pending'), order(2, 'pending'), order(3, 'failed')]);
  expect(await history.door.arrivals()).toMatchObject({ count: 1, payments: [{ id: 2 }], sum: 100_000n });
  expect(await history.door.arrivals()).toMatchObject({ count: 0 });
});

it('a question is answered while a long pull is looked at', async () => {
  const history = await aHistory();
  await history.pull(rows(3));
  const { door } = history;
  await door.beginPull({ asked: history.now(), person: ADA });
  let looked = false;
  const looking = door.pageBytes(1, bytesOf(rows(20_000))).then(() => {
    looked = true;
  });
  await new Promise(setImmediate);
  expect((await door.window(ALL, ASKING, { offset: 0, limit: 5 }, true)).total).toBe(3);
  expect(looked).toBe(false);
  await looking;
});
