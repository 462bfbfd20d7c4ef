// What delivery reads and writes reaches the book.
import { expect, it } from 'vitest';
import type { ShopServer } from '../../../src/main/journal/shop-server.ts';
import { createTellingServer } from '../../../src/main/journal/telling-server.ts';
import type { Order, Payment } from '../../../src/main/store/facts.ts';
import { aHistoryBook } from '../store/support/a-history-book.ts';

const timing = { retryAfter: null, serverTime: null };
const payment: Payment = { id: 5, order: 3, amount: 100_000n, status: 'pending', createdAt: null };
const order: Order = {
  id: 3,
  product: 'Rice',
  customer: null,
  quantity: 10_000n,
  price: 100_000n,
  createdAt: null,
  payments: [payment],
  more: [],
};
const wish = { kind: 'record-payment', order: 3, amount: '1.00', another: false } as const;

function aServer(body: unknown, change: Partial<Order> = {}) {
  const written = { outcome: { class: 'done', body } as const, ...timing };
  const server: ShopServer = {
    owner: { server: 'https://shop.example', username: 'ada' },
    readPayment: async () => ({ result: { ok: true, value: { ...payment, status: 'failed' } }, ...timing }),
    readOrder: async () => ({ result: { ok: true, value: { ...order, ...change } }, ...timing }),
    readOrders: async () => ({ result: { ok: true, value: [] }, ...timing }),
    setStatus: async () => written,
    createOrder: async () => written,
    recordPayment: async () => written,
  };
  const book = aHistoryBook();
  const unsaid: string[] = [];
  return { book, unsaid, server: createTellingServer(server, book, (key) => unsaid.push(key)) };
}

it('what was read', async () => {
  const { book, server } = aServer(null);
  await server.readOrder(3);
  expect(await book.orders([3])).toEqual([order]);
  await server.readPayment(5);
  expect((await book.payments([5]))[0]?.payment.status).toBe('failed');
});

it('an order without its payments hides nothing', async () => {
  const { book, server } = aServer(null, { payments: null });
  await server.readOrder(3);
  expect(await book.orders([3])).toEqual([null]);
});

it.each([
  ['the status that the server says', { id: 5, status: 'completed' }, 'completed'],
  ['one that it left as it was', { id: 5, status: 'pending' }, 'pending'],
  ['the status that it says without a number', { status: 'Completed' }, 'completed'],
  ['nothing where it says none', { id: 5 }, undefined],
  ['nothing where it speaks of the request', { status: 'success' }, undefined],
  ['nothing of another payment', { id: 6, status: 'completed' }, undefined],
])('%s', async (_what, body, status) => {
  const { book, server, unsaid } = aServer(body);
  await server.setStatus({ id: 5, status: 'completed', key: 'k', known: payment });
  expect((await book.payments([5]))[0]?.payment.status).toBe(status);
  expect(unsaid).toEqual(status === undefined ? ['k'] : []);
});

it('what was created', async () => {
  const { book, server } = aServer({ id: 9, product_name: 'Tea', order: 3, amount: '1.00' });
  await server.createOrder({ kind: 'create-order', product: 'Tea', quantity: 1, price: '1.00', another: false }, 'k');
  await server.recordPayment(wish, 'k');
  expect([(await book.orders([9]))[0]?.product, (await book.payments([9]))[0]?.payment.status]).toEqual(['Tea', 'pending']);
});

it('a new payment that comes back bare has what was asked for', async () => {
  const { book, server } = aServer({ id: 9 });
  await server.recordPayment(wish, 'k');
  expect((await book.payments([9]))[0]?.payment).toEqual({ id: 9, order: 3, amount: 10_000n, status: 'pending', createdAt: null });
});
