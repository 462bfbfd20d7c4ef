// The open order: at once what is known, then what the server says, never another order's facts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDetailStore } from '../../../src/renderer/orders/detail-store.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { order, settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const client = createFakeClient({
    'orders.peek': (id) => ok(order(id, { product: 'peeked' })),
    'orders.open': (id) =>
      id === 404
        ? fail({ kind: 'not-found', thing: 'order', id })
        : ok({
            order: order(id, { product: 'opened' }),
            more: [{ name: 'note', value: 'x' }],
            asOf: '2024-11-12T09:30:00Z',
            problem: null,
          }),
  });
  const store = createDetailStore(client);
  const opened = () => client.asked.filter(({ name }) => name === 'orders.open').map(({ input }) => input);
  return { store, opened };
}

describe('opening an order', () => {
  it('shows what the list knows, then the history, then the server', async () => {
    const { store } = setUp();
    store.getState().open(5, order(5, { product: 'listed' }));
    expect(store.getState().order?.product).toBe('listed');
    await settled();
    expect(store.getState().order?.product).toBe('peeked');
    await vi.runAllTimersAsync();
    expect(store.getState()).toMatchObject({ order: { product: 'opened' }, loading: false, asOf: '2024-11-12T09:30:00Z' });
  });

  it('asks the server only for the order where a walk through the rows ends', async () => {
    const { store, opened } = setUp();
    for (const id of [1, 2, 3, 4]) store.getState().open(id, null);
    await vi.runAllTimersAsync();
    expect(opened()).toEqual([4]);
  });

  it('never shows one order’s answer under another’s number', async () => {
    const { store } = setUp();
    store.getState().open(5, null);
    store.getState().open(6, null);
    await vi.runAllTimersAsync();
    expect(store.getState().order?.id).toBe(6);
  });

  it('keeps what is known when the server cannot be asked', async () => {
    const { store } = setUp();
    store.getState().open(404, null);
    await vi.runAllTimersAsync();
    expect(store.getState()).toMatchObject({ order: { id: 404 }, problem: { kind: 'not-found' }, loading: false });
  });
});
