import { describe, expect, it } from 'vitest';
import { to } from '../store/support/faulty-network.ts';
import { errorOf, openShop, type Shop, wentWell, writes } from '../store/support/open-shop.ts';

const PAYMENT = /^\/api\/orders\/payments\/\d+\/$/;
const WRITE = { PATCH: to('PATCH', PAYMENT), GET: to('GET', PAYMENT) };

/** A shop whose history has been read, and the number of a pending payment in it. */
async function withPending(...options: Parameters<typeof openShop>): Promise<{ shop: Shop; id: number; order: number }> {
  const shop = await openShop(...options);
  await shop.history.refresh();
  shop.requests();
  const payment = shop.store.state.firstPayment('pending');
  if (payment === undefined) throw new Error('the practice store has nothing pending');
  return { shop, id: payment.id, order: payment.orderId };
}

const standingOf = (shop: Shop, order: number, id: number) => {
  const { status, standing, asked } = shop.orders.peek(order)?.payments?.find((payment) => payment.id === id) ?? {};
  return { status, standing, asked };
};

describe('a mark', () => {
  it('is answered with the payment and what it was before, and stands in the activity', async () => {
    const { shop, id, order } = await withPending();
    expect(wentWell(await shop.markPayment(id, 'completed'))).toMatchObject({
      payment: { id, order, status: 'completed', standing: 'settled', asked: null },
      before: 'pending',
    });
    expect(shop.store.state.payment(id)?.status).toBe('completed');
    expect(standingOf(shop, order, id)).toEqual({ status: 'completed', standing: 'settled', asked: null });
    expect(shop.activity.list()).toMatchObject([
      { who: 'practice', what: `Payment ${id} of order ${order}: pending → completed`, order, payment: id, outcome: 'done' },
    ]);
  });

  it.each(['completed', 'failed', 'pending'] as const)('may be %s, from any status', async (status) => {
    const { shop, id } = await withPending();
    for (const from of ['completed', 'failed', 'pending'] as const) {
      shop.store.state.changePayment(id, { status: from });
      wentWell(await shop.markPayment(id, status));
      expect(shop.store.state.payment(id)?.status).toBe(status);
    }
  });

  it('is on its way while it is, and a second one is refused meanwhile', async () => {
    const { shop, id, order } = await withPending();
    const held = shop.network.hold(WRITE.PATCH, 'after');
    const marking = shop.markPayment(id, 'completed');
    await held.reached;
    expect(standingOf(shop, order, id)).toEqual({ status: 'pending', standing: 'sending', asked: 'completed' });
    expect(errorOf(await shop.markPayment(id, 'failed'))).toEqual({ kind: 'busy', thing: 'payment' });
    expect(shop.activity.list()).toMatchObject([{ outcome: 'sending' }]);
    held.release();
    wentWell(await marking);
    expect(writes(shop.requests())).toEqual([`PATCH /api/orders/payments/${id}/`]);
    expect(shop.activity.list()).toHaveLength(1);
  });

  it('asked for twice at once is sent once', async () => {
    const { shop, id } = await withPending();
    const results = await Promise.all([shop.markPayment(id, 'completed'), shop.markPayment(id, 'completed')]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    expect(writes(shop.requests())).toHaveLength(1);
  });

  it('of one payment does not wait for that of another', async () => {
    const { shop, id } = await withPending();
    const other = shop.store.state.addPayment({ orderId: 1, amountMinor: 100 });
    const held = shop.network.hold((request) => WRITE.PATCH(request) && request.url.endsWith(`/${id}/`), 'before');
    const marking = shop.markPayment(id, 'completed');
    await held.reached;
    wentWell(await shop.markPayment(other.id, 'failed'));
    held.release();
    wentWell(await marking);
  });

  it('by a number alone learns what the server tells of the payment', async () => {
    const shop = await openShop({ payments: 'none' });
    const payment = shop.store.state.firstPayment('pending');
    const id = payment?.id ?? 0;
    expect(wentWell(await shop.markPayment(id, 'failed'))).toMatchObject({
      payment: { id, order: payment?.orderId, status: 'failed', amount: ((payment?.amountMinor ?? 0) / 100).toFixed(2) },
      before: 'pending',
    });
  });

  it('by a number alone works where the server lets no payment be read', async () => {
    const shop = await openShop({ payments: 'none', readPayment: false });
    const id = shop.store.state.firstPayment('pending')?.id ?? 0;
    expect(wentWell(await shop.markPayment(id, 'completed'))).toMatchObject({ payment: { id, status: 'completed' }, before: null });
    expect(shop.activity.list()[0]?.what).toBe(`Payment ${id}: not known → completed`);
  });

  it.each([true, false])(
    'of a payment that does not exist says so, and leaves nothing behind (payments can be read: %s)',
    async (readPayment) => {
      const { shop } = await withPending({ readPayment });
      expect(errorOf(await shop.markPayment(99_999, 'completed'))).toEqual({ kind: 'not-found', thing: 'payment', id: 99_999 });
      expect(shop.pending.window(0, 500).rows.some(({ payment }) => payment.id === 99_999)).toBe(false);
      expect(errorOf(await shop.markPayment(99_999, 'completed')).kind).toBe('not-found');
    },
  );

  it('is done where the answer is thin, and nothing that was known is lost', async () => {
    const { shop, id, order } = await withPending();
    const before = shop.orders.peek(order)?.payments?.find((payment) => payment.id === id);
    shop.network.alter(WRITE.PATCH, () => ({ status: 'success', message: 'Status updated.' }));
    expect(wentWell(await shop.markPayment(id, 'completed')).payment).toEqual({ ...before, status: 'completed' });
    expect(shop.orders.peek(order)?.payments?.find((payment) => payment.id === id)).toEqual({ ...before, status: 'completed' });
  });

  it.each([
    [{ id: 1, status: 'PROCESSING' }, 'It left the payment processing.'],
    [{ status: 'Pending' }, 'It left the payment pending.'],
  ])('is refused where the server answers 200 and says otherwise: %j', async (body, said) => {
    const { shop, id, order } = await withPending();
    shop.network.alter(WRITE.PATCH, () => body);
    expect(errorOf(await shop.markPayment(id, 'completed'))).toEqual({ kind: 'refused', summary: [said], fields: {} });
    expect(standingOf(shop, order, id)).toMatchObject({ status: 'pending', standing: 'settled' });
    expect(shop.activity.list()).toMatchObject([{ outcome: 'refused' }]);
  });

  it('that the session does not allow any more changes nothing and says so', async () => {
    const { shop, id, order } = await withPending();
    shop.store.state.expireTokens();
    expect(errorOf(await shop.markPayment(id, 'completed'))).toEqual({ kind: 'session-ended' });
    expect(standingOf(shop, order, id)).toMatchObject({ status: 'pending', standing: 'settled' });
    expect(shop.activity.list()).toMatchObject([{ outcome: 'not-sent' }]);
  });

  it('goes through with a renewed token, once', async () => {
    const { shop, id } = await withPending();
    shop.store.state.expireTokens('access');
    wentWell(await shop.markPayment(id, 'completed'));
    const sent = shop.requests().filter(({ method, status }) => method === 'PATCH' && status === 200);
    expect(sent).toHaveLength(1);
  });
});
