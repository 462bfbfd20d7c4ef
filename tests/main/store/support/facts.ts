// Orders and payments as main holds them, for tests that say only what matters to them.

import type { Order, Payment } from '../../../../src/main/store/facts.ts';
import { readMoney } from '../../../../src/shared/domain/money.ts';

export function amount(text: string): bigint {
  const read = readMoney(text);
  if (read === null) throw new Error(`no amount: ${text}`);
  return read;
}

export function anOrder(id: number, more: Partial<Order> = {}): Order {
  return {
    id,
    product: `Product ${id}`,
    customer: null,
    quantity: amount('1'),
    price: amount('10'),
    createdAt: '2026-10-01T09:00:00.000Z',
    payments: [],
    more: [],
    ...more,
  };
}

export function aPayment(id: number, status: string | null, more: Partial<Payment> = {}): Payment {
  return { id, order: null, amount: amount('10'), status, createdAt: '2026-10-01T10:00:00.000Z', ...more };
}
