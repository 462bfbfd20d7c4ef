// The payments that wait for somebody: oldest first, wherever this desk has learned of them.
import { moneyText } from '../../shared/domain/money.ts';
import type { PendingWindow } from '../../shared/ipc/order-schemas.ts';
import type { Book, KnownPayment } from '../store/book.ts';
import type { Order } from '../store/facts.ts';
import { paymentViewOf } from '../store/order-view.ts';

interface Pending {
  readonly known: KnownPayment;
  readonly order: Order | null;
}

export interface PendingReader {
  window(offset: number, limit: number): PendingWindow;
}

export function createPendingReader(book: Book): PendingReader {
  let last: { revision: number; list: readonly Pending[]; embedded: boolean } = { revision: -1, list: [], embedded: true };

  const current = (): typeof last => {
    if (last.revision !== book.revision()) last = { revision: book.revision(), ...collect(book) };
    return last;
  };

  return {
    window: (offset, limit) => {
      const { revision, list, embedded } = current();
      const sum = list.reduce((total, { known }) => total + (known.payment.amount ?? 0n), 0n);
      const rows = list.slice(offset, offset + limit).map(({ known, order }) => ({
        payment: paymentViewOf(known),
        product: order?.product ?? null,
        customer: order?.customer ?? null,
      }));
      return { revision, total: list.length, sum: moneyText(sum), rows, embedded };
    },
  };
}

function collect(book: Book): { list: readonly Pending[]; embedded: boolean } {
  const list: Pending[] = [];
  let embedded = true;
  const add = (known: KnownPayment, order: Order | null): void => {
    if (known.payment.status === 'pending') list.push({ known, order });
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
