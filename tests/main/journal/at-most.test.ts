// So many requests at once; a write does not wait behind readings.
import { expect, it } from 'vitest';
import { atMost } from '../../../src/main/journal/at-most.ts';
import type { ShopServer } from '../../../src/main/journal/shop-server.ts';

const timing = { retryAfter: null, serverTime: null };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Every request waits until it is let go. */
function aServer() {
  const begun: string[] = [];
  const open: (() => void)[] = [];
  const wait = async (name: string): Promise<void> => {
    begun.push(name);
    await new Promise<void>((resolve) => open.push(resolve));
  };
  const failed = { result: { ok: false, error: { kind: 'session-ended' } }, ...timing } as const;
  const read = (name: string) => async () => {
    await wait(name);
    return failed;
  };
  const write = (name: string) => async () => {
    await wait(name);
    return { outcome: { class: 'done', body: null }, ...timing } as const;
  };
  const server: ShopServer = {
    owner: { server: 'https://shop.example', username: 'ada' },
    readPayment: read('payment'),
    readOrder: read('order'),
    readOrders: read('orders'),
    setStatus: write('status'),
    createOrder: write('create'),
    recordPayment: write('record'),
  };
  return { begun, open, server };
}

it('lets the next one go when one has ended, writes first', async () => {
  const { begun, open, server } = aServer();
  const limited = atMost(2, server);
  expect(limited.owner).toBe(server.owner);
  const all = [
    limited.readPayment(1),
    limited.readOrder(1),
    limited.readOrders(),
    limited.setStatus({ id: 1, status: 'failed', key: 'k', known: { id: 1, order: null, amount: null, status: null, createdAt: null } }),
    limited.createOrder({ kind: 'create-order', product: 'Tea', quantity: 1, price: '1.00', another: false }, 'k'),
    limited.recordPayment({ kind: 'record-payment', order: 1, amount: '1.00', another: false }, 'k'),
  ];
  const seen: string[][] = [];
  for (let ended = 0; ended < all.length; ended += 1) {
    await turn();
    seen.push(begun.slice(ended));
    open.shift()?.();
  }
  await Promise.all(all);
  expect(seen[0]).toEqual(['payment', 'order']);
  expect(begun).toEqual(['payment', 'order', 'status', 'create', 'record', 'orders']);
  expect(seen.every((now) => now.length <= 2)).toBe(true);
});

it('keeps no place for a request that has thrown', async () => {
  const { server } = aServer();
  const limited = atMost(1, { ...server, readOrders: () => Promise.reject(new TypeError('a bug')) });
  await expect(limited.readOrders()).rejects.toThrow('a bug');
  await expect(limited.readOrders()).rejects.toThrow('a bug');
});
