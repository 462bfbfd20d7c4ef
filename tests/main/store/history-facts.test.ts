// Later knowledge wins by when it was asked for, whatever order the answers come in: the history's door, opened in place.
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/main/store/facts.ts';
import { type AHistory, aHistory, onTheWire } from './support/a-history.ts';
import { amount, anOrder, aPayment } from './support/facts.ts';

const pulled = (status: string | null): Record<string, unknown>[] => [
  onTheWire(anOrder(1, { payments: [aPayment(7, status, { order: 1 })] })),
];
const wire = (...orders: Order[]): Record<string, unknown>[] => orders.map(onTheWire);

/** One order, number 1, whose payment 7 is pending. */
async function withPending(): Promise<AHistory> {
  const history = await aHistory();
  await history.pull(pulled('pending'));
  return history;
}
const paymentsOf = async (history: AHistory, id: number): Promise<readonly (readonly [number, string | null])[] | null> =>
  (await history.order(id))?.payments?.map((payment) => [payment.id, payment.status] as const) ?? null;
const strays = async (history: AHistory): Promise<readonly number[]> => {
  const { rows } = await history.door.pending(0, 100, false);
  return rows.filter(({ product }) => product === null).map(({ payment }) => payment.id);
};

describe('what is known of a payment', () => {
  it('is not put back by a pull that began before its mark was answered', async () => {
    const history = await withPending();
    const pull = history.now();
    await history.pay(aPayment(7, 'completed'));
    await history.pull(pulled('pending'), pull);
    expect(await history.status(7)).toBe('completed');
    expect(await paymentsOf(history, 1)).toEqual([[7, 'completed']]);
  });

  it('is not put back by a pull that began while its mark was on its way', async () => {
    const history = await withPending();
    const mark = history.now();
    const pull = history.now();
    await history.pay(aPayment(7, 'completed'), mark);
    await history.pull(pulled('pending'), pull);
    expect(await history.status(7)).toBe('completed');
  });

  it('that is answered while the pull is under way outlives it', async () => {
    const history = await withPending();
    const { door } = history;
    await door.beginPull({ asked: history.now(), person: { userId: 7, username: 'ada' } });
    await door.pageBytes(1, new TextEncoder().encode(JSON.stringify(pulled('pending'))));
    await history.pay(aPayment(7, 'completed'));
    await door.endPage(1, null);
    await door.finishPull('2026-11-22T12:00:00.000Z', null);
    expect(await paymentsOf(history, 1)).toEqual([[7, 'completed']]);
    expect((await door.pending(0, 10, false)).total).toBe(0);
  });

  it('gives way to a pull that began after its mark was answered', async () => {
    const history = await withPending();
    await history.pay(aPayment(7, 'completed'));
    await history.pull(pulled('failed'));
    expect(await history.status(7)).toBe('failed');
  });

  it('gives way to a later pull also where the row is as it was before the mark', async () => {
    const history = await withPending();
    await history.pay(aPayment(7, 'completed'));
    await history.pull(pulled('pending'));
    expect(await paymentsOf(history, 1)).toEqual([[7, 'pending']]);
    expect((await history.door.pending(0, 10, false)).total).toBe(1);
  });

  it('stays where a later pull names the payment without its status', async () => {
    const history = await withPending();
    await history.pay(aPayment(7, 'completed'));
    await history.pull(pulled(null));
    expect(await history.status(7)).toBe('completed');
  });

  it('is not overtaken by an answer to an earlier question', async () => {
    const history = await withPending();
    const early = history.now();
    await history.pay(aPayment(7, 'completed'));
    await history.pay(aPayment(7, 'pending'), early);
    expect(await history.status(7)).toBe('completed');
  });

  it('keeps order, amount, status and time where a thin answer leaves them out', async () => {
    const history = await withPending();
    await history.pay({ id: 7, order: null, amount: null, status: null, createdAt: null });
    expect(await history.payment(7)).toEqual(aPayment(7, 'pending', { order: 1 }));
    await history.pay({ id: 7, order: null, amount: null, status: 'failed', createdAt: null });
    expect(await history.payment(7)).toEqual(aPayment(7, 'failed', { order: 1 }));
  });

  it('is null for a number that nobody has told of', async () => {
    expect(await (await withPending()).payment(8)).toBeNull();
  });
});

describe('orders', () => {
  it('that were read or made during a pull outlive it, others go with it', async () => {
    const history = await aHistory();
    await history.pull(wire(anOrder(1), anOrder(2)));
    const pull = history.now();
    await history.put(anOrder(2, { product: 'read anew' }));
    await history.put(anOrder(3));
    await history.pull(wire(anOrder(2, { product: 'older' })), pull);
    expect(await history.ids()).toEqual([2, 3]);
    expect((await history.order(2))?.product).toBe('read anew');
    expect(await history.order(1)).toBeNull();
    expect(history.summaries.at(-1)?.total).toBe(2);
  });

  it('that were made during the first pull of all outlive it, older answers do not', async () => {
    const history = await aHistory();
    const early = history.now();
    const pull = history.now();
    await history.door.beginPull({ asked: pull, person: { userId: 7, username: 'ada' } });
    await history.put(anOrder(9));
    await history.put(anOrder(8), early);
    await history.put(anOrder(1, { product: 'older' }), early);
    await history.door.pageBytes(1, new TextEncoder().encode(JSON.stringify(wire(anOrder(1)))));
    await history.door.endPage(1, null);
    await history.door.finishPull('2026-11-22T12:00:00.000Z', null);
    expect(await history.ids()).toEqual([1, 9]);
    expect((await history.order(1))?.product).toBe('Product 1');
  });

  it('are not overtaken by an answer to an earlier question', async () => {
    const history = await aHistory();
    const early = history.now();
    await history.put(anOrder(1, { product: 'new' }));
    await history.put(anOrder(1, { product: 'old' }), early);
    expect((await history.order(1))?.product).toBe('new');
  });

  it('that outlived a pull give way to the next one, though it tells them just as that one did', async () => {
    const history = await aHistory();
    const pull = history.now();
    await history.put(anOrder(1, { product: 'read anew' }));
    await history.pull(wire(anOrder(1)), pull);
    expect((await history.order(1))?.product).toBe('read anew');
    await history.pull(wire(anOrder(1)));
    expect((await history.order(1))?.product).toBe('Product 1');
  });

  it('that were put by themselves give way to a later pull that tells them as it did before', async () => {
    const history = await withPending();
    await history.put(anOrder(1, { product: 'for a while', payments: [] }));
    await history.pull(pulled('pending'));
    expect(await history.order(1)).toMatchObject({ product: 'Product 1', payments: [{ id: 7 }] });
    await history.pull(pulled('pending'));
    expect(await history.order(1)).toMatchObject({ product: 'Product 1', payments: [{ id: 7 }] });
  });

  it('keep the payments that they were told with, where a later answer leaves payments out', async () => {
    const history = await withPending();
    await history.put(anOrder(1, { payments: null, product: 'read anew' }));
    expect(await history.order(1)).toMatchObject({ product: 'read anew', payments: [{ id: 7 }] });
    await history.pull(wire(anOrder(1, { payments: null })));
    expect((await history.order(1))?.payments).toMatchObject([{ id: 7 }]);
    expect(await history.status(7)).toBe('pending');
    await history.pull(wire(anOrder(1, { payments: null })));
    expect((await history.order(1))?.payments).toMatchObject([{ id: 7 }]);
  });

  it('that leave payments out say nothing about a mark', async () => {
    const history = await withPending();
    await history.pay(aPayment(7, 'completed'));
    await history.put(anOrder(1, { payments: null }));
    expect(await history.status(7)).toBe('completed');
    await history.pull(wire(anOrder(1, { payments: null })));
    expect(await history.status(7)).toBe('completed');
    await history.pull(wire(anOrder(1, { payments: null })));
    expect(await history.status(7)).toBe('completed');
  });
});

describe('payments of an order', () => {
  it('are those embedded and those told by answers of their own, each once', async () => {
    const history = await withPending();
    await history.pay(aPayment(8, 'pending', { order: 1, amount: amount('2') }));
    await history.pay(aPayment(7, 'completed'));
    expect(await paymentsOf(history, 1)).toEqual([
      [7, 'completed'],
      [8, 'pending'],
    ]);
  });

  it('made during a pull outlive it', async () => {
    const history = await withPending();
    const pull = history.now();
    await history.pay(aPayment(8, 'pending', { order: 1 }));
    await history.pull(pulled('pending'), pull);
    expect((await paymentsOf(history, 1))?.map(([id]) => id)).toEqual([7, 8]);
  });

  it('are gone when a later answer that lists payments has them no more', async () => {
    const history = await withPending();
    await history.pay(aPayment(8, 'pending', { order: 1 }));
    await history.pull(pulled('pending'));
    expect((await paymentsOf(history, 1))?.map(([id]) => id)).toEqual([7]);
  });

  it('are not known where the server embeds none and this desk has seen none', async () => {
    const history = await aHistory();
    await history.pull(wire(anOrder(1, { payments: null })));
    expect(await paymentsOf(history, 1)).toBeNull();
    await history.pay(aPayment(8, 'pending', { order: 1 }));
    expect((await paymentsOf(history, 1))?.map(([id]) => id)).toEqual([8]);
    expect((await history.door.pending(0, 10, false)).embedded).toBe(false);
  });

  it('are not told by an order that names them by bare numbers, whatever has been told of them elsewhere', async () => {
    const history = await aHistory();
    await history.pull(wire(anOrder(1, { payments: [aPayment(8, null)] })));
    await history.pay(aPayment(8, 'pending'));
    expect(await paymentsOf(history, 1)).toEqual([[8, 'pending']]);
    expect((await history.door.pending(0, 10, false)).embedded).toBe(false);
    await history.pull(wire(anOrder(1, { payments: [aPayment(8, 'pending')] })));
    expect((await history.door.pending(0, 10, false)).embedded).toBe(true);
  });

  it('that belong to no order here are stray, until their order comes', async () => {
    const history = await aHistory();
    await history.pay(aPayment(8, 'pending', { order: 5 }));
    await history.pay(aPayment(9, 'pending'));
    expect(await strays(history)).toEqual([8, 9]);
    await history.put(anOrder(5, { payments: null }));
    expect(await strays(history)).toEqual([9]);
  });
});

it('tells of every change', async () => {
  const history = await aHistory();
  await history.pull(wire(anOrder(1)));
  await history.put(anOrder(2));
  await history.pay(aPayment(7, 'pending'));
  await history.door.confirm('2026-11-22T13:00:00.000Z');
  expect(history.summaries.map(({ total, highest, asOf }) => [total, highest, asOf?.slice(11, 13)])).toEqual([
    [1, 1, '12'],
    [2, 2, '12'],
    [2, 2, '12'],
    [2, 2, '13'],
  ]);
});
