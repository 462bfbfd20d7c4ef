// An order index of the orders that a test names, read with the real query language unless terms are handed in.
import { createOrderIndex } from '../../../../../src/main/store/columns/create-index.ts';
import type { Asking, OrderIndex } from '../../../../../src/main/store/columns/order-index.ts';
import type { Order } from '../../../../../src/main/store/facts.ts';
import { readQuery } from '../../../../../src/shared/domain/query/parse-query.ts';
import type { ReadQueryFunction, Term } from '../../../../../src/shared/domain/query/terms.ts';
import type { HistoryQuery, SortKey } from '../../../../../src/shared/ipc/order-schemas.ts';

export const ASKING: Asking = { now: Date.UTC(2026, 9, 22, 10), zone: 'UTC' };

export const ALL: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'ascending' }] };

export function anIndex(orders: readonly Order[], read: ReadQueryFunction = readQuery): OrderIndex {
  const index = createOrderIndex(read);
  refill(index, orders);
  return index;
}

/** As a pull does that finds every row changed. */
export function refill(index: OrderIndex, orders: readonly Order[]): void {
  const rebuild = index.rebuild();
  for (const order of orders) rebuild.put(order);
  rebuild.finish();
}

/** Every text means these terms. */
export const meaning =
  (...terms: readonly Term[]): ReadQueryFunction =>
  () => ({ terms, problems: [] });

export function idsOf(index: OrderIndex, query: Partial<HistoryQuery> = {}): readonly number[] {
  return index.find({ ...ALL, ...query }, ASKING, { offset: 0, limit: 100_000 }, true).ids;
}

export const by = (key: SortKey, direction: 'ascending' | 'descending' = 'ascending'): Pick<HistoryQuery, 'sort'> => ({
  sort: [{ by: key, direction }],
});
