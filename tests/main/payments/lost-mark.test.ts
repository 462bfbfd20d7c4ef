import { describe, expect, it } from 'vitest';
import { type Fault, to } from '../store/support/faulty-network.ts';
import { errorOf, openShop, type Shop, wentWell, writes } from '../store/support/open-shop.ts';

const PAYMENT = /^\/api\/orders\/payments\/\d+\/$/;
const aPatch = to('PATCH', PAYMENT);
const LOST: readonly Fault[] = ['lost-after', 'timed-out-after', 'debug-page-after', 'empty-500-after', 'cut-json-after'];

async function withPending(...options: Parameters<typeof openShop>): Promise<{ shop: Shop; id: number; standing: () => unknown }> {
  const shop = await openShop(...options);
  await shop.history.refresh();
  shop.requests();
  const { id, orderId } = shop.store.state.firstPayment('pending') ?? { id: 0, orderId: 0 };
  const standing = (): unknown => {
    const own = shop.orders.peek(orderId)?.payments?.find((payment) => payment.id === id);
    return [own?.status, own?.standing, own?.asked];
  };
  return { shop, id, standing };
}

describe('a mark whose answer is lost', () => {
  it.each(LOST)('(%s) is not known, is sent once, and the next pull tells how it went', async (fault) => {
    const { shop, id, standing } = await withPending();
    shop.network.fail(aPatch, fault);
    expect(errorOf(await shop.markPayment(id, 'completed'))).toMatchObject({ kind: 'outcome-unknown', thing: 'payment' });
    expect(writes(shop.requests())).toEqual([`PATCH /api/orders/payments/${id}/`]);
    expect(standing()).toEqual(['pending', 'unknown', 'completed']);
    expect(shop.activity.list()).toMatchObject([{ outcome: 'unknown' }]);
    expect(shop.store.state.payment(id)?.status).toBe('completed');
    await shop.history.refresh();
    expect(standing()).toEqual(['completed', 'settled', null]);
  });

  it.each(['lost-before', 'debug-page-before', 'captive-portal'] as const)(
    '(%s) is not known, though it never arrived; the next pull tells',
    async (fault) => {
      const { shop, id, standing } = await withPending();
      shop.network.fail(aPatch, fault);
      expect(errorOf(await shop.markPayment(id, 'completed')).kind).toBe('outcome-unknown');
      expect(writes(shop.requests())).toEqual([]);
      await shop.history.refresh();
      expect(standing()).toEqual(['pending', 'settled', null]);
    },
  );

  it('stays unknown through a pull that was asked for before, and through one that fails', async () => {
    const { shop, id, standing } = await withPending();
    const held = shop.network.hold(to('GET', '/api/orders/history/'), 'after');
    const pulling = shop.history.refresh();
    await held.reached;
    shop.network.fail(aPatch, 'lost-after');
    await shop.markPayment(id, 'completed');
    held.release();
    await pulling;
    expect(standing()).toEqual(['pending', 'unknown', 'completed']);
    shop.network.fail(to('GET', '/api/orders/history/'), 'refused-before');
    await shop.history.refresh();
    expect(standing()).toEqual(['pending', 'unknown', 'completed']);
  });

  it('stays unknown when a second mark certainly did not happen', async () => {
    const { shop, id, standing } = await withPending();
    shop.network.fail(aPatch, 'lost-after');
    await shop.markPayment(id, 'completed');
    shop.network.fail(aPatch, 'refused-before');
    expect(errorOf(await shop.markPayment(id, 'failed'))).toEqual({ kind: 'unreachable', reason: 'refused' });
    expect(standing()).toEqual(['pending', 'unknown', 'completed']);
  });

  it('is known again when a second mark is answered', async () => {
    const { shop, id, standing } = await withPending();
    shop.network.fail(aPatch, 'lost-after');
    await shop.markPayment(id, 'completed');
    shop.network.heal();
    wentWell(await shop.markPayment(id, 'failed'));
    expect(standing()).toEqual(['failed', 'settled', null]);
  });

  it('is known again when its order is opened', async () => {
    const { shop, id, standing } = await withPending();
    shop.network.fail(aPatch, 'lost-after');
    await shop.markPayment(id, 'completed');
    await shop.orders.open(shop.store.state.payment(id)?.orderId ?? 0);
    expect(standing()).toEqual(['completed', 'settled', null]);
  });

  it('of a payment in no order is not listed as settled', async () => {
    const shop = await openShop({ payments: 'none' });
    const id = shop.store.state.firstPayment('pending')?.id ?? 0;
    shop.network.fail(aPatch, 'lost-after');
    await shop.markPayment(id, 'completed');
    const [row] = shop.pending.window(0, 5).rows;
    expect(row?.payment).toMatchObject({ id, status: 'pending', standing: 'unknown', asked: 'completed' });
  });
});

it.each(['refused-before'] as const)('a mark that never left (%s) is known not to have happened', async (fault) => {
  const { shop, id, standing } = await withPending();
  shop.network.fail(to('OPTIONS', PAYMENT), fault);
  shop.network.fail(aPatch, fault);
  expect(errorOf(await shop.markPayment(id, 'completed'))).toEqual({ kind: 'unreachable', reason: 'refused' });
  expect(shop.requests()).toEqual([]);
  expect(standing()).toEqual(['pending', 'settled', null]);
  expect(shop.activity.list()).toMatchObject([{ outcome: 'not-sent' }]);
});

describe('a pull around a mark', () => {
  it('that was asked for before it was answered does not bring the old status back', async () => {
    const { shop, id, standing } = await withPending();
    const held = shop.network.hold(to('GET', '/api/orders/history/'), 'after');
    const pulling = shop.history.refresh();
    await held.reached;
    wentWell(await shop.markPayment(id, 'completed'));
    held.release();
    await pulling;
    expect(standing()).toEqual(['completed', 'settled', null]);
  });

  it('that is asked for afterwards brings what somebody else did since', async () => {
    const { shop, id, standing } = await withPending();
    wentWell(await shop.markPayment(id, 'completed'));
    shop.store.state.changePayment(id, { status: 'failed' });
    await shop.history.refresh();
    expect(standing()).toEqual(['failed', 'settled', null]);
  });
});
