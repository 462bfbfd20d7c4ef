// The payments that wait for somebody: oldest first, wherever this desk has learned of them.
import { moneyText } from '../../shared/domain/money.ts';
import type { PendingRow, PendingWindow } from '../../shared/ipc/order-schemas.ts';
import type { Book, KnownPayment } from '../store/book.ts';
import type { Order } from '../store/facts.ts';
import { paymentViewOf } from '../store/order-view.ts';

interface Pending {
  readonly known: KnownPayment;
  readonly order: Order | null;
}

export interface PendingReader {
  /** @param keep payments that were decided since the last asking keep their places. */
  window(offset: number, limit: number, keep: boolean): PendingWindow;
  /** One payment, pending or not; null where this desk has not learned of it. */
  peek(id: number): PendingRow | null;
  /** The numbers of the payments from one place to another of the list as it was last told; null: of all that are pending. */
  numbers(span: { readonly first: number; readonly last: number } | null): readonly number[];
}

export function createPendingReader(book: Book): PendingReader {
  let last: { revision: number; list: readonly Pending[]; embedded: boolean } = { revision: -1, list: [], embedded: true };
  let kept: ReadonlySet<number> = new Set();

  const current = (keep: boolean): typeof last => {
    const shown = keep ? new Set(last.list.map(({ known }) => known.payment.id)) : new Set<number>();
    if (last.revision !== book.revision() || kept.size > shown.size) last = { revision: book.revision(), ...collect(book, shown) };
    kept = shown;
    return last;
  };

  return {
    window: (offset, limit, keep) => {
      const { revision, list, embedded } = current(keep);
      const pending = list.filter(isPending);
      const sum = pending.reduce((total, { known }) => total + (known.payment.amount ?? 0n), 0n);
      const rows = list.slice(offset, offset + limit).map(rowOf);
      return { revision, total: list.length, pending: pending.length, sum: moneyText(sum), rows, embedded };
    },
    peek: (id) => {
      const known = book.payment(id);
      if (known === null) return null;
      const { order } = known.payment;
      return rowOf({ known, order: order === null ? null : book.order(order) });
    },
    numbers: (span) => {
      if (span === null) return collect(book, new Set()).list.map(({ known }) => known.payment.id);
      return last.list.slice(span.first, span.last + 1).map(({ known }) => known.payment.id);
    },
  };
}

function rowOf({ known, order }: Pending): PendingRow {
  return { payment: paymentViewOf(known), product: order?.product ?? null, customer: order?.customer ?? null };
}

function isPending({ known }: Pending): boolean {
  return known.payment.status === 'pending';
}

/** @param shown listed before, and to stay, whatever has become of them. */
function collect(book: Book, shown: ReadonlySet<number>): { list: readonly Pending[]; embedded: boolean } {
  const list: Pending[] = [];
  let embedded = true;
  const add = (known: KnownPayment, order: Order | null): void => {
    if (known.payment.status === 'pending' || shown.has(known.payment.id)) list.push({ known, order });
  };
  for (const order of book.orders()) {
    const payments = book.paymentsOf(order);
    // One order that leaves them out, or names them by bare numbers, and the list may lack something.
    embedded &&= order.payments !== null && payments?.every(({ payment }) => payment.status !== null) === true;
    for (const known of payments ?? []) add(known, order);
  }
  for (const known of book.strayPayments()) add(known, null);
  return { list: list.toSorted(byAge), embedded };
}

/** A payment without a time of its own is as old as its order; after that, lower numbers are older. */
function byAge(a: Pending, b: Pending): number {
  const [left, right] = [ageKey(a), ageKey(b)];
  return left < right ? -1 : left > right ? 1 : a.known.payment.id - b.known.payment.id;
}

function ageKey({ known, order }: Pending): string {
  return known.payment.createdAt ?? order?.createdAt ?? '';
}
