// Recording a payment from its form: written down first, sent once, and told as created, refused, waiting, or not known.
import { describe, expect, it } from 'vitest';
import { type Fault, to } from '../store/support/faulty-network.ts';
import { errorOf, openShop, type Shop, wentWell, writes } from '../store/support/open-shop.ts';

const RECORD = to('POST', '/api/orders/payments/');
const paymentsOf = async (shop: Shop, order: number) => (await shop.orders.peek(order))?.payments?.map(({ id }) => id) ?? null;

async function recorded(shop: Shop, order: number, amount: string): Promise<number> {
  const created = wentWell(await shop.record(order, amount));
  if (created.outcome !== 'created' || created.id === null) throw new Error(`not created: ${JSON.stringify(created)}`);
  return created.id;
}

describe('recording a payment', () => {
  it('gives the new payment, which waits in its order, in the list and in the journal', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const id = await recorded(shop, 3, '1200.5');
    expect(shop.store.state.payment(id)).toMatchObject({ orderId: 3, amountMinor: 120_050, status: 'pending' });
    expect(await shop.payment(id)).toMatchObject({ order: 3, amount: 12_005_000n, status: 'pending' });
    expect(await shop.shown(id)).toEqual({ status: 'pending', standing: 'settled', asked: null });
    expect(await paymentsOf(shop, 3)).toContain(id);
    expect((await shop.pending()).rows.map(({ payment }) => payment.id)).toContain(id);
    expect(await shop.journal()).toMatchObject([
      { wish: { kind: 'record-payment', order: 3, amount: '1200.50' }, saw: { order: 3 }, state: { name: 'done', number: id } },
    ]);
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
    await recorded(shop, 3, typed);
    const request = shop.requests().find(({ method }) => method === 'POST');
    expect(JSON.parse(request?.body ?? '')).toEqual({ order: 3, amount });
    expect(request?.headers['idempotency-key']).toBe((await shop.journal())[0]?.id);
  });

  it.each(['', '0', '0.00', '-5', 'abc', '1e3', '12.345', '1,5', '1,200', 'NaN', 'Infinity', '٥', '5 EUR'])(
    'refuses %j before anything is written down or sent',
    async (typed) => {
      const shop = await openShop();
      const error = errorOf(await shop.record(3, typed));
      expect(error.kind === 'refused' && Object.keys(error.fields)).toEqual(['amount']);
      expect(shop.requests()).toEqual([]);
      expect(await shop.journal()).toEqual([]);
    },
  );

  it('for an order that does not exist tells the server’s refusal under its field', async () => {
    const shop = await openShop();
    expect(errorOf(await shop.record(9_999, '5'))).toEqual({
      kind: 'refused',
      summary: [],
      fields: { order: ['Invalid pk "9999" - object does not exist.'] },
    });
  });

  it('a second time for the same order is refused where the server takes one for each', async () => {
    const shop = await openShop({ payments: 'one' });
    const free = Array.from({ length: 12 }, (_, index) => index + 1).find((id) => shop.store.state.paymentsOf(id).length === 0);
    const order = free ?? shop.store.state.addOrder({ productName: 'Acer', quantity: 1, priceMinor: 100 }).id;
    await recorded(shop, order, '5');
    expect(errorOf(await shop.record(order, '5'))).toMatchObject({ kind: 'refused', fields: { order: ['This field must be unique.'] } });
  });

  it.each<Fault>(['lost-after', 'timed-out-after', 'debug-page-after', 'empty-500-after', 'cut-json-after'])(
    'is not known to have happened when the answer is lost (%s), is never sent again, and is found by reading its order',
    async (fault) => {
      const shop = await openShop();
      await shop.history.refresh();
      const before = shop.store.state.paymentsOf(3).length;
      shop.network.fail(RECORD, fault);
      const told = wentWell(await shop.record(3, '5'));
      expect(told).toMatchObject({ outcome: 'unknown' });
      await shop.pass(600_000);
      expect(writes(shop.requests())).toEqual(['POST /api/orders/payments/']);
      expect(shop.store.state.paymentsOf(3)).toHaveLength(before + 1);
      expect(await shop.journal()).toMatchObject([{ attempts: 1, state: { name: 'done', how: 'found' } }]);
      expect(await paymentsOf(shop, 3)).toHaveLength(before + 1);
    },
  );

  it('is known not to have happened when nothing left this computer, and nothing goes out behind the form’s back', async () => {
    const shop = await openShop();
    shop.network.fail(() => true, 'refused-before');
    expect(errorOf(await shop.record(3, '5'))).toEqual({ kind: 'unreachable', reason: 'refused' });
    expect(await shop.journal()).toMatchObject([{ state: { name: 'undone' }, attempts: 0 }]);
    shop.network.heal();
    shop.operations.wake();
    await shop.pass(600_000);
    expect(writes(shop.requests())).toEqual([]);
  });

  it('is not known where the answer names no payment and orders tell none', async () => {
    const shop = await openShop({ payments: 'none' });
    shop.network.alter(RECORD, () => ({ detail: 'Thank you.' }));
    expect(wentWell(await shop.record(3, '5'))).toMatchObject({ outcome: 'unknown' });
    await shop.pass(600_000);
    expect(await shop.journal()).toMatchObject([{ attempts: 1, state: { name: 'unknown', unreadable: true } }]);
  });

  it('takes what the answer leaves out from what was sent: its order, pending, its amount', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    shop.network.alter(RECORD, (body) => ({ id: (body as { id: number }).id }));
    const id = await recorded(shop, 3, '5');
    expect(await shop.payment(id)).toMatchObject({ order: 3, status: 'pending', amount: 50_000n });
  });

  it('outlives a pull that was asked for before it', async () => {
    const shop = await openShop();
    const held = shop.network.hold(to('GET', '/api/orders/history/'), 'after');
    const pulling = shop.history.refresh();
    await held.reached;
    const id = await recorded(shop, 3, '5');
    held.release();
    await pulling;
    expect(await paymentsOf(shop, 3)).toContain(id);
    await shop.history.refresh();
    expect((await paymentsOf(shop, 3))?.filter((other) => other === id)).toHaveLength(1);
  });

  it('is the only payment known of its order where the server embeds none', async () => {
    const shop = await openShop({ payments: 'none' });
    await shop.history.refresh();
    expect(await paymentsOf(shop, 3)).toBeNull();
    const id = await recorded(shop, 3, '5');
    expect(await paymentsOf(shop, 3)).toEqual([id]);
    expect(await shop.pending()).toMatchObject({ total: 1, sum: '5.00', embedded: false });
    await shop.history.refresh();
    expect((await shop.pending()).total).toBe(1);
  });
});
