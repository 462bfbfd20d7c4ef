// What an operation that has just moved means for the rows on the screen. A settled one changes none: what the server says then comes with the
// next answer of the list.
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
  const mark = paymentMarkOf(operation);
  if (wish.kind !== 'mark' || mark === null) return (payment) => payment;
  return (payment) => (payment.id === wish.payment && !says(payment, mark) ? { ...payment, ...mark } : payment);
}

function says(payment: PaymentView, { standing, operation, until }: PaymentMark): boolean {
  return payment.standing === standing && payment.operation === operation && payment.until === until;
}
