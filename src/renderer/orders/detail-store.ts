// The one order that is looked at: at once what the history says of it, then what the server says now.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { OrderDetail, OrderRow, PaymentView } from '../../shared/ipc/order-schemas.ts';
import type { Client } from '../bridge.ts';

export interface DetailState {
  readonly id: number | null;
  /** The newest word on the order, from the history or from the server. */
  readonly order: OrderRow | null;
  readonly more: OrderDetail['more'];
  readonly asOf: string | null;
  /** The server could not be asked: shown are last known facts. */
  readonly problem: AppError | null;
  readonly loading: boolean;
  /** The payment that the person chose; null: the one that needs somebody. */
  readonly chosenPayment: number | null;
  /** @param known what the list already shows of it, so that nothing flashes while one walks through the rows. */
  open(id: number | null, known: OrderRow | null): void;
  /** Asks the server anew. */
  reload(): Promise<void>;
  /** The history has changed: take its newest word on this order. */
  renew(): Promise<void>;
  /** What has just been told of its payments, ahead of the history's next word. */
  amend(change: (order: OrderRow) => OrderRow): void;
  choosePayment(id: number): void;
}

export type DetailStore = StoreApi<DetailState>;

/** Milliseconds on one order before the server is asked: a held arrow key must not become thirty requests. */
const SETTLE = 140;

const NOTHING = { order: null, more: [], asOf: null, problem: null, chosenPayment: null };

export function createDetailStore(client: Client): DetailStore {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return createStore<DetailState>((set, get) => {
    const take = (id: number, detail: OrderDetail) => {
      if (get().id !== id) return;
      set({ order: detail.order, more: detail.more, asOf: detail.asOf, problem: detail.problem, loading: false });
    };
    const peek = async (id: number) => {
      const result = await client.request('orders.peek', id);
      if (get().id === id && result.ok && result.value !== null) set({ order: result.value });
    };
    const ask = async (id: number) => {
      set({ loading: true });
      const result = await client.request('orders.open', id);
      if (result.ok) take(id, result.value);
      else if (get().id === id) set({ problem: result.error, loading: false });
    };
    return {
      id: null,
      ...NOTHING,
      loading: false,
      open(id, known) {
        if (id === get().id) return;
        clearTimeout(waiting);
        set({ id, ...NOTHING, order: known, loading: id !== null });
        if (id === null) return;
        void peek(id);
        waiting = setTimeout(() => void ask(id), SETTLE);
      },
      async reload() {
        const { id } = get();
        if (id !== null) await ask(id);
      },
      async renew() {
        const { id } = get();
        if (id !== null) await peek(id);
      },
      amend(change) {
        const { order } = get();
        if (order !== null && change(order) !== order) set({ order: change(order) });
      },
      choosePayment: (chosenPayment) => set({ chosenPayment }),
    };
  });
}

/** The payment that the buttons act on: the chosen one, or the first that somebody has to decide. */
export function actedOn(payments: readonly PaymentView[], chosen: number | null): PaymentView | null {
  const pending = payments.filter((payment) => payment.status === 'pending');
  return (
    payments.find((payment) => payment.id === chosen) ??
    pending.find((payment) => payment.standing === 'settled') ??
    pending[0] ??
    payments.at(-1) ??
    null
  );
}
