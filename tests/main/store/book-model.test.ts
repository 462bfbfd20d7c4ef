// The book and the journal's marks against a server that others write to as well, with pulls and marks overtaking one another in every order.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Moment } from '../../../src/main/store/door.ts';
import type { Order } from '../../../src/main/store/facts.ts';
import type { HistoryQuery } from '../../../src/shared/ipc/order-schemas.ts';
import { aHistoryBook, type MarkedHistory } from './support/a-history-book.ts';
import { anOrder, aPayment } from './support/facts.ts';

const IDS = [1, 2, 3] as const;
const EVERYTHING: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'ascending' }] };

/** Every change of a payment on the server has a version; the status on the wire is that version. */
interface World {
  readonly book: MarkedHistory;
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

async function pullArrives(world: World, index: number): Promise<void> {
  const [pull] = world.pulls.splice(index, 1);
  if (pull === undefined) return;
  await world.book.pull(pull.snapshot, pull.asked);
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

async function take(world: World, [what, pick]: Step): Promise<void> {
  const id = IDS[pick % IDS.length] ?? 1;
  const { book, marks, pulls } = world;
  const mark = marks.get(id);
  switch (what) {
    case 'ask':
      // One at a time: what was asked for before is given up.
      pulls.length = 0;
      pulls.push({ asked: book.now(), snapshot: snapshotOf(world) });
      return;
    case 'snapshot': {
      const pull = pulls[pick % Math.max(1, pulls.length)];
      if (pull !== undefined) pull.snapshot = snapshotOf(world);
      return;
    }
    case 'arrive':
      await pullArrives(world, pick % Math.max(1, pulls.length));
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

async function check({ book, vouched, lost, marks, orders }: World): Promise<void> {
  const payments = new Map((await book.payments(IDS)).map((known, place) => [IDS[place], known?.payment ?? null]));
  for (const [id, version] of vouched) {
    expect(
      Number(payments.get(id as (typeof IDS)[number])?.status?.slice(1)),
      `payment ${id} went back behind its answered mark`,
    ).toBeGreaterThanOrEqual(version);
  }
  for (const id of IDS) {
    const expected = marks.has(id) ? 'sending' : lost.has(id) ? 'unknown' : 'settled';
    const row = await book.pendingRow(id);
    if (row !== null) expect(row.payment.standing, `standing of payment ${id}`).toBe(expected);
  }
  const made = [...orders].filter((order) => order >= 100);
  expect(
    (await book.orders(made)).map((order) => order?.id ?? null),
    'an order was made and then lost',
  ).toEqual(made);
}

const steps = fc.array(
  fc.tuple(
    fc.constantFrom<Step[0]>('ask', 'snapshot', 'arrive', 'arrive', 'mark', 'commit', 'answer', 'lose', 'look', 'other', 'create'),
    fc.nat({ max: 5 }),
  ),
  { maxLength: 40 },
);

it('never goes back behind an answered mark, forgets no doubt and no new order, and comes to agree with the server', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const world: World = {
        book: aHistoryBook(),
        versions: new Map(IDS.map((id) => [id, 0])),
        orders: new Set(IDS),
        pulls: [],
        marks: new Map(),
        lost: new Set(),
        vouched: new Map(),
        clock: 0,
      };
      for (const step of all) {
        await take(world, step);
        await check(world);
      }
      for (const id of IDS) for (const what of ['lose', 'look'] as const) await take(world, [what, id - 1]);
      await take(world, ['ask', 0]);
      await take(world, ['arrive', world.pulls.length - 1]);
      for (const [id, version] of world.versions) {
        expect((await world.book.pendingRow(id))?.payment).toMatchObject({ status: `v${version}`, standing: 'settled' });
      }
      expect(new Set(await world.book.numbers(EVERYTHING, null))).toEqual(world.orders);
      await world.book.leave(false);
    }),
    { numRuns: 200 },
  );
});
