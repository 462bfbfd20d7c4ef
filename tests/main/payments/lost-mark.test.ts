// Marks whose answer is lost, marks that never left, and what pulls around a mark bring back.
import { describe, expect, it } from 'vitest';
import { type Fault, to } from '../store/support/faulty-network.ts';
import { errorOf, openShop, type Shop, wentWell, writes } from '../store/support/open-shop.ts';

const PAYMENT = /^\/api\/orders\/payments\/\d+\/$/;
const aPatch = to('PATCH', PAYMENT);
const HISTORY = to('GET', '/api/orders/history/');
const LOST: readonly Fault[] = ['lost-after', 'timed-out-after', 'debug-page-after', 'empty-500-after', 'cut-json-after'];
/** Longer than any rest between two tries. */
const A_WHILE = 60_000;

async function withPending(...options: Parameters<typeof openShop>): Promise<{ shop: Shop; id: number; shown: () => unknown }> {
  const shop = await openShop(...options);
  await shop.history.refresh();
  shop.requests();
  const id = shop.store.state.firstPayment('pending')?.id ?? 0;
  const shown = async (): Promise<unknown> => {
    const { status, standing, asked } = (await shop.shown(id)) ?? {};
    return [status, standing, asked];
  };
  return { shop, id, shown };
}

describe('a mark whose answer is lost', () => {
  it.each(LOST)('(%s) is not known, until reading shows that it was carried out; it is sent once', async (fault) => {
    const { shop, id, shown } = await withPending();
    shop.network.fail(aPatch, fault);
    expect((await shop.mark(id, 'completed')).state).toMatchObject({ name: 'unknown', problem: { kind: 'outcome-unknown' } });
    expect(await shown()).toEqual(['pending', 'unknown', 'completed']);
    expect(shop.store.state.payment(id)?.status).toBe('completed');
    await shop.pass(A_WHILE);
    expect(await shown()).toEqual(['completed', 'settled', null]);
    expect(await shop.journal()).toMatchObject([{ attempts: 1, state: { name: 'done', how: 'found' } }]);
    expect(writes(shop.requests())).toEqual([`PATCH /api/orders/payments/${id}/`]);
  });

  it.each(['lost-before', 'debug-page-before', 'captive-portal'] as const)(
    '(%s) is not known, though it never arrived; reading shows it, and it is set again',
    async (fault) => {
      const { shop, id, shown } = await withPending();
      shop.network.fail(aPatch, fault);
      expect((await shop.mark(id, 'completed')).state.name).toBe('unknown');
      expect(await shown()).toEqual(['pending', 'unknown', 'completed']);
      expect(writes(shop.requests())).toEqual([]);
      shop.network.heal();
      await shop.pass(A_WHILE);
      expect(await shown()).toEqual(['completed', 'settled', null]);
      expect(writes(shop.requests())).toEqual([`PATCH /api/orders/payments/${id}/`]);
    },
  );

  it('stays unknown through a pull that was asked for before, through one that fails, and through one that shows it', async () => {
    const { shop, id, shown } = await withPending();
    const held = shop.network.hold(HISTORY, 'after');
    const pulling = shop.history.refresh();
    await held.reached;
    shop.network.fail(aPatch, 'lost-after');
    await shop.mark(id, 'completed');
    held.release();
    await pulling;
    expect(await shown()).toEqual(['pending', 'unknown', 'completed']);
    shop.network.fail(HISTORY, 'refused-before');
    await shop.history.refresh();
    expect(await shown()).toEqual(['pending', 'unknown', 'completed']);
    // What it shows is told beside the doubt; only delivery's own reading ends that.
    shop.network.heal();
    await shop.history.refresh();
    expect(await shown()).toEqual(['completed', 'unknown', 'completed']);
  });

  it('refuses a second mark as busy, and is known as soon as somebody asks for it to be looked at', async () => {
    const { shop, id, shown } = await withPending();
    shop.network.fail(aPatch, 'lost-after');
    await shop.mark(id, 'completed');
    expect(errorOf(await shop.ask(id, 'failed'))).toEqual({ kind: 'busy', thing: 'payment' });
    shop.network.heal();
    shop.operations.wake();
    await shop.pass(0);
    expect(await shown()).toEqual(['completed', 'settled', null]);
    expect((await shop.mark(id, 'failed')).state.name).toBe('done');
    expect(await shown()).toEqual(['failed', 'settled', null]);
  });

  it('is put before a person where nothing can be read, after five tries; their word makes room for another one', async () => {
    const { shop, id } = await withPending({ payments: 'none', readPayment: false });
    shop.network.fail(aPatch, 'lost-after');
    const { id: operation } = await shop.mark(id, 'completed');
    await shop.pass(10 * A_WHILE);
    expect(writes(shop.requests())).toHaveLength(5);
    expect(shop.operations.operation(operation)?.state).toMatchObject({ name: 'unknown', trail: { tries: 5 } });
    shop.network.heal();
    wentWell(await shop.operations.decide(operation, { kind: 'say-done', number: null }));
    expect(await shop.shown(id)).toEqual({ status: 'completed', standing: 'settled', asked: null });
    expect((await shop.mark(id, 'failed')).state.name).toBe('done');
  });

  it('of a payment in no order is listed as not known', async () => {
    const shop = await openShop({ payments: 'none' });
    const id = shop.store.state.firstPayment('pending')?.id ?? 0;
    shop.network.fail(aPatch, 'lost-after');
    await shop.mark(id, 'completed');
    const [row] = (await shop.pending()).rows;
    expect(row?.payment).toMatchObject({ id, status: 'pending', standing: 'unknown', asked: 'completed' });
  });
});

describe('a mark that never left', () => {
  it('is known not to have happened: it waits, and goes out when the way is free', async () => {
    const { shop, id, shown } = await withPending();
    shop.network.fail((request) => PAYMENT.test(new URL(request.url).pathname), 'refused-before');
    const { state } = await shop.mark(id, 'completed');
    expect(state).toMatchObject({
      name: 'waiting',
      why: 'offline',
      problem: { kind: 'unreachable', reason: 'refused' },
      trail: { doubt: false },
    });
    expect(shop.requests()).toEqual([]);
    expect(await shown()).toEqual(['pending', 'waiting', 'completed']);
    shop.network.heal();
    await shop.pass(A_WHILE);
    expect(await shown()).toEqual(['completed', 'settled', null]);
    expect(writes(shop.requests())).toHaveLength(1);
  });
});

describe('a pull around a mark', () => {
  it.each([{}, { readPayment: false }])(
    'that was asked for before it was answered does not bring the old status back (%j)',
    async (behaviour) => {
      const { shop, id, shown } = await withPending(behaviour);
      const held = shop.network.hold(HISTORY, 'after');
      const pulling = shop.history.refresh();
      await held.reached;
      await shop.mark(id, 'completed');
      held.release();
      await pulling;
      expect(await shown()).toEqual(['completed', 'settled', null]);
    },
  );

  it('that is asked for afterwards brings what somebody else did since', async () => {
    const { shop, id, shown } = await withPending();
    await shop.mark(id, 'completed');
    shop.store.state.changePayment(id, { status: 'failed' });
    await shop.history.refresh();
    expect(await shown()).toEqual(['failed', 'settled', null]);
  });
});
