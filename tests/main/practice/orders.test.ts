// Orders: creation with stock validation, detail, history.
import { describe, expect, it } from 'vitest';
import { openSignedIn } from './client.ts';

const acer = { product_name: 'Acer', quantity: 5, price: 450000.0 };
const history = '/api/orders/history/';
type Order = Record<string, unknown> & { id: number; user: number };

describe('a new order', () => {
  it('comes back with a number, a time in microseconds and two decimals', async () => {
    const { send, clock } = await openSignedIn({ orders: 3 });
    clock.now += 123;
    const { status, json } = await send('POST', '/api/orders/', { body: acer });
    expect(status).toBe(201);
    expect(json).toEqual({
      id: 4,
      user: 1,
      product_name: 'Acer',
      quantity: 5,
      price: '450000.00',
      created_at: expect.stringMatching(/^2026-11-02T09:30:00\.123\d{3}Z$/),
      payments: [],
    });
    expect((await send('GET', '/api/orders/4/')).json).toEqual(json);
  });

  it('has no fraction of a second where there is none', async () => {
    const { send } = await openSignedIn();
    expect((await send('POST', '/api/orders/', { body: acer })).json).toMatchObject({ created_at: '2026-11-02T09:30:00Z' });
  });

  it.each(['12.50', ' 12.5 ', 12.5, '1.25E1', '0012.50'])('takes %j for a price', async (price) => {
    const { send } = await openSignedIn();
    expect((await send('POST', '/api/orders/', { body: { ...acer, price } })).json).toMatchObject({ price: '12.50' });
  });

  it.each([5, '5', ' 5 ', 5.0, '5.0'])('takes %j for a quantity', async (quantity) => {
    const { send } = await openSignedIn();
    expect((await send('POST', '/api/orders/', { body: { ...acer, quantity } })).json).toMatchObject({ quantity: 5 });
  });

  it.each(['نظارة شمسية', '🎁'.repeat(100), 'ü'.repeat(255)])('takes the name %s', async (product_name) => {
    const { send } = await openSignedIn();
    const { json } = await send('POST', '/api/orders/', { body: { ...acer, product_name } });
    expect((await send('GET', `/api/orders/${(json as Order).id}/`)).json).toMatchObject({ product_name });
  });

  const least = 'Ensure this value is greater than or equal to';
  it.each([
    [{ product_name: undefined }, { product_name: ['This field is required.'] }],
    [{ product_name: '  ' }, { product_name: ['This field may not be blank.'] }],
    [{ product_name: null }, { product_name: ['This field may not be null.'] }],
    [{ product_name: ['a'] }, { product_name: ['Not a valid string.'] }],
    [{ product_name: 'x'.repeat(256) }, { product_name: ['Ensure this field has no more than 255 characters.'] }],
    [{ quantity: 0 }, { quantity: [`${least} 1.`] }],
    [{ quantity: -1 }, { quantity: [`${least} 1.`] }],
    [{ quantity: 2_147_483_648 }, { quantity: ['Ensure this value is less than or equal to 2147483647.'] }],
    [{ quantity: 1.5 }, { quantity: ['A valid integer is required.'] }],
    [{ quantity: '' }, { quantity: ['A valid integer is required.'] }],
    [{ quantity: true }, { quantity: ['A valid integer is required.'] }],
    [{ price: 'abc' }, { price: ['A valid number is required.'] }],
    [{ price: '' }, { price: ['A valid number is required.'] }],
    [{ price: 'NaN' }, { price: ['A valid number is required.'] }],
    [{ price: '1,50' }, { price: ['A valid number is required.'] }],
    [{ price: '0' }, { price: [`${least} 0.01.`] }],
    [{ price: '-5.00' }, { price: [`${least} 0.01.`] }],
    [{ price: '1.005' }, { price: ['Ensure that there are no more than 2 decimal places.'] }],
    [{ price: 0.1 + 0.2 }, { price: ['Ensure that there are no more than 10 digits in total.'] }],
    [{ price: '100000000' }, { price: ['Ensure that there are no more than 8 digits before the decimal point.'] }],
    [{ price: '12345678901' }, { price: ['Ensure that there are no more than 10 digits in total.'] }],
    [{ price: '1'.repeat(1001) }, { price: ['String value too large.'] }],
    [
      { quantity: 'x', price: null },
      { quantity: ['A valid integer is required.'], price: ['This field may not be null.'] },
    ],
  ])('refuses %j', async (change, problems) => {
    const { send, store } = await openSignedIn();
    const { status, json } = await send('POST', '/api/orders/', { body: { ...acer, ...change } });
    expect(status).toBe(400);
    expect(json).toEqual(problems);
    expect(store.state.orderCount).toBe(store.behaviour.orders);
  });

  it('is made twice when asked for twice, whatever key it carries', async () => {
    const { send, store } = await openSignedIn({ orders: 0 });
    for (const _ of [1, 2]) await send('POST', '/api/orders/', { body: acer, headers: { 'Idempotency-Key': 'same' } });
    expect(store.state.orderCount).toBe(2);
  });
});

describe('one order', () => {
  it.each([0, 999, 99_999_999_999])('does not exist under %i', async (id) => {
    const { send } = await openSignedIn();
    const { status, json } = await send('GET', `/api/orders/${id}/`);
    expect(status).toBe(404);
    expect(json).toEqual({ detail: 'No Order matches the given query.' });
  });

  it('embeds payments as a list, as one, or not at all', async () => {
    const { send, store } = await openSignedIn({ orders: 1 });
    const { id } = store.state.addOrder({ productName: 'A', quantity: 1, priceMinor: 1000 });
    const read = async () => (await send('GET', `/api/orders/${id}/`)).json;
    store.behaviour.payments = 'one';
    expect(await read()).toHaveProperty('payment', null);
    store.state.addPayment({ orderId: id, amountMinor: 400, status: 'failed' });
    const last = store.state.addPayment({ orderId: id, amountMinor: 1000 });
    const payment = { id: last.id, order: id, amount: '10.00', status: 'pending', created_at: '2026-11-02T09:30:00Z' };
    expect(await read()).toHaveProperty('payment', payment);
    store.behaviour.payments = 'many';
    expect(await read()).toHaveProperty('payments', [expect.objectContaining({ status: 'failed' }), payment]);
    store.behaviour.payments = 'none';
    expect(Object.keys((await read()) as object)).toEqual(['id', 'user', 'product_name', 'quantity', 'price', 'created_at']);
  });

  it('may carry decimals as numbers and fields nobody told of', async () => {
    const { send, store } = await openSignedIn({ decimals: 'number', extraFields: true });
    const { id } = store.state.addOrder({ productName: 'A', quantity: 1, priceMinor: 1990 });
    expect((await send('GET', `/api/orders/${id}/`)).json).toMatchObject({
      price: 19.9,
      customer: expect.any(String),
      warehouse: { code: expect.any(String), shelf: expect.any(String), on_hand: expect.any(Number) },
    });
  });
});

describe('the history', () => {
  it('is a bare list by number, the same orders as one by one', async () => {
    const { send } = await openSignedIn({ orders: 25 });
    const { status, json } = await send('GET', history);
    const orders = json as Order[];
    expect(status).toBe(200);
    expect(orders.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    for (const order of orders) expect((await send('GET', `/api/orders/${order.id}/`)).json).toEqual(order);
  });

  it('may be empty', async () => {
    const { send } = await openSignedIn({ orders: 0 });
    expect((await send('GET', history)).json).toEqual([]);
  });

  it('holds together over many pieces', async () => {
    const { send } = await openSignedIn({ orders: 10_001, payments: 'none' });
    const orders = (await send('GET', history)).json as Order[];
    expect(orders).toHaveLength(10_001);
    expect(orders.at(-1)?.id).toBe(10_001);
  });

  it('shows people their own orders alone, where the server is made so', async () => {
    const { send, store } = await openSignedIn({ ownOnly: true });
    const own = (await send('GET', history)).json as Order[];
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(store.state.orderCount);
    expect(new Set(own.map(({ user }) => user))).toEqual(new Set([1]));
    const other = store.state.addOrder({ productName: 'A', quantity: 1, priceMinor: 100 });
    expect((await send('GET', `/api/orders/${other.id}/`)).status).toBe(404);
    const theirs = store.state.addPayment({ orderId: other.id, amountMinor: 100 });
    expect((await send('GET', `/api/orders/payments/${theirs.id}/`)).status).toBe(404);
  });
});
