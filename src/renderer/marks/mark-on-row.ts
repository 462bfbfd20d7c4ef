// What an operation that has just moved means for the rows on the screen. What a settled one has come to is told by the list's next answer; only
// of one that was undone it is known here that all is as before.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { type PaymentMark, paymentMarkOf } from '../../shared/domain/payment-mark.ts';
import type { OrderRow, PaymentView, PendingRow } from '../../shared/ipc/order-schemas.ts';

export function pendingWithMark(operation: Operation): (row: PendingRow) => PendingRow {
  const mark = markOn(operation);
  return (row) => {
    const payment = mark(row.payment);
    return payment === row.payment ? row : { ...row, payment };
  };
}

export function orderWithMark(operation: Operation): (row: OrderRow) => OrderRow {
  const mark = markOn(operation);
  return (row) => {
    const payments = row.payments?.map(mark) ?? null;
    return payments === null || payments.every((payment, index) => payment === row.payments?.[index]) ? row : { ...row, payments };
  };
}

function markOn(operation: Operation): (payment: PaymentView) => PaymentView {
  const { wish } = operation;
  const mark = operation.state.name === 'undone' ? NO_MARK : paymentMarkOf(operation);
  if (wish.kind !== 'mark' || mark === null) return (payment) => payment;
  // Another's mark of the same payment stands as it is.
  const concerns = ({ id, operation: own }: PaymentView) => id === wish.payment && (mark !== NO_MARK || own === operation.id);
  return (payment) => (concerns(payment) && !says(payment, mark) ? { ...payment, ...mark } : payment);
}

/**
 * Whether rows still show a mark that has been settled: an answer may overtake the events that were sent before it, and what they wrote over it
 * would stand for ever. Such rows are to be asked for again.
 */
export function isLeftBehind({ id, state, wish }: Operation, payments: readonly PaymentView[]): boolean {
  return wish.kind === 'mark' && paymentMarkOf({ id, state, wish }) === null && payments.some(({ operation }) => operation === id);
}

const NO_MARK = { standing: 'settled', asked: null, operation: null, until: null } as const;

function says(payment: PaymentView, { standing, operation, until }: PaymentMark | typeof NO_MARK): boolean {
  return payment.standing === standing && payment.operation === operation && payment.until === until;
}
