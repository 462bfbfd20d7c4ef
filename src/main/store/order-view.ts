// Makes the rows that the page shows out of what the book knows.
import { type Money, moneyText, timesQuantity } from '../../shared/domain/money.ts';
import { orderPaymentState, paidSum } from '../../shared/domain/payment.ts';
import type { OrderRow, PaymentView } from '../../shared/ipc/order-schemas.ts';
import type { Book, KnownPayment } from './book.ts';
import type { Order, Payment } from './facts.ts';

/** An order with everything that is derived from it, in numbers: what sorting and counting work on. */
export interface DerivedOrder {
  readonly order: Order;
  readonly total: Money | null;
  readonly paid: Money | null;
  readonly due: Money | null;
  readonly state: OrderRow['state'];
  readonly payments: readonly KnownPayment[] | null;
}

export function derive(book: Book, order: Order): DerivedOrder {
  return deriveWith(order, book.paymentsOf(order));
}

/** @param order with everything that has been told of its payments */
export function rowOf(order: Order): OrderRow {
  return orderRowOf(deriveWith(order, order.payments?.map((payment) => ({ payment, mark: null })) ?? null));
}

function deriveWith(order: Order, payments: readonly KnownPayment[] | null): DerivedOrder {
  const facts = payments?.map(({ payment }) => payment) ?? null;
  const total = order.price === null || order.quantity === null ? null : timesQuantity(order.price, order.quantity);
  const paid = facts === null || facts.some(mayHavePaid) ? null : paidSum(facts);
  const due = total === null || paid === null ? null : total - paid;
  return { order, total, paid, due, state: orderPaymentState(total, facts), payments };
}

/** Of such a payment it is not known what it comes to, so no sum with it is told. */
function mayHavePaid({ status, amount }: Payment): boolean {
  return status === null || (status === 'completed' && amount === null);
}

export function orderRowOf({ order, total, paid, due, state, payments }: DerivedOrder): OrderRow {
  return {
    id: order.id,
    product: order.product,
    customer: order.customer,
    quantity: quantityText(order.quantity),
    price: textOrNull(order.price),
    total: textOrNull(total),
    paid: textOrNull(paid),
    due: textOrNull(due),
    createdAt: order.createdAt,
    state,
    payments: payments?.map(paymentViewOf) ?? null,
  };
}

export function paymentViewOf({ payment, mark }: KnownPayment): PaymentView {
  const told = { ...payment, amount: textOrNull(payment.amount) };
  return mark === null ? { ...told, standing: 'settled', asked: null, operation: null, until: null } : { ...told, ...mark };
}

function textOrNull(amount: Money | null): string | null {
  return amount === null ? null : moneyText(amount);
}

/** `5`, not `5.00`: a quantity is counted, unless it is weighed. */
function quantityText(quantity: Money | null): string | null {
  return quantity === null ? null : moneyText(quantity).replace(/\.?0+$/, '');
}
