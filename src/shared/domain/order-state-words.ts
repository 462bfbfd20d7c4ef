// What the statuses of whole orders are called, on the screen as in a file.
import type { OrderPaymentState } from './payment.ts';

export const ORDER_STATE_WORDS: Readonly<Record<OrderPaymentState, string>> = {
  pending: 'Pending',
  'partly-paid': 'Partly paid',
  completed: 'Completed',
  failed: 'Failed',
  'no-payment': 'No payment',
  'not-told': 'Not told',
};
