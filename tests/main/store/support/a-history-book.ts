// A history in memory whose marks a test sets by hand, in place of the journal.

import type { HistoryDoor, HistoryFileProblem } from '../../../../src/main/store/door.ts';
import type { Order } from '../../../../src/main/store/facts.ts';
import { createHistoryBook, type HistoryBook } from '../../../../src/main/store/history-book.ts';
import { openHistoryInPlace } from '../../../../src/main/store/open-history.ts';
import type { PaymentMark } from '../../../../src/shared/domain/payment-mark.ts';
import { ADA, bytesOf, onTheWire } from './a-history.ts';

export interface MarkedHistory extends HistoryBook {
  /** null: the journal says nothing of this payment any more. */
  mark(payment: number, mark: (Pick<PaymentMark, 'standing' | 'asked'> & Partial<PaymentMark>) | null): void;
  /** The server tells these orders and no others. */
  pull(orders: readonly Order[], asked?: number): Promise<void>;
  /** How often the page was told of a change. */
  changes(): number;
  readonly log: string[];
  readonly troubles: HistoryFileProblem[];
}

export function aHistoryBook(door: HistoryDoor = openHistoryInPlace(':memory:')): MarkedHistory {
  const marks = new Map<number, PaymentMark>();
  const log: string[] = [];
  const troubles: HistoryFileProblem[] = [];
  let changes = 0;
  const book = createHistoryBook({
    door,
    changed: () => {
      changes += 1;
    },
    trouble: (problem) => troubles.push(problem),
    markOf: (payment) => marks.get(payment) ?? null,
    asking: () => ({ now: Date.UTC(2026, 9, 22, 10), zone: 'UTC' }),
    log: (line) => log.push(line),
  });
  return {
    ...book,
    log,
    troubles,
    pull: async (orders, asked = book.now()) => {
      await door.beginPull({ asked, person: ADA });
      await door.pageBytes(1, bytesOf(orders.map(onTheWire)));
      await door.endPage(1, 'application/json');
      await door.finishPull('2026-10-22T10:00:00.000Z', null);
    },
    changes: () => changes,
    mark: (payment, mark) => {
      if (mark === null) marks.delete(payment);
      else marks.set(payment, { operation: `mark of ${payment}`, until: null, ...mark });
      book.marksMoved();
    },
  };
}
