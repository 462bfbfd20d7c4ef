// A payment, its statuses, and what the payments of an order say together.
import type { Money } from './money.ts';

/** The statuses that the guide documents, in the order in which buttons offer them. */
export const PAYMENT_STATUSES = ['completed', 'failed', 'pending'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export function isPaymentStatus(text: string | null): text is PaymentStatus {
  return PAYMENT_STATUSES.some((status) => status === text);
}

/**
 * How a payment stands on this desk. `settled`: as the server said. Otherwise a mark of it is in the journal: `held` while it can be undone,
 * `waiting` until it can be sent, `sending`, `unknown` after a lost answer, `conflict` where somebody else changed it meanwhile.
 */
export const STANDINGS = ['settled', 'held', 'waiting', 'sending', 'unknown', 'conflict'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What the payments of one order come to. `not-told`: the server embeds no payments and this desk has seen none. */
export const ORDER_PAYMENT_STATES = ['pending', 'completed', 'failed', 'partly-paid', 'no-payment', 'not-told'] as const;
export type OrderPaymentState = (typeof ORDER_PAYMENT_STATES)[number];

interface PaymentFacts {
  readonly amount: Money | null;
  readonly status: string | null;
}

/** The sum of the completed payments; amounts that could not be read count as nothing. */
export function paidSum(payments: readonly PaymentFacts[]): Money {
  return payments.reduce((sum, payment) => (payment.status === 'completed' ? sum + (payment.amount ?? 0n) : sum), 0n);
}

/**
 * Pending wins, since somebody must act on it; then what is paid against what is owed.
 * @param total quantity × price, or null when the server's answer did not give it.
 * @param payments null when the server does not tell.
 */
export function orderPaymentState(total: Money | null, payments: readonly PaymentFacts[] | null): OrderPaymentState {
  if (payments === null) return 'not-told';
  if (payments.length === 0) return 'no-payment';
  if (payments.some((payment) => payment.status === 'pending')) return 'pending';
  if (payments.some((payment) => payment.status === 'completed')) {
    return total === null || paidSum(payments) >= total ? 'completed' : 'partly-paid';
  }
  return payments.some((payment) => payment.status === 'failed') ? 'failed' : 'not-told';
}
