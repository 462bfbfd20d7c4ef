// The history as a list: its query, its rows, and the order that is selected.
import { FIRST_QUERY } from '../../shared/domain/built-in-views.ts';
import type { HistoryQuery, HistoryWindow, OrderRow } from '../../shared/ipc/order-schemas.ts';
import type { Client } from '../bridge.ts';
import type { ListState, ListStore } from '../rows/list-state.ts';
import { createListStore } from '../rows/list-store.ts';

export type OrdersState = ListState<HistoryQuery, OrderRow, HistoryWindow>;
export type OrdersStore = ListStore<HistoryQuery, OrderRow, HistoryWindow>;

export function createOrdersStore(client: Client): OrdersStore {
  return createListStore<HistoryQuery, OrderRow, HistoryWindow>({
    query: FIRST_QUERY,
    idOf: (row) => row.id,
    ask: (query, offset, limit, fresh) => client.request('history.window', { query, offset, limit, fresh }),
    keepsPlace: true,
    async position(query, id) {
      const result = await client.request('history.position', { query, id });
      return result.ok ? result.value : null;
    },
  });
}
