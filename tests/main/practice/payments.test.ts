// Payments: recording, the four ways of updating, and changes by somebody else.
import { describe, expect, it } from 'vitest';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import { openSignedIn } from './client.ts';

const path = '/api/orders/payments/';
const whole = { order: 1, amount: '10.00', status: 'completed' };

async function openWithPayment(behaviour: Partial<PracticeBehaviour> = {}) {
  const client = await openSignedIn({ orders: 3, ...behaviour });
  const { id } = client.store.state.addPayment({ orderId: 1, amountMinor: 1000 });
  return { ...client, id, one: `${path}${id}/`, statusNow: () => client.store.state.payment(id)?.status };
}

describe('recording a payment', () => {
  it('answers with its number, pending', async () => {
    const { send, store } = await openSignedIn({ orders: 3 });
    const { status, json } = await send('POST', path, { body: { order: 1, amount: 1200.0 } });
    expect(status).toBe(201);
    expect(json).toEqual({ id: expect.any(Number), order: 1, amount: '1200.00', status: 'pending', created_at: '2026-11-02T09:30:00Z' });
    expect(store.state.paymentsOf(1).at(-1)).toMatchObject({ id: (json as { id: number }).id, amountMinor: 120_000 });
  });

  it.each([
    [{}, { order: ['This field is required.'], amount: ['This field is required.'] }],
    [
      { order: 99, amount: 'x' },
      { order: ['Invalid pk "99" - object does not exist.'], amount: ['A valid number is required.'] },
    ],
    [{ order: 'abc', amount: 1 }, { order: ['Incorrect type. Expected pk value, received str.'] }],
    [{ order: true, amount: 1 }, { order: ['Incorrect type. Expected pk value, received bool.'] }],
    [{ order: [1], amount: 1 }, { order: ['Incorrect type. Expected pk value, received list.'] }],
    [{ order: {}, amount: 1 }, { order: ['Incorrect type. Expected pk value, received dict.'] }],
    [{ order: 1.5, amount: 1 }, { order: ['Incorrect type. Expected pk value, received float.'] }],
    [
      { order: null, amount: 0 },
      { order: ['This field may not be null.'], amount: ['Ensure this value is greater than or equal to 0.01.'] },
    ],
  ])('refuses %j', async (body, problems) => {
    const { send } = await openSignedIn({ orders: 3 });
    const { status, json } = await send('POST', path, { body });
    expect(status).toBe(400);
    expect(json).toEqual(problems);
  });

  it('takes a second one, except where an order has one payment', async () => {
    const { send, store } = await openWithPayment();
    expect((await send('POST', path, { body: { order: 1, amount: '1.00' } })).status).toBe(201);
    store.behaviour.payments = 'one';
    const { status, json } = await send('POST', path, { body: { order: 1, amount: '1.00' } });
    expect(status).toBe(400);
    expect(json).toEqual({ order: ['This field must be unique.'] });
  });
});

describe('the method of updating', () => {
  it.each([
    ['PATCH', 'GET, PUT, PATCH, HEAD, OPTIONS', 'PUT, PATCH, OPTIONS'],
    ['PUT', 'GET, PUT, HEAD, OPTIONS', 'PUT, OPTIONS'],
    ['PUT-whole', 'GET, PUT, HEAD, OPTIONS', 'PUT, OPTIONS'],
    ['POST', 'GET, POST, HEAD, OPTIONS', 'POST, OPTIONS'],
  ] as const)('is told by Allow on every answer: %s', async (updateMethod, allow, withoutReading) => {
    const { send, store, one } = await openWithPayment({ updateMethod });
    for (const method of ['OPTIONS', 'DELETE', 'GET']) expect((await send(method, one)).headers.get('Allow')).toBe(allow);
    store.behaviour.readPayment = false;
    expect((await send('OPTIONS', one)).headers.get('Allow')).toBe(withoutReading);
    expect((await send('GET', one)).status).toBe(405);
  });

  it.each([
    ['PATCH', 'PATCH', { status: 'completed' }, 200],
    ['PATCH', 'PUT', whole, 200],
    ['PATCH', 'PUT', { status: 'completed' }, 400],
    ['PATCH', 'POST', { status: 'completed' }, 405],
    ['PUT', 'PUT', { status: 'completed' }, 200],
    ['PUT', 'PATCH', { status: 'completed' }, 405],
    ['PUT-whole', 'PUT', whole, 200],
    ['PUT-whole', 'PUT', { status: 'completed' }, 400],
    ['PUT-whole', 'PATCH', { status: 'completed' }, 405],
    ['POST', 'POST', { status: 'completed' }, 200],
    ['POST', 'PUT', whole, 405],
  ] as const)('%s: %s with %j is answered %i', async (updateMethod, method, body, status) => {
    const { send, one, statusNow } = await openWithPayment({ updateMethod });
    const received = await send(method, one, { body });
    expect(received.status).toBe(status);
    expect(statusNow()).toBe(status === 200 ? 'completed' : 'pending');
    if (status === 200) expect(received.json).toMatchObject({ order: 1, amount: '10.00', status: 'completed' });
    if (status === 405) expect(received.json).toEqual({ detail: `Method "${method}" not allowed.` });
    if (status === 400) expect(received.json).toEqual({ order: ['This field is required.'], amount: ['This field is required.'] });
  });

  it('describes the fields of PUT and POST, never of PATCH', async () => {
    const { send, store, one } = await openWithPayment();
    const actions = async () => ((await send('OPTIONS', one)).json as { actions?: Record<string, Record<string, unknown>> }).actions;
    expect(Object.keys((await actions()) ?? {})).toEqual(['PUT']);
    expect((await actions())?.['PUT']?.['status']).toMatchObject({
      type: 'choice',
      required: false,
      choices: [
        { value: 'pending', display_name: 'Pending' },
        { value: 'completed', display_name: 'Completed' },
        { value: 'failed', display_name: 'Failed' },
      ],
    });
    store.behaviour.updateMethod = 'POST';
    expect(Object.keys((await actions()) ?? {})).toEqual(['POST']);
  });

  it('is told to members only', async () => {
    const { store, one, send } = await openWithPayment();
    store.state.expireTokens();
    expect((await send('OPTIONS', one)).status).toBe(401);
  });
});

describe('a status', () => {
  it.each([
    ['shipped', '"shipped" is not a valid choice.'],
    ['', '"" is not a valid choice.'],
    ['Completed', '"Completed" is not a valid choice.'],
    [true, '"True" is not a valid choice.'],
    [5, '"5" is not a valid choice.'],
    [null, 'This field may not be null.'],
  ])('cannot be %j', async (status, problem) => {
    const { send, one, statusNow } = await openWithPayment();
    const received = await send('PATCH', one, { body: { status } });
    expect(received.status).toBe(400);
    expect(received.json).toEqual({ status: [problem] });
    expect(statusNow()).toBe('pending');
  });

  it('may be set to what it is, and back', async () => {
    const { send, one, statusNow } = await openWithPayment();
    for (const status of ['completed', 'completed', 'failed', 'pending'] as const) {
      expect((await send('PATCH', one, { body: { status } })).status).toBe(200);
      expect(statusNow()).toBe(status);
    }
  });
});

describe('payments behind the server’s back', () => {
  it('are found changed and deleted', async () => {
    const { send, store, id, one } = await openWithPayment();
    store.state.changePayment(id, { status: 'failed' });
    expect((await send('GET', one)).json).toMatchObject({ status: 'failed' });
    expect(store.state.deletePayment(id)).toBe(true);
    const { status, json } = await send('PATCH', one, { body: { status: 'completed' } });
    expect(status).toBe(404);
    expect(json).toEqual({ detail: 'No Payment matches the given query.' });
    expect(store.state.paymentsOf(1).some((payment) => payment.id === id)).toBe(false);
    expect(store.state.deletePayment(id)).toBe(false);
  });

  it('can be seeded ones, and move to another order', async () => {
    const { send, store } = await openSignedIn();
    const pending = store.state.firstPayment('pending');
    if (!pending) throw new Error('the seed has no pending payment');
    const other = pending.orderId === 1 ? 2 : 1;
    await send('PATCH', `${path}${pending.id}/`, { body: { order: other } });
    expect(store.state.paymentsOf(other).map(({ id }) => id)).toContain(pending.id);
    expect(store.state.paymentsOf(pending.orderId).map(({ id }) => id)).not.toContain(pending.id);
  });
});
