// Marks on their way to the practice store: held, read, sent; changed by somebody else; answers lost.
import { describe, expect, it } from 'vitest';
import { cutAfterWrites, cutBeforeWrites, markInput } from './a-desk.ts';
import { must } from './a-journal.ts';
import { aMark } from './a-mark.ts';

describe('a mark', () => {
  it('is held, then read, then sent with its own key, and done', async () => {
    const { pass, state, id, writes, status, store, payment } = await aMark();
    await pass(3_900);
    expect(await state(id)).toMatchObject({ name: 'held' });
    expect(store.requests.filter(({ path }) => path !== '/api/token/')).toEqual([]);
    await pass(200);
    expect(await state(id)).toEqual({ name: 'done', how: 'answered', number: payment });
    expect(status()).toBe('completed');
    expect(writes()).toEqual([`PATCH /api/orders/payments/${payment}/`]);
    expect(store.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'OPTIONS', 'PATCH']);
    expect(store.requests.at(-1)?.headers['idempotency-key']).toBe(id);
  });

  it('that is undone in time never leaves', async () => {
    const { operations, pass, state, id, store } = await aMark();
    await pass(3_000);
    must(await operations.undo(id));
    await pass(60_000);
    expect(await state(id)).toEqual({ name: 'undone' });
    expect(store.requests).toHaveLength(1);
    expect(await operations.undo(id)).toMatchObject({ ok: false, error: { kind: 'moved-on', thing: 'payment' } });
  });

  it('goes out at once when told to', async () => {
    const { operations, pass, state, id } = await aMark();
    must(await operations.sendNow(id));
    await pass(0);
    expect(await state(id)).toMatchObject({ name: 'done' });
  });

  it('that somebody else has made already is done without sending', async () => {
    const { store, pass, state, id, writes, payment } = await aMark();
    store.state.changePayment(payment, { status: 'completed' });
    await pass(5_000);
    expect(await state(id)).toEqual({ name: 'done', how: 'already', number: payment });
    expect(writes()).toEqual([]);
  });

  it('of a payment that is gone is refused', async () => {
    const { store, pass, state, id, payment } = await aMark();
    store.state.deletePayment(payment);
    await pass(5_000);
    expect(await state(id)).toEqual({ name: 'refused', problem: { kind: 'not-found', thing: 'payment', id: payment } });
  });

  it('needs a reason where the payment was not pending, and waits for no second one of the same payment', async () => {
    const { desk, operations, payment } = await aMark();
    expect(await operations.ask(markInput(desk, payment, 'failed'), 0)).toMatchObject({
      ok: false,
      error: { kind: 'busy', thing: 'payment' },
    });
    const done = [1, 2, 3, 4, 5, 6].find((id) => desk.store.state.payment(id)?.status === 'completed') ?? 0;
    const refused = await operations.ask({ ...markInput(desk, done, 'failed'), reason: '  ' }, 0);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'refused', fields: { reason: [expect.any(String)] } } });
  });
});

describe('changed meanwhile', () => {
  it('is a conflict; theirs can be kept', async () => {
    const { store, operations, pass, state, id, writes, payment, status } = await aMark();
    store.state.changePayment(payment, { status: 'failed' });
    await pass(5_000);
    expect(await state(id)).toMatchObject({ name: 'conflict', theirs: { status: 'failed' } });
    must(await operations.decide(id, { kind: 'keep-theirs' }));
    await pass(60_000);
    expect(await state(id)).toMatchObject({ name: 'decided', how: 'kept-theirs' });
    expect([writes(), status()]).toEqual([[], 'failed']);
  });

  it('is a conflict; ours can be sent over it', async () => {
    const { store, operations, pass, state, id, payment, status } = await aMark();
    store.state.changePayment(payment, { status: 'failed' });
    await pass(5_000);
    must(await operations.decide(id, { kind: 'send-again', reason: 'Slip' }));
    await pass(1_000);
    expect(await state(id)).toMatchObject({ name: 'done' });
    expect(status()).toBe('completed');
  });

  it('is sent over a decision of somebody else only with a reason, which is kept', async () => {
    const { store, operations, pass, state, id, payment } = await aMark();
    store.state.changePayment(payment, { status: 'failed' });
    await pass(5_000);
    for (const reason of [null, '  ']) {
      expect(await operations.decide(id, { kind: 'send-again', reason })).toMatchObject({ ok: false, error: { kind: 'refused' } });
    }
    expect(await state(id)).toMatchObject({ name: 'conflict' });
    must(await operations.decide(id, { kind: 'send-again', reason: 'Customer paid after all' }));
    await pass(1_000);
    const { operations: all } = must(await operations.page({ offset: 0, limit: 5 }));
    expect(all).toMatchObject([{ id, reason: 'Customer paid after all', saw: { status: 'failed' }, state: { name: 'done' } }]);
  });

  it('needs no reason to be sent over a change of the amount alone', async () => {
    const { store, operations, pass, state, id, payment } = await aMark();
    store.state.changePayment(payment, { amountMinor: 1 });
    await pass(5_000);
    must(await operations.decide(id, { kind: 'send-again', reason: null }));
    await pass(1_000);
    expect(await state(id)).toMatchObject({ name: 'done' });
  });

  it('is also a conflict when only the amount is another', async () => {
    const { store, pass, state, id, payment } = await aMark();
    store.state.changePayment(payment, { amountMinor: 1 });
    await pass(5_000);
    expect(await state(id)).toMatchObject({ name: 'conflict', theirs: { status: 'pending', amount: '0.01' } });
  });

  it('is found through the order where payments cannot be read', async () => {
    const { store, pass, state, id, payment } = await aMark({ readPayment: false });
    store.state.changePayment(payment, { status: 'failed' });
    await pass(5_000);
    expect(await state(id)).toMatchObject({ name: 'conflict' });
  });

  it('cannot be known where the server tells nothing: then it is sent', async () => {
    const { store, pass, state, id, payment, status } = await aMark({ readPayment: false, payments: 'none' });
    store.state.changePayment(payment, { status: 'failed' });
    await pass(5_000);
    expect(await state(id)).toMatchObject({ name: 'done', how: 'answered' });
    expect(status()).toBe('completed');
  });
});

describe('a lost answer', () => {
  it('is unknown until reading shows that it was carried out', async () => {
    const { trouble, pass, state, id, writes } = await aMark({}, 0);
    trouble(cutAfterWrites);
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'unknown', trail: { doubt: true } });
    await pass(2_000);
    expect(await state(id)).toMatchObject({ name: 'done', how: 'found' });
    expect(writes()).toHaveLength(1);
  });

  it('is sent again while nobody has touched the payment', async () => {
    const { trouble, pass, state, id, status } = await aMark({}, 0);
    trouble(cutBeforeWrites);
    await pass(10);
    trouble(null);
    await pass(2_000);
    expect(await state(id)).toMatchObject({ name: 'done', how: 'answered' });
    expect(status()).toBe('completed');
  });

  it('is a conflict when somebody has changed it after that', async () => {
    const { trouble, store, pass, state, id, payment } = await aMark({}, 0);
    trouble(cutAfterWrites);
    await pass(10);
    store.state.changePayment(payment, { status: 'failed' });
    await pass(2_000);
    expect(await state(id)).toMatchObject({ name: 'conflict', theirs: { status: 'failed' } });
  });

  it('after five tries is put before a person, who may say that it is not done', async () => {
    const { trouble, operations, pass, state, id } = await aMark({}, 0);
    trouble(cutBeforeWrites);
    await pass(300_000);
    expect(await state(id)).toMatchObject({ name: 'unknown', trail: { tries: 5 } });
    expect(operations.unsettled()).toMatchObject([{ attempts: 5 }]);
    must(await operations.decide(id, { kind: 'say-not-done' }));
    expect(await state(id)).toEqual({ name: 'not-done' });
  });

  it('is read once more when somebody asks, also where a person is to decide', async () => {
    const { trouble, store, operations, pass, state, id, payment } = await aMark({}, 0);
    trouble(cutBeforeWrites);
    await pass(300_000);
    store.state.changePayment(payment, { status: 'completed' });
    operations.wake();
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'done', how: 'found' });
  });
});
