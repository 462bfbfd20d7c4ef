// Half-typed new orders and payments: they survive a closed dialog and another screen, and remember when a result was lost.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatMoney } from '../../shared/domain/money.ts';
import { isSettled } from '../../shared/domain/operation.ts';
import type { Operation, OperationState, Wish } from '../../shared/domain/operation-schemas.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { CreationOutput } from '../../shared/ipc/order-schemas.ts';
import type { Result } from '../../shared/result.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';
import { type FieldErrors, sortError } from '../ui/field-errors.ts';
import { EMPTY_ORDER, ORDER_NAMES, type OrderDraft, type OrderField, PAYMENT_NAMES } from './new-order-form.ts';

export interface DraftProblem<F extends string> {
  readonly fields: FieldErrors<F>;
  readonly summary: string | null;
  /** The operation that was sent and whose answer was lost: sending it again takes a deliberate second step. */
  readonly lost: string | null;
}

export interface PaymentDraft {
  /** null: untouched, so it shows what is due. */
  readonly amount: string | null;
  readonly problem: DraftProblem<'amount'>;
}

export const NO_PROBLEM = { fields: {}, summary: null, lost: null } as const;
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
  /** @returns what `createOrder` does. */
  orderCreated(id: number | null): number | 'unnumbered';
  openPayment(order: number | null): void;
  changePayment(order: number, draft: PaymentDraft): void;
  /** @returns the new payment's number, or null when it was not recorded. */
  recordPayment(order: number, amount: string): Promise<number | null>;
  paymentRecorded(order: number, amount: string, id: number | null): number | null;
  /** What was lost has been found: its form has done its work. Or a person has decided that it was not made: then it may be asked for anew. */
  settled(operation: Operation): void;
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
      const { newOrder, newOrderProblem } = get();
      const result = await client.request('orders.create', { ...newOrder, again: newOrderProblem.lost });
      if (!result.ok || result.value.outcome === 'unknown') {
        set({ newOrderProblem: problemOf(result, ORDER_NAMES, 'order') });
        return null;
      }
      return get().orderCreated(result.value.id);
    },
    orderCreated(id) {
      set({ newOrderOpen: false, newOrder: EMPTY_ORDER, newOrderProblem: NO_PROBLEM });
      announcements.getState().announce(id === null ? 'The order was created.' : `Order ${id} was created.`);
      return id ?? 'unnumbered';
    },
    openPayment: (paymentFor) => set({ paymentFor }),
    changePayment: (order, draft) => set({ payments: new Map(get().payments).set(order, draft) }),
    async recordPayment(order, amount) {
      const { lost } = paymentDraft(get(), order).problem;
      const result = await client.request('payments.record', { order, amount, again: lost });
      if (!result.ok || result.value.outcome === 'unknown') {
        get().changePayment(order, { amount, problem: problemOf(result, PAYMENT_NAMES, 'payment') });
        return null;
      }
      return get().paymentRecorded(order, amount, result.value.id);
    },
    paymentRecorded(order, amount, id) {
      const payments = new Map(get().payments);
      payments.delete(order);
      set({ payments, paymentFor: get().paymentFor === order ? null : get().paymentFor });
      const name = id === null ? 'A payment' : `Payment ${id}`;
      announcements.getState().announce(`${name} recorded for order ${order}: ${formatMoney(amount, currency())}`);
      return id;
    },
    settled({ id, state, wish }) {
      if (!isSettled(state)) return;
      if (wish.kind === 'create-order' && get().newOrderProblem.lost === id) settleOrder(get(), madeBy(state));
      if (wish.kind === 'record-payment' && paymentDraft(get(), wish.order).problem.lost === id) settlePayment(get(), wish, madeBy(state));
    },
  }));
}

function problemOf<F extends string>(
  result: Result<CreationOutput>,
  names: Readonly<Record<string, F>>,
  thing: 'order' | 'payment',
): DraftProblem<F> {
  if (result.ok) {
    const lost = result.value.outcome === 'unknown' ? result.value.operation : null;
    return { ...sortError({ kind: 'busy', thing }, names), summary: describeError({ kind: 'outcome-unknown', thing, status: null }), lost };
  }
  return { ...sortError(result.error, names), lost: null };
}

interface Made {
  readonly number: number | null;
}

function settleOrder({ orderCreated, changeNewOrder, newOrder }: DraftsState, made: Made | null): void {
  if (made === null) changeNewOrder(newOrder, NO_PROBLEM);
  else orderCreated(made.number);
}

function settlePayment(drafts: DraftsState, { order, amount }: Extract<Wish, { kind: 'record-payment' }>, made: Made | null): void {
  if (made === null) drafts.changePayment(order, { ...paymentDraft(drafts, order), problem: NO_PROBLEM });
  else drafts.paymentRecorded(order, amount, made.number);
}

/** @returns null where nothing was made, or nobody knows. */
function madeBy(state: OperationState): Made | null {
  return state.name === 'done' || (state.name === 'decided' && state.how === 'is-done') ? { number: state.number } : null;
}
