// Half-typed new orders and payments: they survive a closed dialog and another screen, and remember when a result was lost.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatMoney } from '../../shared/domain/money.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';
import { type FieldErrors, sortError } from '../ui/field-errors.ts';
import { EMPTY_ORDER, ORDER_NAMES, type OrderDraft, type OrderField, PAYMENT_NAMES } from './new-order-form.ts';

export interface DraftProblem<F extends string> {
  readonly fields: FieldErrors<F>;
  readonly summary: string | null;
  /** It was sent and the answer was lost: sending it again takes a deliberate second step. */
  readonly unknown: boolean;
}

export interface PaymentDraft {
  /** null: untouched, so it shows what is due. */
  readonly amount: string | null;
  readonly problem: DraftProblem<'amount'>;
}

export const NO_PROBLEM = { fields: {}, summary: null, unknown: false } as const;
const UNTOUCHED: PaymentDraft = { amount: null, problem: NO_PROBLEM };

export interface DraftsState {
  readonly newOrderOpen: boolean;
  readonly newOrder: OrderDraft;
  readonly newOrderProblem: DraftProblem<OrderField>;
  /** The order whose payment is being recorded, or null. */
  readonly paymentFor: number | null;
  readonly payments: ReadonlyMap<number, PaymentDraft>;
  openNewOrder(open: boolean): void;
  changeNewOrder(draft: OrderDraft, problem?: DraftProblem<OrderField>): void;
  /** @returns the new order's number, `'unnumbered'` when the server told none, or null when it was not created. */
  createOrder(): Promise<number | 'unnumbered' | null>;
  openPayment(order: number | null): void;
  changePayment(order: number, draft: PaymentDraft): void;
  /** @returns the new payment's number, or null when it was not recorded. */
  recordPayment(order: number, amount: string): Promise<number | null>;
}

export type DraftsStore = StoreApi<DraftsState>;

export function paymentDraft(state: DraftsState, order: number): PaymentDraft {
  return state.payments.get(order) ?? UNTOUCHED;
}

export function createDraftsStore(client: Client, announcements: Announcements, currency: () => string): DraftsStore {
  return createStore<DraftsState>((set, get) => ({
    newOrderOpen: false,
    newOrder: EMPTY_ORDER,
    newOrderProblem: NO_PROBLEM,
    paymentFor: null,
    payments: new Map(),
    openNewOrder: (newOrderOpen) => set({ newOrderOpen }),
    changeNewOrder: (newOrder, problem) => set(problem === undefined ? { newOrder } : { newOrder, newOrderProblem: problem }),
    async createOrder() {
      const result = await client.request('orders.create', get().newOrder);
      if (!result.ok) {
        const { fields, summary } = sortError(result.error, ORDER_NAMES);
        set({
          newOrderProblem: { fields, summary: summary ?? describeError(result.error), unknown: result.error.kind === 'outcome-unknown' },
        });
        return null;
      }
      set({ newOrderOpen: false, newOrder: EMPTY_ORDER, newOrderProblem: NO_PROBLEM });
      const { id } = result.value;
      announcements.getState().announce(id === null ? 'The order was created.' : `Order ${id} was created.`);
      return id ?? 'unnumbered';
    },
    openPayment: (paymentFor) => set({ paymentFor }),
    changePayment: (order, draft) => set({ payments: new Map(get().payments).set(order, draft) }),
    async recordPayment(order, amount) {
      const result = await client.request('payments.record', { order, amount });
      if (!result.ok) {
        const { fields, summary } = sortError(result.error, PAYMENT_NAMES);
        const problem = { fields, summary: summary ?? describeError(result.error), unknown: result.error.kind === 'outcome-unknown' };
        get().changePayment(order, { amount, problem });
        return null;
      }
      const payments = new Map(get().payments);
      payments.delete(order);
      set({ payments, paymentFor: null });
      announcements
        .getState()
        .announce(`Payment ${result.value.id} recorded for order ${order}: ${formatMoney(result.value.amount ?? amount, currency())}`);
      return result.value.id;
    },
  }));
}
