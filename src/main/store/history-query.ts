// Finds, counts and sorts the orders that a query asks for, and remembers the last result so that scrolling through it costs nothing.
import { ORDER_PAYMENT_STATES, type OrderPaymentState } from '../../shared/domain/payment.ts';
import type { HistoryQuery, HistoryWindow, SortKey } from '../../shared/ipc/order-schemas.ts';
import type { Book } from './book.ts';
import type { Order } from './facts.ts';
import { type DerivedOrder, derive, orderRowOf } from './order-view.ts';

export interface HistoryReader {
  window(query: HistoryQuery, offset: number, limit: number): HistoryWindow;
  /** Where the order stands in the result, from 0; null when it is not in it. */
  position(query: HistoryQuery, id: number): number | null;
  /** The numbers of the orders from one place to another, both included; null: of all. */
  numbers(query: HistoryQuery, span: { readonly first: number; readonly last: number } | null): readonly number[];
  all(): readonly DerivedOrder[];
}

interface Found {
  readonly key: string;
  readonly orders: readonly DerivedOrder[];
  readonly counts: HistoryWindow['counts'];
}

interface Entry {
  readonly derived: DerivedOrder;
  readonly searched: string;
}

export function createHistoryReader(book: Book): HistoryReader {
  let entries: { revision: number; list: readonly Entry[] } = { revision: -1, list: [] };
  let found: Found = { key: '', orders: [], counts: {} };

  const current = (): readonly Entry[] => {
    if (entries.revision !== book.revision())
      entries = { revision: book.revision(), list: [...book.orders()].map((order) => entryOf(derive(book, order))) };
    return entries.list;
  };

  const find = (query: HistoryQuery): Found => {
    const key = JSON.stringify([book.revision(), query]);
    if (found.key === key) return found;
    const words = fold(query.text).split(/\s+/).filter(Boolean);
    const matching = current().filter(({ searched }) => words.every((word) => searched.includes(word)));
    const derived = matching.map((entry) => entry.derived);
    const orders = query.state === null ? derived : derived.filter(({ state }) => state === query.state);
    found = { key, orders: namedFirst(sortOrders(orders, query.sort), query.text), counts: countStates(derived) };
    return found;
  };

  return {
    window: (query, offset, limit) => {
      const { orders, counts } = find(query);
      const rows = orders.slice(offset, offset + limit).map(orderRowOf);
      return { revision: book.revision(), total: orders.length, added: 0, counts, rows };
    },
    position: (query, id) => {
      const index = find(query).orders.findIndex(({ order }) => order.id === id);
      return index === -1 ? null : index;
    },
    numbers: (query, span) => {
      const { orders } = find(query);
      return (span === null ? orders : orders.slice(span.first, span.last + 1)).map(({ order }) => order.id);
    },
    all: () => current().map((entry) => entry.derived),
  };
}

/** One spelling for what people take to be the same: case, width and composition of letters. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function entryOf(derived: DerivedOrder): Entry {
  return { derived, searched: searchedIn(derived.order) };
}

/** Worked out once for each telling of an order: marks change its payments, and none of these words. */
const searchedWords = new WeakMap<Order, string>();

function searchedIn(order: Order): string {
  const known = searchedWords.get(order);
  if (known !== undefined) return known;
  const words = fold(`${order.id} ${order.product ?? ''} ${order.customer ?? ''}`);
  searchedWords.set(order, words);
  return words;
}

function countStates(orders: readonly DerivedOrder[]): HistoryWindow['counts'] {
  const counts = new Map<OrderPaymentState, number>();
  for (const { state } of orders) counts.set(state, (counts.get(state) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Whoever types `6` has order 6 at hand, not the sixty that contain a 6: it stands first, however the others are sorted. */
function namedFirst(orders: readonly DerivedOrder[], text: string): readonly DerivedOrder[] {
  const named = orders.find(({ order }) => String(order.id) === text.trim());
  return named === undefined ? orders : [named, ...orders.filter((each) => each !== named)];
}

type Key = string | number | bigint;

function sortOrders(orders: readonly DerivedOrder[], sort: HistoryQuery['sort']): readonly DerivedOrder[] {
  const keyed = orders.map((derived) => ({ derived, keys: sort.map(({ by }) => sortKey(derived, by)) }));
  const collator = new Intl.Collator(undefined, { numeric: true });
  const compare = (a: Key | null, b: Key | null, sign: number): number => {
    // What is not known comes last, whichever way the rest is sorted.
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return sign * (typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : a < b ? -1 : a > b ? 1 : 0);
  };
  return keyed
    .toSorted((a, b) => {
      for (const [place, { direction }] of sort.entries()) {
        const order = compare(a.keys[place] ?? null, b.keys[place] ?? null, direction === 'ascending' ? 1 : -1);
        if (order !== 0) return order;
      }
      return b.derived.order.id - a.derived.order.id;
    })
    .map(({ derived }) => derived);
}

function sortKey({ order, total, paid, due, state }: DerivedOrder, by: SortKey): Key | null {
  switch (by) {
    case 'id':
      return order.id;
    case 'product':
      return order.product;
    case 'customer':
      return order.customer;
    case 'quantity':
      return order.quantity;
    case 'price':
      return order.price;
    case 'paid':
      return paid;
    case 'total':
      return total;
    case 'due':
      return due;
    case 'createdAt':
      return order.createdAt;
    case 'state':
      return ORDER_PAYMENT_STATES.indexOf(state);
  }
}
