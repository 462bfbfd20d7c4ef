// What a dry run needs to know of the chosen rows, fetched in pieces: a shop's thousands would hold up everything else at once.
import type { PaymentMark } from '../../shared/domain/payment-mark.ts';
import type { Order, Payment } from '../store/facts.ts';
import type { HistoryBook } from '../store/history-book.ts';

export interface KnownPayment {
  readonly payment: Payment;
  readonly mark: PaymentMark | null;
}

export type OrderFacts = Pick<Order, 'id' | 'product'>;

export interface Facts {
  /** `payments` null: nothing is known of any. */
  order(id: number): { readonly order: OrderFacts | null; readonly payments: readonly KnownPayment[] | null };
  payment(id: number): { readonly known: KnownPayment | null; readonly order: OrderFacts | null };
}

export type FactsBook = Pick<HistoryBook, 'orders' | 'payments' | 'markOf'>;

/** Rows of one piece. */
const PIECE = 2_000;

export async function gatherFacts(book: FactsBook, by: 'orders' | 'payments', ids: readonly number[]): Promise<Facts> {
  const orders = by === 'orders' ? await inPieces(book.orders, ids) : new Map<number, never>();
  const payments = by === 'payments' ? await inPieces(book.payments, ids) : new Map<number, never>();
  const known = (payment: Payment): KnownPayment => ({ payment, mark: book.markOf(payment.id) });
  return {
    order: (id) => {
      const order = orders.get(id) ?? null;
      return { order, payments: order?.payments?.map(known) ?? null };
    },
    payment: (id) => {
      const facts = payments.get(id);
      return { known: facts === undefined ? null : known(facts.payment), order: facts?.order ?? null };
    },
  };
}

async function inPieces<T>(
  ask: (ids: readonly number[]) => Promise<readonly (T | null)[]>,
  ids: readonly number[],
): Promise<Map<number, T>> {
  const found = new Map<number, T>();
  for (let from = 0; from < ids.length; from += PIECE) {
    const piece = ids.slice(from, from + PIECE);
    for (const [place, fact] of (await ask(piece)).entries()) {
      const id = piece[place];
      if (fact !== null && id !== undefined) found.set(id, fact);
    }
  }
  return found;
}
