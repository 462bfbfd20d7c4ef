// Batches as they are told: counted from the journal while they run, seldom enough, and the same after a restart.
import { expect, it } from 'vitest';
import { type Batches, createBatches } from '../../../src/main/bulk/batches.ts';
import type { Owner } from '../../../src/shared/domain/operation-schemas.ts';
import { ok } from '../../../src/shared/result.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';
import { createVirtualClock } from '../../simulation/virtual-clock.ts';
import { type ADesk, aDesk, markInput, offline, pendingPayments } from '../journal/a-desk.ts';
import { must } from '../journal/a-journal.ts';

interface Watched {
  readonly batches: Batches;
  tallies(): number;
}

/** @param from as after a restart: over what the journal has at that moment. */
function watch(desk: ADesk, owner: Owner = { server: 'https://shop.example', username: 'practice' }): Watched {
  let tallies = 0;
  const { operations } = desk;
  const batches = createBatches({
    operations: {
      ...operations,
      tally: (batch) => {
        tallies += 1;
        return operations.tally(batch);
      },
    },
    owner,
    now: desk.now,
    after: desk.after,
    changed: () => undefined,
  });
  return { batches, tallies: () => tallies };
}

const start = async (desk: ADesk, count: number, hold = 0) => {
  const inputs = pendingPayments(desk, count).map((id) => markInput(desk, id));
  return must(await desk.operations.askMany(inputs, hold));
};

it('is counted while it runs, with its money, and to its end', async () => {
  const desk = await aDesk({ orders: 400 });
  const { batches } = watch(desk);
  const { batch, taken } = await start(desk, 20, 4_000);
  await desk.pass(300);
  const sum = taken.reduce((total, { saw }) => total + Number(saw.amount) * 100, 0);
  expect(batches.views()).toMatchObject([{ batch, to: 'completed', total: 20, done: 0, cancelled: 0, doneSum: null, actor: 'practice' }]);
  expect(Number(batches.views()[0]?.sum) * 100).toBeCloseTo(sum, 5);
  expect(batches.views()[0]?.heldUntil).not.toBeNull();
  await desk.pass(6_000);
  expect(batches.views()).toMatchObject([{ total: 20, done: 20, failed: 0, decisions: 0, heldUntil: null }]);
  expect(batches.views()[0]?.doneSum).toBe(batches.views()[0]?.sum);
});

it('the end of the hold is told without anything having moved', async () => {
  const desk = await aDesk({ orders: 200 });
  const { batches } = watch(desk);
  const { batch } = await start(desk, 5, 4_000);
  must(await desk.operations.pause(batch));
  await desk.pass(1_000);
  expect(batches.views()[0]?.heldUntil).not.toBeNull();
  await desk.pass(4_000);
  expect(batches.views()[0]).toMatchObject({ heldUntil: null, paused: true, done: 0 });
});

it('a refusal and a conflict are counted apart, and a decision moves its one', async () => {
  const desk = await aDesk({ orders: 200 });
  const { batches } = watch(desk);
  const { taken } = await start(desk, 10, 4_000);
  const [refused, changed] = taken.map(({ wish }) => (wish.kind === 'mark' ? wish.payment : 0));
  desk.store.state.deletePayment(refused ?? 0);
  desk.store.state.changePayment(changed ?? 0, { status: 'failed' });
  await desk.pass(8_000);
  expect(batches.views()).toMatchObject([{ total: 10, done: 8, failed: 1, decisions: 1 }]);
  must(await desk.operations.decide(taken[1]?.id ?? '', { kind: 'keep-theirs' }));
  await desk.pass(1_000);
  expect(batches.views()).toMatchObject([{ total: 10, done: 8, failed: 2, decisions: 0 }]);
});

it('cancelled in the middle: what was not sent is undone, and both are counted', async () => {
  const desk = await aDesk({ orders: 400 });
  const { batches } = watch(desk);
  desk.trouble(offline);
  const { batch } = await start(desk, 30, 0);
  await desk.pass(500);
  must(await desk.operations.cancelBatch(batch));
  await desk.pass(500);
  expect(batches.views()).toMatchObject([{ total: 30, done: 0, cancelled: 30 }]);
  expect(desk.writes()).toEqual([]);
});

it('after a restart it is counted whole, not only what is left of it; nobody else sees it', async () => {
  const desk = await aDesk({ orders: 400 });
  const { batch } = await start(desk, 30, 0);
  must(await desk.operations.pause(batch));
  await desk.pass(2_000);
  const sent = desk.writes().length;
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(30);
  const { batches } = watch(desk);
  const others = watch(desk, { server: 'https://shop.example', username: 'somebody' });
  await desk.pass(10);
  expect(batches.views()).toMatchObject([{ batch, total: 30, done: sent, paused: true }]);
  expect(others.batches.views()).toEqual([]);
  expect(others.batches.knows(batch)).toBe(false);
  must(await desk.operations.resume(batch));
  await desk.pass(5_000);
  expect(batches.views()).toMatchObject([{ total: 30, done: 30, paused: false }]);
});

it('counts at most five times a second, however much moves', async () => {
  const clock = createVirtualClock(0);
  const operation = anOperation({ batch: 'one' });
  let move: () => void = () => undefined;
  let tallies = 0;
  createBatches({
    operations: {
      unsettled: () => [operation],
      isPaused: () => false,
      subscribe: (listener) => {
        move = () => listener({ kind: 'operation', operation });
        return () => undefined;
      },
      tally: async () => {
        tallies += 1;
        return ok([{ outcome: 'held', count: 1 }]);
      },
      amounts: async () => ok([]),
    },
    owner: operation.owner,
    now: clock.now,
    after: clock.at,
    changed: () => undefined,
  });
  for (let at = 0; at < 2_000; at += 5) {
    clock.at(at, () => move());
  }
  while (clock.step()) for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  expect(tallies).toBeGreaterThan(8);
  expect(tallies).toBeLessThanOrEqual(12);
});
