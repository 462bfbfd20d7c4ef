// What the page and main read of an open history: windows of rows, single orders and payments, what is pending, and what has newly come.
import { orderCsv } from '../../../shared/domain/order-csv.ts';
import type { Arrivals, HistoryDoor, PaymentFacts } from '../door.ts';
import type { Order, Payment } from '../facts.ts';
import { rowOf } from '../order-view.ts';
import type { History } from './history.ts';
import { createPendingList } from './pending-list.ts';

type Finding = 'window' | 'position' | 'numbers' | 'counts' | 'csv' | 'insights';
type Looking = 'row' | 'orders' | 'payments' | 'pending' | 'pendingNumbers' | 'pendingRow' | 'arrivals' | 'unreadable';

/** As the door has them, answered at once. */
export type Readings = {
  readonly [N in Finding | Looking]: (...input: Parameters<HistoryDoor[N]>) => Awaited<ReturnType<HistoryDoor[N]>>;
};

const MOST_ARRIVALS = 1_000;
const NONE = new Float64Array();

export function createReadings({ index, book, file, revision }: History): Readings {
  const pending = createPendingList({ ...book, index, revision });
  /** null: nobody has asked yet; what is pending then is no news. */
  let known: Set<number> | null = null;
  /** The orders of the file that is being written: found once, so that nothing that is found meanwhile moves them. */
  let exported: Float64Array = NONE;

  const ordersOf = (ids: readonly number[]): Order[] => ids.map(book.order).filter((order) => order !== null);

  const factsOf = (id: number): PaymentFacts | null => {
    const payment = book.payment(id);
    if (payment === null) return null;
    const order = book.orderOf(payment);
    return { payment, order: order === null ? null : { id: order.id, product: order.product, customer: order.customer } };
  };

  const arrivals = (): Arrivals => {
    const before = known;
    const now = [...pending.pending()];
    const fresh = before === null ? [] : now.filter((id) => !before.has(id));
    // One that was pending, decided, and is pending again is no news either.
    known = before ?? new Set();
    for (const id of now) known.add(id);
    const payments: Payment[] = fresh.map(book.payment).filter((payment) => payment !== null);
    const sum = payments.reduce((total, { amount }) => total + (amount ?? 0n), 0n);
    return { payments: payments.slice(0, MOST_ARRIVALS), count: payments.length, sum };
  };

  return {
    window: (query, asking, range, fresh) => {
      const { ids, ...found } = index.find(query, asking, range, fresh);
      return { ...found, rows: ordersOf(ids).map(rowOf) };
    },
    position: index.position,
    numbers: (query, asking, span) => [...index.numbers(query, asking, span)],
    counts: index.counts,
    row: (id) => {
      const order = book.order(id);
      return order === null ? null : { row: rowOf(order), more: order.more };
    },
    orders: (ids) => ids.map(book.order),
    payments: (ids) => ids.map(factsOf),
    pending: pending.window,
    pendingNumbers: pending.numbers,
    pendingRow: pending.row,
    arrivals,
    insights: index.insights,
    unreadable: file.unreadable,
    csv: (query, asking, columns, range) => {
      const { offset, limit } = range;
      if (offset === 0) exported = index.numbers(query, asking, null);
      const ids = [...exported.subarray(offset, offset + limit)];
      // The last piece: nothing of it is kept.
      if (offset + limit >= exported.length) exported = NONE;
      return new TextEncoder().encode(orderCsv(ordersOf(ids).map(rowOf), columns, offset === 0));
    },
  };
}
