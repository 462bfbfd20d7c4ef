// Many operations at once: batches, restarts in the middle, a journal that cannot be written.
import { describe, expect, it } from 'vitest';
import { aDesk, cutAfterWrites, markInput, offline, pendingPayments } from './a-desk.ts';
import { must } from './a-journal.ts';

async function aBatch(size: number) {
  const desk = await aDesk({ orders: 400 });
  const payments = pendingPayments(desk, size);
  expect(payments).toHaveLength(size);
  const { batch, taken } = must(
    await desk.operations.askMany(
      payments.map((payment) => markInput(desk, payment)),
      0,
    ),
  );
  const count = async (...states: string[]): Promise<number> =>
    must(await desk.operations.page({ batch, states, offset: 0, limit: 0 })).total;
  return { ...desk, desk, batch, payments, taken, count };
}

describe('a batch', () => {
  it('goes out four at a time, all of it, each with its own key', async () => {
    const { trouble, pass, count, store } = await aBatch(25);
    let [under, most] = [0, 0];
    trouble(async (_request, through) => {
      under += 1;
      most = Math.max(most, under);
      const answer = await through();
      await new Promise((resolve) => setImmediate(resolve));
      under -= 1;
      return answer;
    });
    await pass(5_000);
    expect(most).toBe(4);
    expect(await count('done')).toBe(25);
    expect(new Set(store.requests.map(({ headers }) => headers['idempotency-key']).filter(Boolean)).size).toBe(25);
  });

  it('leaves out what cannot be taken on, with why', async () => {
    const { desk, operations, payments } = await aBatch(3);
    const [first = 0] = payments;
    const again = must(
      await operations.askMany(
        [markInput(desk, first), { ...markInput(desk, first), wish: { kind: 'mark', payment: 999, to: 'failed' } }],
        0,
      ),
    );
    expect(again).toMatchObject({ taken: [{ wish: { payment: 999 } }], left: [{ error: { kind: 'busy' } }] });
  });

  it('stops when it is paused, goes on when it is resumed, and what is left can be cancelled', async () => {
    const { operations, batch, pass, count, trouble } = await aBatch(25);
    trouble(offline);
    must(await operations.pause(batch));
    await pass(30_000);
    trouble(null);
    operations.wake();
    await pass(30_000);
    expect(operations.isPaused(batch)).toBe(true);
    expect(await count('done')).toBe(0);
    expect(must(await operations.cancelBatch(batch))).toBe(25);
    must(await operations.resume(batch));
    await pass(30_000);
    expect([await count('undone'), operations.unsettled()]).toEqual([25, []]);
  });

  it('lets a single mark of somebody at the counter go first', async () => {
    const { desk, operations, pass, trouble, payments } = await aBatch(20);
    trouble(offline);
    await pass(10);
    const [single = 0] = pendingPayments(desk, 40).filter((payment) => !payments.includes(payment));
    must(await operations.ask(markInput(desk, single), 0));
    await pass(0);
    const left: string[] = [];
    trouble((request) => {
      left.push(new URL(request.url).pathname);
      return null;
    });
    operations.wake();
    await pass(0);
    expect(left[0]).toBe(`/api/orders/payments/${single}/`);
  });
});

describe('a journal that cannot be written', () => {
  it('stops everything before anything is sent, says so, and goes on when it can be written again', async () => {
    let full = false;
    const desk = await aDesk({}, (inner) => ({
      ...inner,
      append: async (changes) => (full ? { ok: false, problem: 'full' } : await inner.append(changes)),
    }));
    const heard: unknown[] = [];
    desk.operations.subscribe((change) => {
      if (change.kind === 'halted') heard.push(change.error);
    });
    const [payment = 0] = pendingPayments(desk, 1);
    const { id } = must(await desk.operations.ask(markInput(desk, payment), 1_000));
    full = true;
    await desk.pass(10_000);
    expect(desk.writes()).toEqual([]);
    expect(heard[0]).toEqual({ kind: 'journal', problem: 'full' });
    expect(desk.operations.isHalted()).toEqual({ kind: 'journal', problem: 'full' });
    full = false;
    await desk.pass(20_000);
    expect(await desk.state(id)).toMatchObject({ name: 'done' });
    expect([heard.at(-1), desk.operations.isHalted()]).toEqual([null, null]);
  });

  it('between answer and note leaves it in doubt, and reading settles it', async () => {
    let full = false;
    const desk = await aDesk({}, (inner) => ({
      ...inner,
      append: async (changes) => (full ? { ok: false, problem: 'full' } : await inner.append(changes)),
    }));
    const [payment = 0] = pendingPayments(desk, 1);
    const { id } = must(await desk.operations.ask(markInput(desk, payment), 0));
    desk.trouble(async (request, through) => {
      const answer = await through();
      if (request.method === 'PATCH') full = true;
      return answer;
    });
    await desk.pass(100);
    expect(await desk.state(id)).toMatchObject({ name: 'sending' });
    full = false;
    await desk.pass(20_000);
    expect(await desk.state(id)).toMatchObject({ name: 'done', how: 'found' });
    expect(desk.writes()).toHaveLength(1);
  });
});

it('stops only when what was under way is written down', async () => {
  const { operations, trouble, pass, taken, state } = await aBatch(1);
  trouble(cutAfterWrites);
  const stopped = operations.stop();
  await pass(0);
  await stopped;
  expect(await state(taken[0]?.id ?? '')).toMatchObject({ name: 'unknown' });
  await pass(60_000);
  expect(await state(taken[0]?.id ?? '')).toMatchObject({ name: 'unknown' });
});

it('a bug of our own is told and does not stop the others', async () => {
  const { trouble, pass, bugs, count } = await aBatch(6);
  let first = true;
  trouble((_request, through) => {
    if (!first) return through();
    first = false;
    return Promise.reject(new TypeError('a bug'));
  });
  await pass(60_000);
  expect(bugs).toEqual([expect.any(TypeError)]);
  expect(await count('done')).toBe(6);
});
