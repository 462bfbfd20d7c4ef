// New orders and payments: sent once, found again by reading, or put before a person. Never twice without a word.
import { describe, expect, it } from 'vitest';
import { needsPerson } from '../../../src/shared/domain/operation-rules.ts';
import { aDesk, anOrder, aPayment, cutAfterWrites, cutBeforeWrites, isWrite } from './a-desk.ts';
import { must } from './a-journal.ts';

async function asked(input = anOrder(), behaviour: Parameters<typeof aDesk>[0] = {}) {
  const desk = await aDesk(behaviour);
  const orders = desk.store.state.orderCount;
  const ask = async (own = input) => must(await desk.operations.ask(own, 0)).id;
  return {
    ...desk,
    ask,
    made: () => desk.store.state.orderCount - orders,
    asks: () => desk.operations.unsettled().filter(needsPerson).length,
  };
}

describe('a new order', () => {
  it('is done with the number that the server gave it', async () => {
    const { ask, pass, state, store, writes } = await asked();
    const id = await ask();
    await pass(10);
    expect(await state(id)).toEqual({ name: 'done', how: 'answered', number: store.state.orderCount });
    expect(store.requests.at(-1)?.headers['idempotency-key']).toBe(id);
    expect(writes()).toEqual(['POST /api/orders/']);
  });

  it('is found in the history after a lost answer', async () => {
    const { ask, trouble, pass, state, made, store } = await asked();
    trouble(cutAfterWrites);
    const id = await ask();
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'unknown' });
    await pass(5_000);
    expect(await state(id)).toEqual({ name: 'done', how: 'found', number: store.state.orderCount });
    expect(made()).toBe(1);
  });

  it('that is not there in two readings half a minute apart is a person’s to decide', async () => {
    const { ask, trouble, pass, state, made, asks, writes, operations } = await asked();
    trouble(cutBeforeWrites);
    const id = await ask();
    await pass(20_000);
    expect(asks()).toBe(0);
    await pass(20_000);
    expect(asks()).toBe(1);
    await pass(3_600_000);
    expect([await state(id), made()]).toMatchObject([{ name: 'unknown' }, 0]);
    trouble(null);
    must(await operations.decide(id, { kind: 'send-again', reason: 'Slip' }));
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'done', how: 'answered' });
    expect([made(), writes().length]).toEqual([1, 1]);
  });

  it('that shows up late is found before it is sent again', async () => {
    const { ask, trouble, pass, state, made, operations, store } = await asked();
    trouble(cutBeforeWrites);
    const id = await ask();
    await pass(60_000);
    trouble(null);
    store.state.addOrder({ userId: 1, productName: 'Rice', quantity: 2, priceMinor: 1_250 });
    must(await operations.decide(id, { kind: 'send-again', reason: 'Slip' }));
    await pass(10);
    expect(await state(id)).toMatchObject({ name: made() === 1 ? 'done' : 'never' });
  });

  it('of which two could be it is picked by a person; those that they passed over are not offered again', async () => {
    const { ask, trouble, pass, state, made, operations, store } = await asked();
    trouble(cutBeforeWrites);
    const id = await ask();
    await pass(10);
    for (let twice = 0; twice < 2; twice += 1) store.state.addOrder({ userId: 1, productName: 'Rice', quantity: 2, priceMinor: 1_250 });
    await pass(5_000);
    const before = store.state.orderCount;
    expect(await state(id)).toMatchObject({ name: 'unknown', matches: [before - 1, before] });
    trouble(null);
    must(await operations.decide(id, { kind: 'send-again', reason: 'Slip' }));
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'done', how: 'answered', number: before + 1 });
    expect(made()).toBe(3);
  });

  it('can be said to be one of those', async () => {
    const { ask, trouble, pass, state, operations } = await asked();
    trouble(cutBeforeWrites);
    const id = await ask();
    await pass(10);
    must(await operations.decide(id, { kind: 'say-done', number: 5 }));
    expect(await state(id)).toEqual({ name: 'decided', how: 'is-done', number: 5 });
  });

  it('that the server refuses is refused', async () => {
    const { ask, trouble, pass, state } = await asked();
    trouble((request) => (isWrite(request) ? Promise.resolve(Response.json({ price: ['Too dear.'] }, { status: 400 })) : null));
    const id = await ask();
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'refused', problem: { kind: 'refused', fields: { price: ['Too dear.'] } } });
  });

  it.each([
    ['a server error', 500, '<h1>Server Error</h1>'],
    ['a gateway’s', 502, ''],
    ['a guest Wi-Fi’s page', 200, '<html>Log in</html>'],
    ['an empty success', 201, ''],
    ['a success that names nothing', 201, '{"detail":"ok"}'],
    ['half an answer', 201, '{"id": 5, "prod'],
    ['a time-out', 408, ''],
  ])('is not known after %s', async (_what, status, body) => {
    const { ask, trouble, pass, state } = await asked();
    trouble((request) => (isWrite(request) ? Promise.resolve(new Response(body, { status })) : null));
    const id = await ask();
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'unknown' });
  });

  it('like one under way is refused, unless it is meant; then it waits its turn', async () => {
    const { ask, operations, trouble, pass, state, made } = await asked();
    trouble(cutBeforeWrites);
    const first = await ask();
    await pass(10);
    expect(await operations.ask(anOrder(), 0)).toMatchObject({ ok: false, error: { kind: 'busy', thing: 'order' } });
    const second = await ask(anOrder(true));
    trouble(null);
    await pass(120_000);
    expect([await state(second), made()]).toMatchObject([{ name: 'held' }, 0]);
    must(await operations.decide(first, { kind: 'say-not-done' }));
    await pass(10);
    expect([await state(second), made()]).toMatchObject([{ name: 'done' }, 1]);
  });
});

describe('a new payment', () => {
  it('is found in its order after a lost answer', async () => {
    const { ask, trouble, pass, state, store } = await asked();
    const before = store.state.paymentsOf(4).length;
    trouble(cutAfterWrites);
    const id = await ask(aPayment(4));
    await pass(10_000);
    expect(await state(id)).toMatchObject({ name: 'done', how: 'found', number: store.state.paymentsOf(4).at(-1)?.id });
    expect(store.state.paymentsOf(4)).toHaveLength(before + 1);
  });

  it('is put before a person at once where orders do not tell their payments', async () => {
    const { ask, trouble, pass, state, asks } = await asked(aPayment(4), { payments: 'none' });
    trouble(cutAfterWrites);
    const id = await ask();
    await pass(5_000);
    expect(await state(id)).toMatchObject({ name: 'unknown', unreadable: true });
    expect(asks()).toBe(1);
  });

  it('of an equal amount from before is not taken for it', async () => {
    const { ask, trouble, pass, state, asks, store } = await asked(aPayment(4));
    store.state.addPayment({ orderId: 4, amountMinor: 300 });
    trouble(cutBeforeWrites);
    const id = await ask();
    await pass(60_000);
    expect(await state(id)).toMatchObject({ name: 'unknown', matches: [] });
    expect(asks()).toBe(1);
  });

  it('that could be that of somebody else at this desk, who is in doubt about an equal one, is claimed for neither', async () => {
    const { ask, trouble, pass, state, store, signIn, signOut } = await asked(aPayment(4));
    trouble(cutBeforeWrites);
    const theirs = await ask();
    await pass(0);
    signOut();
    await signIn('somebody-else');
    trouble(cutAfterWrites);
    const own = await ask();
    await pass(60_000);
    const made = store.state.paymentsOf(4).at(-1)?.id;
    expect([await state(theirs), await state(own)]).toMatchObject([{ name: 'unknown' }, { name: 'unknown', matches: [made] }]);
  });
});
