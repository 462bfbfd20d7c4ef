// Pulls the whole history into the book: one pull at a time, all of it or nothing, and says how far it is.
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import type { UnreadableRows } from '../../shared/ipc/out-requests.ts';
import { asText } from '../http/api.ts';
import type { Connection } from '../http/connection.ts';
import { ask } from '../http/evidence.ts';
import { readAllPages } from '../http/paging.ts';
import type { Book } from '../store/book.ts';
import type { Order } from '../store/facts.ts';
import { readOrder } from '../store/read-wire.ts';
import { areAllOwn } from './own-orders.ts';

export interface History {
  state(): HistoryState;
  /** The rows of the last complete pull that carry no order number. */
  unreadable(): UnreadableRows;
  /** Gives up the pull that is under way, and what has come of it. What was known before stays as it is. */
  cancel(): void;
  /** Joins a pull that is under way. Never rejects: a failure stands in the state. */
  refresh(): Promise<HistoryState>;
  /** Nothing of a pull that is still under way is used. */
  stop(): void;
}

export interface HistoryParts {
  readonly connection: Connection;
  readonly book: Book;
  /** ISO 8601 */
  timeNow(): string;
  changed(): void;
}

export function createHistory({ connection, book, timeNow, changed }: HistoryParts): History {
  let under: Promise<HistoryState> | null = null;
  let stopped = false;
  let own: Omit<HistoryState, 'revision' | 'total'> = { unreadable: 0, ownOnly: false, pulling: null, asOf: null, problem: null };
  let giveUp = new AbortController();
  let lost: UnreadableRows = [];

  const state = (): HistoryState => ({ revision: book.revision(), total: book.size(), ...own });
  const set = (change: Partial<typeof own>): void => {
    if (stopped) return;
    own = { ...own, ...change };
    changed();
  };

  const readPage = (search: string, signal: AbortSignal): ReturnType<typeof ask> =>
    // The server's own `next` query goes back as it came: its parameter names may be any.
    ask(connection.api.GET('/api/orders/history/', { params: { query: {} }, querySerializer: () => search, signal, ...asText }));

  const pull = async (): Promise<HistoryState> => {
    const asked = book.now();
    const since = timeNow();
    giveUp = new AbortController();
    const { signal } = giveUp;
    set({ pulling: { received: 0, expected: null, since } });
    const answer = await readAllPages(
      (search) => readPage(search, signal),
      'history',
      (progress) => (signal.aborted ? undefined : set({ pulling: { ...progress, since } })),
      () => !stopped && !signal.aborted,
    );
    if (stopped || signal.aborted) return state();
    if (answer.ok && answer.value !== null) {
      const orders = answer.value.map(readOrder);
      const ownOnly = areAllOwn(answer.value, { userId: connection.userId(), username: connection.username });
      lost = answer.value
        .map((row, index) => ({ place: index + 1, text: JSON.stringify(row).slice(0, LONGEST_ROW) }))
        .filter((_row, index) => orders[index] === null);
      own = { unreadable: lost.length, ownOnly, pulling: null, asOf: timeNow(), problem: null };
      book.replaceOrders(withoutRepeats(orders), asked);
      return state();
    }
    set({ pulling: null, problem: answer.ok ? null : answer.error });
    return state();
  };

  return {
    state,
    unreadable: () => lost,
    cancel: () => {
      if (own.pulling === null) return;
      // A new one may begin at once; whatever still comes of this one is not looked at.
      giveUp.abort();
      under = null;
      set({ pulling: null });
    },
    refresh: () => {
      if (under !== null) return under;
      const pulling: Promise<HistoryState> = pull().finally(() => {
        if (under === pulling) under = null;
      });
      under = pulling;
      return pulling;
    },
    stop: () => {
      stopped = true;
      giveUp.abort();
    },
  };
}

/** Characters of a row that cannot be read: enough to see what it is. */
const LONGEST_ROW = 500;

/** Cursor pages may repeat rows while orders come in; the later one was read later. */
function withoutRepeats(orders: readonly (Order | null)[]): Order[] {
  return [...new Map(orders.filter((order) => order !== null).map((order) => [order.id, order])).values()];
}
