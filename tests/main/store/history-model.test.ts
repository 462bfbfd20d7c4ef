// The history against a server that others write to as well, with pulls and marks overtaking one another in every order.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Moment } from '../../../src/main/store/door.ts';
import type { Order } from '../../../src/main/store/facts.ts';
import { ADA, type AHistory, aHistory, bytesOf, onTheWire } from './support/a-history.ts';
import { anOrder, aPayment } from './support/facts.ts';
import { runs } from './support/runs.ts';

const IDS = [1, 2, 3] as const;

/** Every change of a payment on the server has a version; the status on the wire is that version. */
interface World {
  readonly history: AHistory;
  readonly versions: Map<number, number>;
  readonly orders: Set<number>;
  /** The one that is under way, and what the server tells it. */
  pull: { readonly asked: Moment; snapshot: Order[]; read: boolean } | null;
  readonly marks: Map<number, { readonly asked: Moment; committed: number | null }>;
  /** Payments whose mark got lost: delivery reads them until it knows. */
  readonly lost: Set<number>;
  /** The newest version that an answered mark, or delivery's reading, has vouched for. */
  readonly vouched: Map<number, number>;
  clock: number;
}

type Step = readonly [
  what: 'ask' | 'snapshot' | 'read' | 'arrive' | 'drop' | 'mark' | 'commit' | 'answer' | 'lose' | 'look' | 'other' | 'create' | 'cancel',
  pick: number,
];

const snapshotOf = ({ versions, orders }: World): Order[] =>
  [...orders].map((id) => anOrder(id, { payments: versions.has(id) ? [aPayment(id, `v${versions.get(id)}`, { order: id })] : [] }));

async function pullAsks(world: World): Promise<void> {
  const asked = world.history.now();
  await world.history.door.beginPull({ asked, person: ADA });
  world.pull = { asked, snapshot: snapshotOf(world), read: false };
}

/** Its page comes, and is looked at before it is the history. */
async function pullReads({ pull, history: { door } }: World): Promise<void> {
  if (pull === null || pull.read) return;
  pull.read = true;
  const bytes = bytesOf(pull.snapshot.map(onTheWire));
  const middle = Math.floor(bytes.length / 2);
  await door.pageBytes(1, bytes.slice(0, middle));
  await door.pageBytes(1, bytes.slice(middle));
  expect(await door.endPage(1, null)).toMatchObject({ kind: 'page', rows: pull.snapshot.length });
}

async function pullArrives(world: World): Promise<void> {
  await pullReads(world);
  if (world.pull !== null) await world.history.door.finishPull('2026-11-22T12:00:00.000Z', null);
  world.pull = null;
}

function commit(world: World, id: number): number {
  world.clock += 1;
  world.versions.set(id, world.clock);
  return world.clock;
}

/** Delivery reads a payment whose mark got lost, and then knows. */
async function look({ history, lost, versions, vouched }: World, id: number): Promise<void> {
  if (!lost.delete(id)) return;
  const version = versions.get(id) ?? 0;
  await history.pay(aPayment(id, `v${version}`, { order: id }));
  vouched.set(id, version);
}

async function takePull(world: World, what: Step[0]): Promise<void> {
  const { pull } = world;
  if (what === 'ask' && pull === null) await pullAsks(world);
  if (what === 'snapshot' && pull?.read === false) pull.snapshot = snapshotOf(world);
  if (what === 'read') await pullReads(world);
  if (what === 'arrive') await pullArrives(world);
  if (what === 'drop') {
    await world.history.door.dropPull();
    world.pull = null;
  }
}

async function take(world: World, [what, pick]: Step): Promise<void> {
  const id = IDS[pick % IDS.length] ?? 1;
  const { history, marks } = world;
  const mark = marks.get(id);
  switch (what) {
    case 'mark':
      // One in a lane: a lost one has to be settled first.
      if (mark === undefined && !world.lost.has(id)) marks.set(id, { asked: history.now(), committed: null });
      return;
    case 'commit':
      if (mark?.committed === null) mark.committed = commit(world, id);
      return;
    case 'answer':
      if (mark === undefined) return;
      mark.committed ??= commit(world, id);
      await history.pay(aPayment(id, `v${mark.committed}`, { order: id }), mark.asked);
      world.vouched.set(id, mark.committed);
      marks.delete(id);
      return;
    case 'lose':
      if (mark === undefined) return;
      world.lost.add(id);
      marks.delete(id);
      return;
    case 'look':
      return await look(world, id);
    case 'other':
      commit(world, id);
      return;
    case 'create': {
      const order = 100 + pick;
      if (world.orders.has(order)) return;
      world.orders.add(order);
      return await history.put(anOrder(order));
    }
    case 'cancel':
      // Only what no pull under way may still tell: its going would be told by the next one.
      if (world.pull === null) world.orders.delete(100 + pick);
      return;
    default:
      return await takePull(world, what);
  }
}

async function check({ history, vouched, orders }: World): Promise<void> {
  for (const [id, version] of vouched) {
    const status = await history.status(id);
    expect(Number(status?.slice(1)), `payment ${id} went back behind its answered mark`).toBeGreaterThanOrEqual(version);
    // The index was told the same.
    const order = await history.order(id);
    if (order !== null) expect(order.payments?.find((payment) => payment.id === id)?.status).toBe(status);
  }
  for (const order of orders) if (order >= 100) expect(await history.order(order), `order ${order} was made and then lost`).not.toBeNull();
  const ids = await history.ids();
  expect(await history.door.orders(ids)).toMatchObject(ids.map((id) => ({ id })));
}

const steps = fc.array(
  fc.tuple(
    fc.constantFrom<Step[0]>(
      ...(['ask', 'ask', 'snapshot', 'read', 'arrive', 'arrive', 'drop', 'mark', 'commit', 'answer', 'lose', 'look', 'other'] as const),
      ...(['create', 'cancel'] as const),
    ),
    fc.nat({ max: 5 }),
  ),
  { maxLength: 40 },
);

it('never goes back behind an answered mark, forgets no new order, and comes to agree with the server', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const world: World = {
        history: await aHistory(),
        versions: new Map(IDS.map((id) => [id, 0])),
        orders: new Set(IDS),
        pull: null,
        marks: new Map(),
        lost: new Set(),
        vouched: new Map(),
        clock: 0,
      };
      for (const step of all) {
        await take(world, step);
        await check(world);
      }
      await world.history.door.dropPull();
      world.pull = null;
      for (const id of IDS) for (const what of ['lose', 'look'] as const) await take(world, [what, id - 1]);
      await pullAsks(world);
      await pullArrives(world);
      for (const [id, version] of world.versions) expect(await world.history.status(id)).toBe(`v${version}`);
      expect(new Set(await world.history.ids())).toEqual(world.orders);
      await world.history.door.close();
    }),
    { numRuns: runs(100) },
  );
});
