// The chips above the history, in the order of their keys: 0 is all of them.
import type { OrderPaymentState } from '../../shared/domain/payment.ts';
import type { HistoryQuery } from '../../shared/ipc/order-schemas.ts';

export const CHIPS = [
  'pending',
  'partly-paid',
  'completed',
  'failed',
  'no-payment',
  'not-told',
] as const satisfies readonly OrderPaymentState[];

/** `1` is the first chip; `0` none of them. */
export function chipKey(state: OrderPaymentState | null): string {
  return state === null ? '0' : String(CHIPS.indexOf(state) + 1);
}

/** A chip that is on goes off; there is one at most. */
export function withChip(query: HistoryQuery, state: OrderPaymentState | null): HistoryQuery {
  return { ...query, state: query.state === state ? null : state };
}
