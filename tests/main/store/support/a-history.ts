// A history in memory whose marks a test sets by hand, in place of the journal.
import { openBook } from '../../../../src/main/store/book-door.ts';
import type { HistoryDoor } from '../../../../src/main/store/door.ts';
import { createHistoryBook, type HistoryBook } from '../../../../src/main/store/history-book.ts';
import type { PaymentMark } from '../../../../src/shared/domain/payment-mark.ts';

export interface MarkedHistory extends HistoryBook {
  /** null: the journal says nothing of this payment any more. */
  mark(payment: number, mark: (Pick<PaymentMark, 'standing' | 'asked'> & Partial<PaymentMark>) | null): void;
  /** How often the page was told of a change. */
  changes(): number;
  readonly log: string[];
}

export function aHistory(door: HistoryDoor = openBook()): MarkedHistory {
  const marks = new Map<number, PaymentMark>();
  const log: string[] = [];
  let changes = 0;
  const book = createHistoryBook({
    door,
    changed: () => {
      changes += 1;
    },
    markOf: (payment) => marks.get(payment) ?? null,
    asking: () => ({ now: Date.UTC(2026, 9, 22, 10), zone: 'UTC' }),
    log: (line) => log.push(line),
  });
  return {
    ...book,
    log,
    changes: () => changes,
    mark: (payment, mark) => {
      if (mark === null) marks.delete(payment);
      else marks.set(payment, { operation: `mark of ${payment}`, until: null, ...mark });
      book.marksMoved();
    },
  };
}
