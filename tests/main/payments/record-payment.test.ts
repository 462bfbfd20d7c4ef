import { describe, expect, it } from 'vitest';
import { type Fault, to } from '../store/support/faulty-network.ts';
import { errorOf, openShop, wentWell, writes } from '../store/support/open-shop.ts';

const RECORD = to('POST', '/api/orders/payments/');

describe('recording a payment', () => {
  it('gives the new payment, which waits in its order, in the list and in the activity', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const payment = wentWell(await shop.recordPayment(3, '1200.5'));
    expect(payment).toMatchObject({ order: 3, amount: '1200.50', status: 'pending', standing: 'settled', asked: null });
    expect(shop.store.state.payment(payment.id)).toMatchObject({ orderId: 3, amountMinor: 120_050, status: 'pending' });
    expect(shop.orders.peek(3)?.payments?.map(({ id }) => id)).toContain(payment.id);
    expect(shop.pending.window(0, 500).rows.map(({ payment: { id } }) => id)).toContain(payment.id);
    expect(shop.activity.list()).toMatchObject([{ order: 3, payment: null, outcome: 'done', problem: null }]);
  });

  it.each([
    ['0.01', '0.01'],
    ['19.9', '19.90'],
    ['1 200.50', '1200.50'],
    ['1,200.50', '1200.50'],
    ['99999999.99', '99999999.99'],
    ['5.', '5.00'],
  ])('sends %s as the text %s, with the order’s number and nothing else', async (typed, amount) => {
    const shop = await openShop();
    wentWell(await shop.recordPayment(3, typed));
    const [request] = shop.requests();
    expect(JSON.parse(request?.body ?? '')).toEqual({ order: 3, amount });
    expect(request?.headers['idempotency-key']).toBe('key-1');
  });

  it.each(['', '0', '0.00', '-5', 'abc', '1e3', '12.345', '1,5', '1,200', 'NaN', 'Infinity', '٥', '5 EUR'])(
    'refuses %j before anything is sent',
    async (typed) => {
      const shop = await openShop();
      const error = errorOf(await shop.recordPayment(3, typed));
      expect(error.kind === 'refused' && Object.keys(error.fields)).toEqual(['amount']);
      expect(shop.requests()).toEqual([]);
      expect(shop.activity.list()).toEqual([]);
    },
  );

  it('for an order that does not exist tells the server’s refusal under its field', async () => {
    const shop = await openShop();
    expect(errorOf(await shop.recordPayment(9_999, '5'))).toEqual({
      kind: 'refused',
      summary: [],
      fields: { order: ['Invalid pk "9999" - object does not exist.'] },
    });
  });

  it('a second time for the same order is refused where the server takes one for each', async () => {
    const shop = await openShop({ payments: 'one' });
    const free = Array.from({ length: 12 }, (_, index) => index + 1).find((id) => shop.store.state.paymentsOf(id).length === 0);
    const order = free ?? wentWell(await shop.orders.create({ product: 'Acer', quantity: '1', price: '1' })).id ?? 0;
    wentWell(await shop.recordPayment(order, '5'));
    expect(errorOf(await shop.recordPayment(order, '5'))).toMatchObject({
      kind: 'refused',
      fields: { order: ['This field must be unique.'] },
    });
  });

  it.each<Fault>(['lost-after', 'timed-out-after', 'debug-page-after', 'empty-500-after', 'cut-json-after'])(
    'is not known to have happened when the answer is lost (%s), and is never sent again',
    async (fault) => {
      const shop = await openShop();
      const before = shop.store.state.paymentsOf(3).length;
      shop.network.fail(RECORD, fault);
      expect(errorOf(await shop.recordPayment(3, '5'))).toMatchObject({ kind: 'outcome-unknown', thing: 'payment' });
      expect(writes(shop.requests())).toEqual(['POST /api/orders/payments/']);
      expect(shop.store.state.paymentsOf(3)).toHaveLength(before + 1);
      expect(shop.activity.list()).toMatchObject([{ outcome: 'unknown' }]);
    },
  );

  it('is known not to have happened when nothing left this computer', async () => {
    const shop = await openShop();
    shop.network.fail(RECORD, 'refused-before');
    expect(errorOf(await shop.recordPayment(3, '5'))).toEqual({ kind: 'unreachable', reason: 'refused' });
    expect(shop.activity.list()).toMatchObject([{ outcome: 'not-sent' }]);
  });

  it('is not known where the answer names no payment', async () => {
    const shop = await openShop();
    shop.network.alter(RECORD, () => ({ detail: 'Thank you.' }));
    expect(errorOf(await shop.recordPayment(3, '5'))).toEqual({ kind: 'outcome-unknown', thing: 'payment', status: null });
    expect(shop.activity.list()).toMatchObject([{ outcome: 'unknown' }]);
  });

  it('takes what the answer leaves out from what was sent: its order, pending, its amount', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    shop.network.alter(RECORD, (body) => ({ id: (body as { id: number }).id }));
    expect(wentWell(await shop.recordPayment(3, '5'))).toMatchObject({ order: 3, status: 'pending', amount: '5.00' });
  });

  it('outlives a pull that was asked for before it', async () => {
    const shop = await openShop();
    const held = shop.network.hold(to('GET', '/api/orders/history/'), 'after');
    const pulling = shop.history.refresh();
    await held.reached;
    const { id } = wentWell(await shop.recordPayment(3, '5'));
    held.release();
    await pulling;
    expect(shop.orders.peek(3)?.payments?.map((payment) => payment.id)).toContain(id);
    await shop.history.refresh();
    expect(shop.orders.peek(3)?.payments?.filter((payment) => payment.id === id)).toHaveLength(1);
  });

  it('is the only payment known of its order where the server embeds none', async () => {
    const shop = await openShop({ payments: 'none' });
    await shop.history.refresh();
    expect(shop.orders.peek(3)?.payments).toBeNull();
    const { id } = wentWell(await shop.recordPayment(3, '5'));
    expect(shop.orders.peek(3)?.payments?.map((payment) => payment.id)).toEqual([id]);
    expect(shop.pending.window(0, 5)).toMatchObject({ total: 1, sum: '5.00', embedded: false });
    await shop.history.refresh();
    expect(shop.pending.window(0, 5).total).toBe(1);
  });
});
