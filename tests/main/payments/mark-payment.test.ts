// A mark from the asking to its end, over a whole identity: the journal, delivery, and what the rows show meanwhile.
import { describe, expect, it } from 'vitest';
import { becameOf } from '../store/support/a-write-path.ts';
import { to } from '../store/support/faulty-network.ts';
import { errorOf, openShop, type Shop, wentWell, writes } from '../store/support/open-shop.ts';

const PAYMENT = /^\/api\/orders\/payments\/\d+\/$/;
const aPatch = to('PATCH', PAYMENT);

/** A shop whose history has been read, and the number of a pending payment in it. */
async function withPending(...options: Parameters<typeof openShop>): Promise<{ shop: Shop; id: number; order: number }> {
  const shop = await openShop(...options);
  await shop.history.refresh();
  shop.requests();
  const payment = shop.store.state.firstPayment('pending');
  if (payment === undefined) throw new Error('the practice store has nothing pending');
  return { shop, id: payment.id, order: payment.orderId };
}

describe('a mark', () => {
  it('is written down with who, what they saw and what became of it', async () => {
    const { shop, id, order } = await withPending();
    expect((await shop.mark(id, 'completed')).state).toEqual({ name: 'done', how: 'answered', number: id });
    expect(shop.store.state.payment(id)?.status).toBe('completed');
    expect(await shop.shown(id)).toEqual({ status: 'completed', standing: 'settled', asked: null });
    expect(await shop.journal()).toMatchObject([
      {
        wish: { kind: 'mark', payment: id, to: 'completed' },
        owner: { server: 'https://shop.example', username: 'practice' },
        actor: 'practice',
        saw: { status: 'pending', order },
        attempts: 1,
        state: { name: 'done' },
      },
    ]);
  });

  it('stands in the journal before anything of it leaves, and its key is the number of its operation', async () => {
    const { shop, id } = await withPending();
    let then: unknown;
    shop.network.alter(aPatch, (body) => {
      then = shop.operations.unsettled().map(({ state }) => state.name);
      return body;
    });
    const operation = await shop.mark(id, 'completed');
    expect(then).toEqual(['sending']);
    expect(shop.requests().find(({ method }) => method === 'PATCH')?.headers['idempotency-key']).toBe(operation.id);
  });

  it.each(['completed', 'failed', 'pending'] as const)('may be %s, from any status', async (status) => {
    const { shop, id } = await withPending();
    for (const from of ['completed', 'failed', 'pending'] as const) {
      shop.store.state.changePayment(id, { status: from });
      await shop.history.refresh();
      expect((await shop.mark(id, status)).state.name).toBe('done');
      expect(shop.store.state.payment(id)?.status).toBe(status);
    }
  });

  it('is held as long as the setting says, can be undone so long, and leaves after it', async () => {
    const { shop, id } = await withPending();
    const held = wentWell(await shop.ask(id, 'completed', {}, { hold: 4 }));
    expect(held.state).toEqual({ name: 'held', until: '2026-10-22T10:00:04.000Z' });
    await shop.pass(3_999);
    expect(await shop.shown(id)).toEqual({ status: 'pending', standing: 'held', asked: 'completed' });
    expect(shop.requests()).toEqual([]);
    wentWell(await shop.operations.undo(held.id));
    expect(await shop.shown(id)).toEqual({ status: 'pending', standing: 'settled', asked: null });

    wentWell(await shop.ask(id, 'failed', {}, { hold: 4 }));
    await shop.pass(4_000);
    expect(await shop.shown(id)).toEqual({ status: 'failed', standing: 'settled', asked: null });
    expect(writes(shop.requests())).toEqual([`PATCH /api/orders/payments/${id}/`]);
  });

  it('is on its way while it is, and a second one is refused as busy meanwhile', async () => {
    const { shop, id } = await withPending();
    const wire = shop.network.hold(aPatch, 'after');
    const { id: first } = wentWell(await shop.ask(id, 'completed'));
    await wire.reached;
    expect(await shop.shown(id)).toEqual({ status: 'pending', standing: 'sending', asked: 'completed' });
    expect(errorOf(await shop.ask(id, 'failed'))).toEqual({ kind: 'busy', thing: 'payment' });
    wire.release();
    expect((await becameOf(shop.operations, first)).state.name).toBe('done');
    expect(writes(shop.requests())).toEqual([`PATCH /api/orders/payments/${id}/`]);
    expect(await shop.journal()).toHaveLength(1);
  });

  it('asked for twice at once is taken on once', async () => {
    const { shop, id } = await withPending();
    const results = await Promise.all([shop.ask(id, 'completed'), shop.ask(id, 'completed')]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    await shop.pass(0);
    expect(writes(shop.requests())).toHaveLength(1);
  });

  it('of one payment does not wait for that of another', async () => {
    const { shop, id } = await withPending();
    const other = shop.store.state.addPayment({ orderId: 1, amountMinor: 100 });
    const wire = shop.network.hold((request) => aPatch(request) && request.url.endsWith(`/${id}/`), 'before');
    const { id: first } = wentWell(await shop.ask(id, 'completed'));
    await wire.reached;
    expect((await shop.mark(other.id, 'failed')).state.name).toBe('done');
    wire.release();
    expect((await becameOf(shop.operations, first)).state.name).toBe('done');
  });

  it('is never shown as “pending, nothing asked” between its asking and its confirmation', async () => {
    for (const behaviour of [{}, { payments: 'none' }, { payments: 'none', readPayment: false }] as const) {
      const { shop, id } = await withPending(behaviour);
      // Known to the book, as a recorded payment is, also where the server tells none.
      shop.book.putPayment({ id, order: null, amount: null, status: 'pending', createdAt: null }, shop.book.now());
      const looks: ReturnType<Shop['shown']>[] = [];
      const stop = shop.operations.subscribe(() => looks.push(shop.shown(id)));
      shop.network.alter(aPatch, () => ({ detail: 'Status updated.' }));
      await shop.mark(id, 'completed');
      await shop.pass(60_000);
      stop();
      const shown = await Promise.all(looks);
      expect(shown.length).toBeGreaterThan(2);
      expect(shown).not.toContainEqual({ status: 'pending', standing: 'settled', asked: null });
      expect(shown.at(-1)).toEqual({ status: 'completed', standing: 'settled', asked: null });
    }
  });
});

describe('a mark by a number alone', () => {
  it('learns what the server tells of the payment', async () => {
    const shop = await openShop({ payments: 'none' });
    const payment = shop.store.state.firstPayment('pending');
    const id = payment?.id ?? 0;
    expect((await shop.mark(id, 'failed')).state.name).toBe('done');
    expect(await shop.payment(id)).toMatchObject({ order: payment?.orderId, status: 'failed' });
  });

  it('works where the server lets no payment be read', async () => {
    const shop = await openShop({ payments: 'none', readPayment: false });
    const id = shop.store.state.firstPayment('pending')?.id ?? 0;
    expect((await shop.mark(id, 'completed')).state).toEqual({ name: 'done', how: 'answered', number: id });
    expect(await shop.shown(id)).toEqual({ status: 'completed', standing: 'settled', asked: null });
  });

  it('that is decided already is put before the person instead of being corrected without a reason', async () => {
    const shop = await openShop({ payments: 'none' });
    const id = shop.store.state.firstPayment('completed')?.id ?? 0;
    const conflict = await shop.mark(id, 'failed', { reason: null });
    expect(conflict.state).toMatchObject({ name: 'conflict', theirs: { status: 'completed' } });
    expect(writes(shop.requests())).toEqual([]);
    const again = { kind: 'send-again', reason: null } as const;
    expect(errorOf(await shop.operations.decide(conflict.id, again))).toMatchObject({
      kind: 'refused',
      fields: { reason: [expect.any(String)] },
    });
    wentWell(await shop.operations.decide(conflict.id, { ...again, reason: 'Customer took it back' }));
    expect((await becameOf(shop.operations, conflict.id)).state).toMatchObject({ name: 'waiting', why: 'person' });
    await shop.pass(0);
    expect(shop.store.state.payment(id)?.status).toBe('failed');
    expect(await shop.journal()).toMatchObject([
      { reason: 'Customer took it back', saw: { status: 'completed' }, state: { name: 'done' } },
    ]);
  });

  it.each([true, false])(
    'of a payment that does not exist is refused, and leaves nothing behind (payments can be read: %s)',
    async (readPayment) => {
      const { shop } = await withPending({ readPayment });
      const problem = { kind: 'not-found', thing: 'payment', id: 99_999 };
      expect((await shop.mark(99_999, 'completed')).state).toEqual({ name: 'refused', problem });
      expect((await shop.pending()).rows.some(({ payment }) => payment.id === 99_999)).toBe(false);
      expect(await shop.payment(99_999)).toBeNull();
      expect((await shop.mark(99_999, 'completed')).state).toEqual({ name: 'refused', problem });
    },
  );
});

describe('the server’s answer to a mark', () => {
  it('may be thin: what it leaves out is read, and nothing that was known is lost', async () => {
    for (const thin of [{ status: 'success', message: 'Status updated.' }, { detail: 'Status updated.' }, {}]) {
      const { shop, id } = await withPending();
      const before = await shop.payment(id);
      shop.network.alter(aPatch, () => thin);
      expect((await shop.mark(id, 'completed')).state.name).toBe('unknown');
      await shop.pass(60_000);
      expect(await shop.journal()).toMatchObject([{ attempts: 1, state: { name: 'done', how: 'found' } }]);
      expect(await shop.payment(id)).toEqual({ ...before, status: 'completed' });
      expect(await shop.shown(id)).toEqual({ status: 'completed', standing: 'settled', asked: null });
    }
  });

  it('that leaves the status as it was is a refusal, in its own words', async () => {
    for (const [body, said, behaviour] of [
      [(id: number) => ({ id, status: 'PROCESSING' }), 'It left the payment processing.', {}],
      [() => ({ status: 'Pending' }), 'It left the payment pending.', {}],
      [() => ({ status: 'Pending' }), 'It left the payment pending.', { payments: 'none', readPayment: false }],
    ] as const) {
      const { shop, id } = await withPending(behaviour);
      shop.network.alter(aPatch, () => body(id));
      expect((await shop.mark(id, 'completed')).state).toEqual({
        name: 'refused',
        problem: { kind: 'refused', summary: [said], fields: {} },
      });
      expect((await shop.shown(id))?.standing).toBe('settled');
    }
  });

  it('that the session has ended makes it wait, with nothing changed', async () => {
    const { shop, id } = await withPending();
    shop.store.state.expireTokens();
    expect((await shop.mark(id, 'completed')).state).toMatchObject({ name: 'waiting', why: 'signed-out', trail: { doubt: false } });
    expect(await shop.shown(id)).toEqual({ status: 'pending', standing: 'waiting', asked: 'completed' });
    expect(shop.store.state.payment(id)?.status).toBe('pending');
  });

  it('that the token has run out is followed by one repetition with a renewed one', async () => {
    const { shop, id } = await withPending();
    shop.store.state.expireTokens('access');
    expect((await shop.mark(id, 'completed')).state.name).toBe('done');
    expect(shop.requests().filter(({ method, status }) => method === 'PATCH' && status === 200)).toHaveLength(1);
  });
});
