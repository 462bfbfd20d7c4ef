// What order and payment statuses are called on screen, and which look each has. Pure.
import type { OrderPaymentState, PaymentStatus } from '../../shared/domain/payment.ts';
import { isPaymentStatus } from '../../shared/domain/payment.ts';
import type { OrderRow, PaymentView } from '../../shared/ipc/order-schemas.ts';
import { readableText } from '../ui/server-text.ts';

/** Each look is a shape and a colour; the word always stands beside it. */
export type Look = 'good' | 'bad' | 'wait' | 'part' | 'none' | 'sending' | 'unknown';

export interface StatusWords {
  readonly word: string;
  readonly look: Look;
}

export const STATE_WORDS: Readonly<Record<OrderPaymentState, StatusWords>> = {
  pending: { word: 'Pending', look: 'wait' },
  'partly-paid': { word: 'Partly paid', look: 'part' },
  completed: { word: 'Completed', look: 'good' },
  failed: { word: 'Failed', look: 'bad' },
  'no-payment': { word: 'No payment', look: 'none' },
  'not-told': { word: 'Not told', look: 'none' },
};

const PAYMENT_WORDS: Readonly<Record<PaymentStatus, StatusWords>> = {
  completed: { word: 'Completed', look: 'good' },
  failed: { word: 'Failed', look: 'bad' },
  pending: { word: 'Pending', look: 'wait' },
};

/** What is known of a payment on this desk; a mark on its way or lost goes before the server's last word. */
export function paymentWords(payment: Pick<PaymentView, 'status' | 'standing'>): StatusWords {
  if (payment.standing === 'sending') return { word: 'Sending…', look: 'sending' };
  if (payment.standing === 'unknown') return { word: 'Not known', look: 'unknown' };
  if (isPaymentStatus(payment.status)) return PAYMENT_WORDS[payment.status];
  return { word: payment.status === null ? 'Not told' : readableText(payment.status), look: 'none' };
}

/** The status of a whole order: any payment on its way or lost shows on its row. */
export function orderWords(order: Pick<OrderRow, 'state' | 'payments'>): StatusWords {
  const standings = order.payments?.map((payment) => payment.standing) ?? [];
  if (standings.includes('unknown')) return { word: 'Not known', look: 'unknown' };
  if (standings.includes('sending')) return { word: 'Sending…', look: 'sending' };
  return STATE_WORDS[order.state];
}

/** The sentence under a payment whose mark is not settled; null when there is nothing to add. */
export function standingSentence(payment: PaymentView): string | null {
  const asked = payment.asked ?? 'changed';
  if (payment.standing === 'sending') return `Being marked ${asked}…`;
  if (payment.standing === 'unknown') return `Not known: was asked to be ${asked}, the answer was lost.`;
  return null;
}
