// The index against the same history without columns: whatever is told in whatever order, both find, count and sort the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrderIndex, loadIndex } from '../../../../src/main/store/columns/create-index.ts';
import type { OrderIndex } from '../../../../src/main/store/columns/order-index.ts';
import type { Order } from '../../../../src/main/store/facts.ts';
import type { ReadQueryFunction, Term } from '../../../../src/shared/domain/query/terms.ts';
import type { HistoryQuery } from '../../../../src/shared/ipc/order-schemas.ts';
import { runs } from '../support/runs.ts';
import { ASKING } from './support/an-index.ts';
import { anyNumber, anyOrder, anyQuery, anyTerms } from './support/any-order.ts';
import { type PlainHistory, plainHistory } from './support/plain-history.ts';

const EVERY = { offset: 0, limit: 1_000 };

type Step =
  | { readonly kind: 'put'; readonly order: Order }
  | { readonly kind: 'rebuild'; readonly tellings: readonly (Order | number)[] }
  | { readonly kind: 'fill'; readonly orders: readonly Order[] }
  | { readonly kind: 'save' }
  | { readonly kind: 'find'; readonly query: HistoryQuery; readonly fresh: boolean };

/** Texts of queries stand for terms, by their place. */
const TEXTS = ['0', '1', '2'];
const query = anyQuery(TEXTS);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put' as const), order: anyOrder }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fill' as const), orders: fc.array(anyOrder, { maxLength: 25 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rebuild' as const),
      tellings: fc.array(fc.oneof({ weight: 3, arbitrary: anyNumber }, { weight: 1, arbitrary: anyOrder }), { maxLength: 40 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'save' }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('find' as const), query, fresh: fc.boolean() }) },
);

interface World {
  index: OrderIndex;
  readonly plain: PlainHistory;
  readonly read: ReadQueryFunction;
  /** As last found, the one asked for last at the end. */
  readonly frozen: Map<string, readonly number[]>;
}

function rebuild({ index, plain }: World, tellings: readonly (Order | number)[]): void {
  const next = new Map<number, Order>();
  const own = index.rebuild();
  for (const telling of tellings) {
    if (typeof telling === 'number') {
      own.keep(telling);
      const before = plain.orders.get(telling);
      if (before === undefined) next.delete(telling);
      else next.set(telling, before);
    } else {
      own.put(telling);
      next.set(telling.id, telling);
    }
  }
  own.finish();
  plain.orders.clear();
  for (const [id, order] of next) plain.orders.set(id, order);
}

function find(world: World, { query: asked, fresh }: { readonly query: HistoryQuery; readonly fresh: boolean }): void {
  const { index, plain, frozen } = world;
  const key = JSON.stringify([asked.text, asked.state, asked.sort]);
  const now = plain.ids(asked, ASKING);
  const before = fresh ? undefined : frozen.get(key)?.filter((id) => plain.orders.has(id));
  const ids = before ?? now;
  frozen.delete(key);
  frozen.set(key, ids);
  if (frozen.size > 4) frozen.delete(frozen.keys().next().value ?? '');
  expect(index.find(asked, ASKING, EVERY, fresh)).toEqual({
    total: ids.length,
    added: now.filter((id) => !ids.includes(id)).length,
    counts: plain.counts(asked, ASKING),
    ids,
  });
  expect(index.counts([asked], ASKING)).toEqual([now.length]);
  for (const [place, id] of ids.entries()) expect(index.position(asked, ASKING, id)).toBe(place);
  expect([...index.numbers(asked, ASKING, { first: 1, last: 3 })]).toEqual(ids.slice(1, 4));
}

function take(world: World, step: Step): void {
  switch (step.kind) {
    case 'put':
      world.index.put(step.order);
      world.plain.orders.set(step.order.id, step.order);
      break;
    case 'fill':
      rebuild(world, step.orders);
      break;
    case 'rebuild':
      rebuild(world, step.tellings);
      break;
    case 'save': {
      const loaded = loadIndex(
        world.index.save().map((part) => part.slice()),
        world.read,
      );
      if (loaded === null) throw new Error('what was saved is not taken back');
      world.index = loaded;
      world.frozen.clear();
      break;
    }
    case 'find':
      find(world, step);
      break;
  }
  agrees(world);
}

/** What needs no query. */
function agrees({ index, plain }: World): void {
  const orders = [...plain.orders.values()];
  expect(index.size).toBe(orders.length);
  expect(index.highest()).toBe(orders.length === 0 ? null : Math.max(...orders.map(({ id }) => id)));
  expect(index.tellsPayments()).toBe(orders.every(({ payments }) => payments?.every(({ status }) => status !== null) === true));
  const pending = orders.flatMap((order) =>
    (order.payments ?? []).filter(({ status }) => status === 'pending').map((payment) => ({ payment, order })),
  );
  const told = index.pending();
  const seen = [...told.payments].map((payment, at) => [told.ages[at] ?? 0, payment, told.orders[at] ?? 0]);
  const wanted = pending.map(({ payment, order }) => {
    const time = payment.createdAt ?? order.createdAt;
    return [time === null ? Number.NEGATIVE_INFINITY : Date.parse(time), payment.id, order.id];
  });
  const byAge = (a: number[], b: number[]): number => compareAll(a, b);
  expect(seen.map(([age, payment]) => [age, payment])).toEqual(wanted.toSorted(byAge).map(([age, payment]) => [age, payment]));
  expect(seen.toSorted(byAge)).toEqual(wanted.toSorted(byAge));
  expect(told.sum).toBe(pending.reduce((sum, { payment }) => sum + (payment.amount ?? 0n), 0n));
  for (let payment = 1; payment <= 60; payment += 7) {
    const homes = orders.filter(({ payments }) => payments?.some(({ id }) => id === payment)).map(({ id }) => id);
    expect(index.orderOfPayment(payment)).toBe(homes.length === 0 ? null : Math.max(...homes));
  }
}

function compareAll(a: readonly number[], b: readonly number[]): number {
  for (const [at, own] of a.entries()) {
    const other = b[at] ?? 0;
    if (own !== other) return own < other ? -1 : 1;
  }
  return 0;
}

describe('the index and the plain history', () => {
  it('agree after every step', () => {
    fc.assert(
      fc.property(fc.tuple(anyTerms, anyTerms, anyTerms), fc.array(anyStep, { maxLength: 25 }), (meanings, steps) => {
        const read: ReadQueryFunction = (text) => ({ terms: meanings[Number(text)] as readonly Term[], problems: [] });
        const world: World = { index: createOrderIndex(read), plain: plainHistory(read), read, frozen: new Map() };
        for (const step of steps) take(world, step);
      }),
      { numRuns: runs(60) },
    );
  });

  it('agree on each term', () => {
    fc.assert(
      fc.property(anyTerms, fc.array(anyOrder, { minLength: 20, maxLength: 40 }), anyQuery(['0']), (terms, orders, asked) => {
        const read: ReadQueryFunction = () => ({ terms, problems: [] });
        const world: World = { index: createOrderIndex(read), plain: plainHistory(read), read, frozen: new Map() };
        rebuild(world, orders);
        find(world, { query: asked, fresh: true });
      }),
      { numRuns: runs(150) },
    );
  });
});
