// Makes the rows that the page shows out of what is known of an order, marks aside.
import { type Money, moneyText, timesQuantity } from '../../shared/domain/money.ts';
import { orderPaymentState, paidSum } from '../../shared/domain/payment.ts';
import type { OrderRow, PaymentView } from '../../shared/ipc/order-schemas.ts';
import type { Order, Payment } from './facts.ts';

/** @param order with everything that has been told of its payments */
export function rowOf(order: Order): OrderRow {
  const { payments } = order;
  const total = order.price === null || order.quantity === null ? null : timesQuantity(order.price, order.quantity);
  const paid = payments === null || payments.some(mayHavePaid) ? null : paidSum(payments);
  const due = total === null || paid === null ? null : total - paid;
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
    state: orderPaymentState(total, payments),
    payments: payments?.map(paymentViewOf) ?? null,
  };
}

/** Marks are main's to add. */
export function paymentViewOf(payment: Payment): PaymentView {
  return { ...payment, amount: textOrNull(payment.amount), standing: 'settled', asked: null, operation: null, until: null };
}

/** Of such a payment it is not known what it comes to, so no sum with it is told. */
function mayHavePaid({ status, amount }: Payment): boolean {
  return status === null || (status === 'completed' && amount === null);
}

function textOrNull(amount: Money | null): string | null {
  return amount === null ? null : moneyText(amount);
}

/** `5`, not `5.00`: a quantity is counted, unless it is weighed. */
function quantityText(quantity: Money | null): string | null {
  return quantity === null ? null : moneyText(quantity).replace(/\.?0+$/, '');
}
