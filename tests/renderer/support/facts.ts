// Believable orders and payments for the page's tests.
import type { OrderRow, PaymentView } from '../../../src/shared/ipc/order-schemas.ts';

export function payment(id: number, changes: Partial<PaymentView> = {}): PaymentView {
  return {
    id,
    order: 34,
    amount: '450.00',
    status: 'pending',
    createdAt: null,
    standing: 'settled',
    asked: null,
    operation: null,
    until: null,
    ...changes,
  };
}

export function order(id: number, changes: Partial<OrderRow> = {}): OrderRow {
  return {
    id,
    product: 'Acer',
    customer: null,
    quantity: '1',
    price: '450.00',
    total: '450.00',
    paid: '0.00',
    due: '450.00',
    createdAt: null,
    state: 'pending',
    payments: [],
    ...changes,
  };
}

/** Lets everything that waits on answered promises go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
