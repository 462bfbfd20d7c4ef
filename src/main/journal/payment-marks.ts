// Which payments have a mark in the journal that is not settled: what their rows show beside the server's last word.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { type PaymentMark, paymentMarkOf } from '../../shared/domain/payment-mark.ts';
import type { Operations } from './operations.ts';

export interface PaymentMarks {
  of(payment: number): PaymentMark | null;
  /** To be called when the identity is left. */
  stop(): void;
}

/**
 * Whoever asked for it: two people's marks of one payment are the same to the server.
 * @param moved told of every move of a mark at this server, after `of` has it.
 * @param timeNow ISO 8601
 */
export function createPaymentMarks(
  operations: Pick<Operations, 'unsettled' | 'subscribe'>,
  server: string,
  moved: (operation: Operation) => void,
  timeNow: () => string,
): PaymentMarks {
  const marks = new Map<number, PaymentMark>();
  const take = (operation: Operation): void => {
    const { wish } = operation;
    if (wish.kind !== 'mark') return;
    const mark = paymentMarkOf(operation);
    if (mark !== null) marks.set(wish.payment, mark);
    else if (marks.get(wish.payment)?.operation === operation.id) marks.delete(wish.payment);
  };
  for (const operation of operations.unsettled()) if (operation.owner.server === server) take(operation);
  const stop = operations.subscribe((change) => {
    if (change.kind !== 'operation' || change.operation.owner.server !== server) return;
    take(change.operation);
    moved(change.operation);
  });
  return {
    of: (payment) => {
      const mark = marks.get(payment) ?? null;
      // Of a large batch most wait for their turn when the hold is long over: there are no seconds left to show.
      const over = mark?.until != null && mark.until <= timeNow();
      return over ? { ...mark, standing: 'waiting', until: null } : mark;
    },
    stop,
  };
}
