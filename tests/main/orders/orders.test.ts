import { describe, expect, it } from 'vitest';
import { to } from '../store/support/faulty-network.ts';
import { errorOf, openShop, wentWell, writes } from '../store/support/open-shop.ts';

const detailOf = (id: number) => to('GET', `/api/orders/${id}/`);

describe('opening an order', () => {
  it('reads it anew, with what this console does not know under more', async () => {
    const shop = await openShop({ extraFields: true });
    const detail = wentWell(await shop.orders.open(3));
    const told = shop.store.state.order(3);
    expect(detail).toMatchObject({ asOf: '2026-10-22T10:00:00.000Z', problem: null, order: { id: 3, product: told?.productName } });
    expect(detail.more.map(({ name }) => name)).toEqual(expect.arrayContaining(['delivery_note', 'warehouse', 'tags']));
    expect(detail.order.payments).toHaveLength(shop.store.state.paymentsOf(3).length);
  });

  it('brings what somebody else did since the history was read', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const pending = shop.store.state.firstPayment('pending');
    shop.store.state.changePayment(pending?.id ?? 0, { status: 'failed' });
    const detail = wentWell(await shop.orders.open(pending?.orderId ?? 0));
    expect(detail.order.payments?.find(({ id }) => id === pending?.id)?.status).toBe('failed');
    expect((await shop.orders.peek(pending?.orderId ?? 0))?.payments?.find(({ id }) => id === pending?.id)?.status).toBe('failed');
  });

  it.each(['refused-before', 'debug-page-before', 'captive-portal', 'cut-json-after'] as const)(
    'shows what the history last said, as of then, when the server cannot tell (%s)',
    async (fault) => {
      const shop = await openShop();
      await shop.history.refresh();
      shop.tick(120_000);
      shop.network.fail(detailOf(3), fault);
      const detail = wentWell(await shop.orders.open(3));
      expect(detail).toMatchObject({ order: { id: 3 }, asOf: '2026-10-22T10:00:00.000Z' });
      expect(detail.problem).not.toBeNull();
    },
  );

  it('says when it was read last, also where no history has ever been', async () => {
    const shop = await openShop();
    await shop.orders.open(3);
    shop.tick(120_000);
    shop.network.fail(detailOf(3), 'refused-before');
    expect(wentWell(await shop.orders.open(3))).toMatchObject({ asOf: '2026-10-22T10:00:00.000Z', problem: { kind: 'unreachable' } });
  });

  it('fails with the reason where nothing is known of it', async () => {
    const shop = await openShop();
    shop.network.fail(detailOf(3), 'refused-before');
    expect(errorOf(await shop.orders.open(3))).toEqual({ kind: 'unreachable', reason: 'refused' });
  });

  it('is not found when the server says so, even if the history has it', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    shop.network.fail(detailOf(3), 'not-found-page');
    expect(wentWell(await shop.orders.open(3)).problem).toEqual({ kind: 'not-offered', thing: 'order' });
    expect(errorOf(await shop.orders.open(9_999))).toEqual({ kind: 'not-found', thing: 'order', id: 9_999 });

    shop.network.heal();
    shop.store.behaviour.ownOnly = true;
    const foreign = [1, 2, 3, 4, 5].find((id) => shop.store.state.order(id)?.userId !== shop.store.state.person('practice')?.id) ?? 0;
    expect(errorOf(await shop.orders.open(foreign))).toEqual({ kind: 'not-found', thing: 'order', id: foreign });
  });

  it('does not take another order for it', async () => {
    const shop = await openShop();
    shop.network.alter(detailOf(3), (body) => ({ ...(body as object), id: 4 }));
    expect(errorOf(await shop.orders.open(3))).toEqual({ kind: 'not-the-api', status: 200 });
    expect(shop.orders.peek(4)).toBeNull();
  });

  it('does not bring an old status back when its answer leaves the payments out', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const pending = shop.store.state.firstPayment('pending');
    const order = pending?.orderId ?? 0;
    expect((await shop.mark(pending?.id ?? 0, 'completed')).state.name).toBe('done');
    shop.network.alter(detailOf(order), (body) => {
      const { payments: _, ...rest } = body as Record<string, unknown>;
      return rest;
    });
    const detail = wentWell(await shop.orders.open(order));
    expect(detail.order.payments?.find(({ id }) => id === pending?.id)?.status).toBe('completed');
  });
});

describe('creating an order', () => {
  const typed = { product: 'Acer', quantity: '5', price: '450000.00' };

  it('ends with its number, in the history and in the journal', async () => {
    const shop = await openShop();
    expect(wentWell(await shop.create(typed))).toEqual({ outcome: 'created', id: 13 });
    expect(shop.orders.peek(13)).toMatchObject({ product: 'Acer', quantity: '5', price: '450000.00', total: '2250000.00' });
    expect(shop.store.state.order(13)).toMatchObject({ productName: 'Acer', quantity: 5, priceMinor: 45_000_000 });
    expect(await shop.journal()).toMatchObject([
      { actor: 'practice', wish: { product: 'Acer', quantity: 5, price: '450000.00' }, state: { name: 'done', number: 13 }, attempts: 1 },
    ]);
  });

  it.each([
    ['0.10', '0.10'],
    ['19.9', '19.90'],
    ['99999999.99', '99999999.99'],
    ['1,234,567.8', '1234567.80'],
  ])('sends the price %s as the text %s, and the quantity as a whole number', async (price, sent) => {
    const shop = await openShop();
    wentWell(await shop.create({ ...typed, price, quantity: ' 7 ' }));
    const [request] = shop.requests();
    expect(JSON.parse(request?.body ?? '')).toEqual({ product_name: 'Acer', quantity: 7, price: sent });
    expect(request?.headers['idempotency-key']).toBe((await shop.journal())[0]?.id);
    expect(request?.headers['content-type']).toBe('application/json');
  });

  it.each([
    'لاپتاپ ایسر ۱۵',
    '\u202eABC',
    '👩‍👩‍👧‍👦 family set',
    '東京ばな奈',
    '=1+1',
    '<script>alert(1)</script>',
    "Robert'); DROP TABLE orders;--",
    'x'.repeat(200),
    '😀'.repeat(200),
  ])('sends the name %s as it was typed', async (product) => {
    const shop = await openShop();
    expect(wentWell(await shop.create({ ...typed, product }))).toEqual({ outcome: 'created', id: 13 });
    expect(shop.store.state.order(13)?.productName).toBe(product);
    expect((await shop.orders.peek(13))?.product).toBe(product);
  });

  it.each([
    ['product_name', { product: '   ' }],
    ['product_name', { product: 'x'.repeat(256) }],
    ['quantity', { quantity: '' }],
    ['quantity', { quantity: '0' }],
    ['quantity', { quantity: '-5' }],
    ['quantity', { quantity: 'abc' }],
    ['quantity', { quantity: '1e3' }],
    ['quantity', { quantity: '2.5' }],
    ['quantity', { quantity: '5 000' }],
    ['quantity', { quantity: '٥' }],
    ['quantity', { quantity: '99999999999999999999' }],
    ['price', { price: '' }],
    ['price', { price: '-1' }],
    ['price', { price: 'abc' }],
    ['price', { price: '1e3' }],
    ['price', { price: '19.999' }],
    ['price', { price: '1,5' }],
    ['price', { price: 'NaN' }],
    ['price', { price: '0x10' }],
  ])('refuses nonsense in %s before anything is written down or sent: %j', async (field, change) => {
    const shop = await openShop();
    const error = errorOf(await shop.create({ ...typed, ...change }));
    expect(error).toMatchObject({ kind: 'refused', summary: [] });
    expect(error.kind === 'refused' && Object.keys(error.fields)).toEqual([field]);
    expect(shop.requests()).toEqual([]);
    expect(await shop.journal()).toEqual([]);
  });

  it('tells the server’s own refusal under its fields', async () => {
    const shop = await openShop();
    expect(errorOf(await shop.create({ ...typed, price: '123456789.00' }))).toEqual({
      kind: 'refused',
      summary: [],
      fields: { price: ['Ensure that there are no more than 10 digits in total.'] },
    });
    expect(await shop.journal()).toMatchObject([{ state: { name: 'refused' } }]);
  });

  it.each(['lost-after', 'timed-out-after', 'debug-page-after', 'empty-500-after', 'cut-json-after'] as const)(
    'is not known to have happened when the answer is lost (%s), is never sent again, and is found by reading the history',
    async (fault) => {
      const shop = await openShop();
      await shop.history.refresh();
      shop.network.fail(to('POST', '/api/orders/'), fault);
      expect(wentWell(await shop.create(typed))).toMatchObject({ outcome: 'unknown' });
      await shop.pass(600_000);
      expect(writes(shop.requests())).toEqual(['POST /api/orders/']);
      expect(shop.store.state.orderCount).toBe(13);
      expect(await shop.journal()).toMatchObject([{ attempts: 1, state: { name: 'done', how: 'found', number: 13 } }]);
    },
  );

  it('is known not to have happened when nothing left this computer, and nothing goes out behind the form’s back', async () => {
    const shop = await openShop();
    shop.network.fail(to('POST', '/api/orders/'), 'refused-before');
    expect(errorOf(await shop.create(typed))).toEqual({ kind: 'unreachable', reason: 'refused' });
    expect(await shop.journal()).toMatchObject([{ state: { name: 'undone' } }]);
    shop.network.heal();
    shop.operations.wake();
    await shop.pass(600_000);
    expect(writes(shop.requests())).toEqual([]);
  });

  it('is looked for where the server does not tell its number', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    shop.network.alter(to('POST', '/api/orders/'), () => ({ detail: 'Order placed.' }));
    expect(wentWell(await shop.create(typed))).toMatchObject({ outcome: 'unknown' });
    await shop.pass(60_000);
    expect(await shop.journal()).toMatchObject([{ state: { name: 'done', how: 'found', number: 13 } }]);
  });

  it('stays in the history when a pull that had looked before is answered after it', async () => {
    const shop = await openShop();
    const created = shop.network.hold(to('POST', '/api/orders/'), 'before');
    const creating = shop.create(typed);
    await created.reached;
    // Asked for later than the order, but looked before it was there.
    const pulled = shop.network.hold(to('GET', '/api/orders/history/'), 'after');
    const pulling = shop.history.refresh();
    await pulled.reached;
    created.release();
    expect(wentWell(await creating)).toEqual({ outcome: 'created', id: 13 });
    pulled.release();
    expect((await pulling).total).toBe(13);
    expect(shop.orders.peek(13)).not.toBeNull();
  });
});
