// A history in place and in memory, behind the same door as the one on the disk.
import { readInsights } from '../insights/insights.ts';
import { areAllOwn } from '../orders/own-orders.ts';
import { createPendingReader } from '../payments/pending.ts';
import { createBook } from './book.ts';
import type { HistoryDoor, PullStart, Summary } from './door.ts';
import type { Order, Payment } from './facts.ts';
import { createHistoryReader } from './history-query.ts';
import { derive, orderRowOf } from './order-view.ts';
import { readOrder } from './read-wire.ts';

export function openBook(): HistoryDoor {
  let tell = (_summary: Summary): void => undefined;
  let told: Pick<Summary, 'unreadable' | 'ownOnly' | 'asOf'> = { unreadable: 0, ownOnly: false, asOf: null };
  let known = new Set<number>();
  let pull: PullStart | null = null;
  let pages = new Map<number, Uint8Array[]>();
  let rows: unknown[] = [];
  const summary = (): Summary => {
    const ids = [...book.orders()].map(({ id }) => id);
    return { total: ids.length, highest: ids.length === 0 ? null : ids.reduce((a, b) => Math.max(a, b)), partial: false, ...told };
  };
  const book = createBook({ changed: () => tell(summary()), markOf: () => null });
  const reader = createHistoryReader(book);
  const pending = createPendingReader(book);
  const whole = (order: Order): Order => ({ ...order, payments: book.paymentsOf(order)?.map(({ payment }) => payment) ?? null });

  return {
    open: async (changed) => {
      tell = changed;
      return { summary: summary(), problem: null, etag: null };
    },
    close: async () => undefined,
    erase: async () => undefined,
    putOrder: async (order, asked) => book.putOrder(order, asked),
    putPayment: async (payment, asked, arrived) => book.putPayment(payment, asked, arrived),
    remember: async (payments) => book.remember(payments),
    beginPull: async (start) => {
      pull = start;
      pages = new Map();
      rows = [];
    },
    pageBytes: async (page, bytes) => {
      pages.set(page, [...(pages.get(page) ?? []), bytes]);
      return rows.length;
    },
    endPage: async (page) => {
      const value: unknown = JSON.parse(Buffer.concat(pages.get(page) ?? []).toString('utf8'));
      if (!Array.isArray(value)) return { kind: 'not-a-list' };
      rows.push(...(value as unknown[]));
      return { kind: 'page', rows: value.length, count: null, next: null };
    },
    finishPull: async (asOf) => {
      const orders = rows.map(readOrder);
      const read = orders.filter((order) => order !== null);
      const ownOnly = pull !== null && areAllOwn(rows, pull.person);
      told = { unreadable: orders.length - read.length, ownOnly, asOf };
      book.replaceOrders([...new Map(read.map((order) => [order.id, order])).values()], pull?.asked ?? 0);
    },
    dropPull: async () => undefined,
    confirm: async (asOf) => {
      told = { ...told, asOf };
      tell(summary());
    },
    window: async (query, _asking, { offset, limit }) => {
      const { revision: _, ...window } = reader.window(query, offset, limit);
      return window;
    },
    position: async (query, _asking, id) => reader.position(query, id),
    numbers: async (query, _asking, span) => reader.numbers(query, span),
    counts: async (queries) => queries.map((query) => reader.window(query, 0, 1).total),
    row: async (id) => {
      const order = book.order(id);
      return order === null ? null : { row: orderRowOf(derive(book, order)), more: order.more };
    },
    orders: async (ids) => ids.map((id) => book.order(id)).map((order) => (order === null ? null : whole(order))),
    payments: async (ids) =>
      ids.map((id) => {
        const payment = book.payment(id)?.payment;
        return payment === undefined ? null : { payment, order: payment.order === null ? null : book.order(payment.order) };
      }),
    pending: async (offset, limit, keep) => {
      const { revision: _, ...window } = pending.window(offset, limit, keep);
      return window;
    },
    pendingNumbers: async (span) => pending.numbers(span),
    pendingRow: async (payment) => pending.peek(payment),
    arrivals: async () => {
      const all = [...book.orders()].flatMap((order) => whole(order).payments ?? []).filter(({ status }) => status === 'pending');
      const payments: Payment[] = all.filter(({ id }) => !known.has(id));
      known = new Set([...known, ...all.map(({ id }) => id)]);
      return { payments, count: payments.length, sum: payments.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n) };
    },
    insights: async ({ now }) => {
      const { asOf: _, ...insights } = readInsights(reader.all(), null, new Date(now));
      return insights;
    },
    unreadable: async () =>
      rows
        .map((row, index) => ({ row, place: index + 1 }))
        .filter(({ row }) => readOrder(row) === null)
        .map(({ row, place }) => ({ place, text: JSON.stringify(row).slice(0, 500) })),
    csv: async () => new Uint8Array(),
  };
}
