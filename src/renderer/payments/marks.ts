// Marking a payment from anywhere on screen: one mark at a time for each payment, and its result in words.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatMoney } from '../../shared/domain/money.ts';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { PaymentView } from '../../shared/ipc/order-schemas.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';

export interface MarksState {
  /** What each payment is just being marked as, by payment number. */
  readonly underWay: ReadonlyMap<number, PaymentStatus>;
  /** @returns whether the server confirmed it; false, too, when one is already under way. */
  mark(payment: number, to: PaymentStatus): Promise<boolean>;
}

export type MarksStore = StoreApi<MarksState>;

export function createMarksStore(client: Client, announcements: Announcements, currency: () => string): MarksStore {
  return createStore<MarksState>((set, get) => ({
    underWay: new Map(),
    async mark(payment, to) {
      if (get().underWay.has(payment)) return false;
      set({ underWay: new Map(get().underWay).set(payment, to) });
      const result = await client.request('payments.mark', { payment, to });
      const rest = new Map(get().underWay);
      rest.delete(payment);
      set({ underWay: rest });
      const { announce, fail } = announcements.getState();
      if (result.ok) announce(markedText(result.value.payment, to, currency()));
      else fail(notMarkedText(payment, to, result.error));
      return result.ok;
    },
  }));
}

/** `Payment 12 of order 34 marked completed: 450.00` */
export function markedText(payment: PaymentView, to: PaymentStatus, currency: string): string {
  const of = payment.order === null ? '' : ` of order ${payment.order}`;
  const amount = payment.amount === null ? '' : `: ${formatMoney(payment.amount, currency)}`;
  return `Payment ${payment.id}${of} marked ${to}${amount}`;
}

export function notMarkedText(payment: number, to: PaymentStatus, error: AppError): string {
  // "Not marked" would be a claim when nobody knows.
  const opening = error.kind === 'outcome-unknown' ? `Payment ${payment}.` : `Payment ${payment} was not marked ${to}.`;
  return `${opening} ${describeError(error)}`;
}
