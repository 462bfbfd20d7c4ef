// A book whose marks a test sets by hand, in place of the journal.
import { type Book, createBook } from '../../../../src/main/store/book.ts';
import type { PaymentMark } from '../../../../src/shared/domain/payment-mark.ts';

export interface MarkedBook extends Book {
  /** null: the journal says nothing of this payment any more. */
  mark(payment: number, mark: (Pick<PaymentMark, 'standing' | 'asked'> & Partial<PaymentMark>) | null): void;
}

export function aBook(changed: () => void = () => undefined): MarkedBook {
  const marks = new Map<number, PaymentMark>();
  const book = createBook({ changed, markOf: (payment) => marks.get(payment) ?? null });
  return {
    ...book,
    mark: (payment, mark) => {
      if (mark === null) marks.delete(payment);
      else marks.set(payment, { operation: `mark of ${payment}`, until: null, ...mark });
      book.marksMoved();
    },
  };
}
