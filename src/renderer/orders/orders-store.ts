// The history as a list: its query, its rows, and the order that is selected.
import type { HistoryQuery, HistoryWindow, OrderRow, SortKey } from '../../shared/ipc/order-schemas.ts';
import type { Client } from '../bridge.ts';
import type { ListStore } from '../rows/list-state.ts';
import { createListStore } from '../rows/list-store.ts';

export type OrdersStore = ListStore<HistoryQuery, OrderRow, HistoryWindow>;

/** Newest first: numbers grow, and unlike creation times they are never missing. */
export const FIRST_QUERY: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'descending' }] };

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

const DESCENDING_FIRST: readonly SortKey[] = ['id', 'quantity', 'total', 'due', 'createdAt'];

/** The order after a press on a column's head: numbers start with the largest, words with A; a second press turns it round. */
export function sortedBy(query: HistoryQuery, by: SortKey): HistoryQuery {
  const first = DESCENDING_FIRST.includes(by) ? 'descending' : 'ascending';
  const other = first === 'descending' ? 'ascending' : 'descending';
  const [leading] = query.sort;
  return { ...query, sort: [{ by, direction: leading?.by === by && leading.direction === first ? other : first }] };
}
