import { describe, expect, it } from 'vitest';
import { isUpdateMethod, methodsFrom, UPDATE_METHODS } from '../../../src/main/payments/update-method.ts';
import { type Fault, to } from '../store/support/faulty-network.ts';
import { openShop, type Shop, wentWell, writes } from '../store/support/open-shop.ts';

const PAYMENT = /^\/api\/orders\/payments\/\d+\/$/;
const kindsOf = (shop: Shop): string[] => shop.requests().map(({ method, status }) => `${method} ${status}`);

async function withPending(...options: Parameters<typeof openShop>): Promise<{ shop: Shop; id: number; second: number }> {
  const shop = await openShop(...options);
  const { id, orderId } = shop.store.state.firstPayment('pending') ?? { id: 0, orderId: 0 };
  const second = shop.store.state.addPayment({ orderId, amountMinor: 12_345 }).id;
  await shop.history.refresh();
  shop.requests();
  return { shop, id, second };
}

describe('the method of the update', () => {
  it.each(
    (['PATCH', 'PUT', 'PUT-whole', 'POST'] as const).flatMap((updateMethod) =>
      (['many', 'none'] as const).flatMap((payments) => [true, false].map((readPayment) => ({ updateMethod, payments, readPayment }))),
    ),
  )('is learned by one OPTIONS and remembered: %j', async (behaviour) => {
    const { shop, id, second } = await withPending(behaviour);
    const impossible = behaviour.updateMethod === 'PUT-whole' && behaviour.payments === 'none' && !behaviour.readPayment;
    const { state } = await shop.mark(id, 'completed');
    if (impossible) {
      // Nobody tells order and amount, and without them this server takes no update.
      expect(state).toMatchObject({ name: 'refused', problem: { kind: 'refused' } });
      expect(shop.store.state.payment(id)?.status).toBe('pending');
      return;
    }
    expect(state.name).toBe('done');
    expect(await shop.shown(id)).toEqual({ status: 'completed', standing: 'settled', asked: null });
    const calls = kindsOf(shop);
    expect(calls.filter((call) => call.startsWith('OPTIONS'))).toHaveLength(1);
    expect(calls.filter((call) => /^(PATCH|PUT|POST) /.test(call))).toEqual([`${behaviour.updateMethod.split('-')[0]} 200`]);
    expect(shop.store.state.payment(id)?.status).toBe('completed');

    expect((await shop.mark(second, 'failed')).state.name).toBe('done');
    expect(kindsOf(shop).some((call) => call.startsWith('OPTIONS'))).toBe(false);
    expect(shop.store.state.payment(second)).toMatchObject({ status: 'failed', amountMinor: 12_345 });
  });

  it('sends the status alone, but with order and amount as text where the server wants the whole', async () => {
    const { shop, second } = await withPending({ updateMethod: 'PUT-whole', decimals: 'number' });
    expect((await shop.mark(second, 'completed')).state.name).toBe('done');
    const whole = shop.requests().find(({ method }) => method === 'PUT');
    expect(JSON.parse(whole?.body ?? '')).toEqual({
      order: shop.store.state.payment(second)?.orderId,
      amount: '123.45',
      status: 'completed',
    });

    const plain = await withPending();
    expect((await plain.shop.mark(plain.id, 'completed')).state.name).toBe('done');
    const patch = plain.shop.requests().find(({ method }) => method === 'PATCH');
    expect(JSON.parse(patch?.body ?? '')).toEqual({ status: 'completed' });
    expect(patch?.headers['idempotency-key']).toBe((await plain.shop.journal())[0]?.id);
  });

  it.each([true, false])(
    'that sends the whole does not undo a correction of the amount: that is told, and then the corrected one is sent (payments can be read: %s)',
    async (readPayment) => {
      const { shop, second } = await withPending({ updateMethod: 'PUT-whole', readPayment });
      shop.store.state.changePayment(second, { amountMinor: 99_900 });
      const { id, state } = await shop.mark(second, 'completed');
      expect(state).toMatchObject({ name: 'conflict', theirs: { amount: '999.00', status: 'pending' } });
      wentWell(await shop.operations.decide(id, { kind: 'send-again', reason: null }));
      await shop.pass(0);
      expect(shop.store.state.payment(second)).toMatchObject({ status: 'completed', amountMinor: 99_900 });
    },
  );

  it.each([
    ['PUT', 'PATCH', ['PUT 200']],
    ['POST', 'PATCH', ['POST 405', 'PATCH 200']],
    ['PATCH', 'POST', ['PATCH 405', 'PUT 405', 'PUT 405', 'POST 200']],
    ['PATCH', 'PUT-whole', ['PATCH 405', 'PUT 200']],
  ] as const)('remembered wrongly (%s at a server that takes %s) is learned again from 405', async (wrong, updateMethod, expected) => {
    const { shop, id } = await withPending({ updateMethod, readPayment: false });
    // DRF's generic view takes a whole PUT beside PATCH.
    shop.remember(wrong === 'PUT' ? 'PUT-whole' : wrong);
    expect((await shop.mark(id, 'completed')).state.name).toBe('done');
    expect(kindsOf(shop).filter((call) => /^(PATCH|PUT|POST) /.test(call))).toEqual(expected);
    expect(shop.store.state.payment(id)?.status).toBe('completed');
    expect(shop.remembered()).toBe(wrong === 'PUT' ? 'PUT-whole' : updateMethod);
  });

  it('changes to the whole when a 400 asks for order and amount', async () => {
    const { shop, id } = await withPending({ updateMethod: 'PUT-whole' });
    shop.remember('PUT');
    expect((await shop.mark(id, 'completed')).state.name).toBe('done');
    expect(kindsOf(shop).filter((call) => call.startsWith('P'))).toEqual(['PUT 400', 'PATCH 405', 'PUT 200']);
    expect(shop.remembered()).toBe('PUT-whole');
  });

  it.each<Fault>([
    'lost-before',
    'lost-after',
    'timed-out-after',
    'debug-page-before',
    'debug-page-after',
    'empty-500-after',
    'captive-portal',
    'cut-json-after',
    'refused-before',
    'not-found-page',
  ])('is never changed for another because of %s: at most one write leaves', async (fault) => {
    const { shop, id } = await withPending({ updateMethod: 'PATCH' });
    let left = 0;
    shop.network.fail((request) => {
      if (!['PATCH', 'PUT', 'POST'].includes(request.method)) return false;
      left += 1;
      return true;
    }, fault);
    expect((await shop.mark(id, 'completed')).state.name).not.toBe('done');
    expect(left).toBe(1);
    expect(writes(shop.requests()).length).toBeLessThanOrEqual(1);
  });

  it.each<Fault>(['refused-before', 'lost-before', 'debug-page-before', 'captive-portal', 'not-found-page'])(
    'is tried best first where OPTIONS tells nothing (%s)',
    async (fault) => {
      const { shop, id } = await withPending({ updateMethod: 'POST', readPayment: false });
      shop.network.fail(to('OPTIONS', PAYMENT), fault);
      expect((await shop.mark(id, 'completed')).state.name).toBe('done');
      expect(kindsOf(shop)).toEqual(expect.arrayContaining(['PATCH 405', 'PUT 405', 'POST 200']));
    },
  );

  it('is not offered where the server takes none', async () => {
    const { shop, id } = await withPending();
    shop.network.alter(to('OPTIONS', PAYMENT), (body) => body);
    const refuse = (request: Request): boolean => ['PATCH', 'PUT', 'POST'].includes(request.method);
    const { shop: closed, id: other } = await withPending(
      {},
      (store) => async (request) =>
        refuse(request) && PAYMENT.test(new URL(request.url).pathname)
          ? Response.json({ detail: `Method "${request.method}" not allowed.` }, { status: 405, headers: { allow: 'GET, HEAD, OPTIONS' } })
          : await store(request),
    );
    expect((await closed.mark(other, 'completed')).state).toEqual({ name: 'refused', problem: { kind: 'not-offered', thing: 'payment' } });
    expect(closed.remembered()).toBeNull();
    expect((await shop.mark(id, 'completed')).state.name).toBe('done');
  });
});

describe('the Allow header', () => {
  it.each([
    [null, UPDATE_METHODS],
    ['', UPDATE_METHODS],
    ['GET, PUT, PATCH, HEAD, OPTIONS', ['PATCH', 'PUT-whole', 'PUT']],
    ['put', ['PUT-whole', 'PUT']],
    ['GET,POST', ['POST']],
    ['GET, HEAD, OPTIONS', []],
    ['PATCHWORK', []],
  ])('%j leads to %j', (allow, expected) => {
    expect(methodsFrom(allow)).toEqual(expected);
  });

  it('is not the only source: what is remembered is checked too', () => {
    expect(UPDATE_METHODS.every(isUpdateMethod)).toBe(true);
    for (const other of ['DELETE', 'patch', '', null, 3]) expect(isUpdateMethod(other)).toBe(false);
  });
});
