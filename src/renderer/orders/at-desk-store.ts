// What this desk did to the open order and its payments: the answer to "who marked this, when, and why".
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { OperationsPage } from '../../shared/ipc/operation-requests.ts';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import type { Client } from '../bridge.ts';

export interface AtDeskState {
  readonly order: number | null;
  /** Newest first. */
  readonly operations: readonly Operation[];
  /** More than these are in Activity. */
  readonly more: boolean;
  /** @param payments those of the order that are known: marked by their number alone, they do not name their order. */
  read(order: number | null, payments: readonly number[]): Promise<void>;
}

export type AtDeskStore = StoreApi<AtDeskState>;

/** Enough for nearly every order; the rest is one press away. */
const MOST = 20;
const ALL = {
  text: '',
  states: null,
  batch: null,
  actor: null,
  payment: null,
  order: null,
  from: null,
  until: null,
  offset: 0,
  limit: MOST,
};

export function createAtDeskStore(client: Client): AtDeskStore {
  let asked = 0;
  return createStore<AtDeskState>((set, get) => ({
    order: null,
    operations: [],
    more: false,
    async read(order, payments) {
      if (get().order !== order) set({ order, operations: [], more: false });
      if (order === null) return;
      asked += 1;
      const mine = asked;
      const filters = [{ order }, ...payments.slice(0, MOST).map((payment) => ({ payment }))];
      const pages = await Promise.all(filters.map((filter) => client.request('operations.page', { ...ALL, ...filter })));
      // Only the newest asking counts: rows are walked through quickly.
      if (mine !== asked) return;
      set(newestOf(pages.filter((page) => page.ok).map((page) => page.value)));
    },
  }));
}

/** One list out of several, without doubles. */
function newestOf(pages: readonly OperationsPage[]): Pick<AtDeskState, 'operations' | 'more'> {
  const found = new Map(pages.flatMap(({ operations }) => operations).map((operation) => [operation.id, operation]));
  const newest = [...found.values()].sort((a, b) => b.sequence - a.sequence);
  return { operations: newest.slice(0, MOST), more: newest.length > MOST || pages.some(({ total }) => total > MOST) };
}

/** Of an order's payments, by number. */
export function paymentsOf(order: Pick<OrderRow, 'payments'> | null): readonly number[] {
  return order?.payments?.map(({ id }) => id) ?? [];
}
