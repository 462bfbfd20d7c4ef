// The book and the journal's marks against a server that others write to as well, with pulls and marks overtaking one another in every order.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Moment } from '../../../src/main/store/book.ts';
import type { Order } from '../../../src/main/store/facts.ts';
import { aBook, type MarkedBook } from './support/a-book.ts';
import { anOrder, aPayment } from './support/facts.ts';

const IDS = [1, 2, 3] as const;

/** Every change of a payment on the server has a version; the status on the wire is that version. */
interface World {
  readonly book: MarkedBook;
  readonly versions: Map<number, number>;
  readonly orders: Set<number>;
  readonly pulls: { readonly asked: Moment; snapshot: Order[] }[];
  readonly marks: Map<number, { readonly asked: Moment; committed: number | null }>;
  /** Payments whose mark got lost: delivery reads them until it knows. */
  readonly lost: Set<number>;
  /** The newest version that an answered mark, or delivery's reading, has vouched for. */
  readonly vouched: Map<number, number>;
  clock: number;
}

type Step = readonly [
  what: 'ask' | 'snapshot' | 'arrive' | 'mark' | 'commit' | 'answer' | 'lose' | 'look' | 'other' | 'create',
  pick: number,
];

const snapshotOf = ({ versions, orders }: World): Order[] =>
  [...orders].map((id) => anOrder(id, { payments: versions.has(id) ? [aPayment(id, `v${versions.get(id)}`, { order: id })] : [] }));

function pullArrives(world: World, index: number): void {
  const [pull] = world.pulls.splice(index, 1);
  if (pull === undefined) return;
  world.book.replaceOrders(pull.snapshot, pull.asked);
}

function commit(world: World, id: number): number {
  world.clock += 1;
  world.versions.set(id, world.clock);
  return world.clock;
}

/** Delivery reads a payment whose mark got lost, and then knows. */
function look({ book, lost, versions, vouched }: World, id: number): void {
  if (!lost.delete(id)) return;
  const version = versions.get(id) ?? 0;
  book.putPayment(aPayment(id, `v${version}`, { order: id }), book.now());
  book.mark(id, null);
  vouched.set(id, version);
}

function take(world: World, [what, pick]: Step): void {
  const id = IDS[pick % IDS.length] ?? 1;
  const { book, marks, pulls } = world;
  const mark = marks.get(id);
  switch (what) {
    case 'ask':
      pulls.push({ asked: book.now(), snapshot: snapshotOf(world) });
      return;
    case 'snapshot': {
      const pull = pulls[pick % Math.max(1, pulls.length)];
      if (pull !== undefined) pull.snapshot = snapshotOf(world);
      return;
    }
    case 'arrive':
      pullArrives(world, pick % Math.max(1, pulls.length));
      return;
    case 'mark':
      // One in a lane: a lost one has to be settled first.
      if (mark !== undefined || world.lost.has(id)) return;
      book.mark(id, { standing: 'sending', asked: 'completed' });
      marks.set(id, { asked: book.now(), committed: null });
      return;
    case 'commit':
      if (mark?.committed === null) mark.committed = commit(world, id);
      return;
    case 'answer':
      if (mark === undefined) return;
      mark.committed ??= commit(world, id);
      book.putPayment(aPayment(id, `v${mark.committed}`, { order: id }), mark.asked);
      book.mark(id, null);
      world.vouched.set(id, mark.committed);
      marks.delete(id);
      return;
    case 'lose':
      if (mark === undefined) return;
      book.mark(id, { standing: 'unknown', asked: 'completed' });
      world.lost.add(id);
      marks.delete(id);
      return;
    case 'look':
      look(world, id);
      return;
    case 'other':
      commit(world, id);
      return;
    case 'create': {
      const order = 100 + pick;
      if (world.orders.has(order)) return;
      world.orders.add(order);
      book.putOrder(anOrder(order), book.now());
      return;
    }
  }
}

function check({ book, vouched, lost, marks, orders }: World): void {
  for (const [id, version] of vouched) {
    expect(Number(book.payment(id)?.payment.status?.slice(1)), `payment ${id} went back behind its answered mark`).toBeGreaterThanOrEqual(
      version,
    );
  }
  for (const id of IDS) {
    const expected = marks.has(id) ? 'sending' : lost.has(id) ? 'unknown' : 'settled';
    const known = book.payment(id);
    if (known !== null) expect(known.mark?.standing ?? 'settled', `standing of payment ${id}`).toBe(expected);
  }
  for (const order of orders) if (order >= 100) expect(book.order(order), `order ${order} was made and then lost`).not.toBeNull();
}

const steps = fc.array(
  fc.tuple(
    fc.constantFrom<Step[0]>('ask', 'snapshot', 'arrive', 'arrive', 'mark', 'commit', 'answer', 'lose', 'look', 'other', 'create'),
    fc.nat({ max: 5 }),
  ),
  { maxLength: 40 },
);

it('never goes back behind an answered mark, forgets no doubt and no new order, and comes to agree with the server', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const world: World = {
        book: aBook(),
        versions: new Map(IDS.map((id) => [id, 0])),
        orders: new Set(IDS),
        pulls: [],
        marks: new Map(),
        lost: new Set(),
        vouched: new Map(),
        clock: 0,
      };
      for (const step of all) {
        take(world, step);
        check(world);
      }
      for (const id of IDS) for (const what of ['lose', 'look'] as const) take(world, [what, id - 1]);
      take(world, ['ask', 0]);
      take(world, ['arrive', world.pulls.length - 1]);
      for (const [id, version] of world.versions) {
        expect(world.book.payment(id)).toMatchObject({ payment: { status: `v${version}` }, mark: null });
      }
      expect(new Set([...world.book.orders()].map(({ id }) => id))).toEqual(world.orders);
      while (world.pulls.length > 0) pullArrives(world, 0);
      for (const [id, version] of world.versions) expect(world.book.payment(id)?.payment.status).toBe(`v${version}`);
    }),
    { numRuns: 2_000 },
  );
});
