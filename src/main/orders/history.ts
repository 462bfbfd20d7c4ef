// Pulls the whole history into the book: one pull at a time, all of it or nothing, and says how far it is.
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import { asText } from '../http/api.ts';
import type { Connection } from '../http/connection.ts';
import { ask } from '../http/evidence.ts';
import { readAllPages } from '../http/paging.ts';
import type { HistoryBook } from '../store/history-book.ts';

export interface History {
  state(): HistoryState;
  /** Gives up the pull that is under way, and what has come of it. What was known before stays as it is. */
  cancel(): void;
  /** Joins a pull that is under way. Never rejects: a failure stands in the state. */
  refresh(): Promise<HistoryState>;
  /** Nothing of a pull that is still under way is used. */
  stop(): void;
}

export interface HistoryParts {
  readonly connection: Connection;
  readonly book: Pick<HistoryBook, 'door' | 'now' | 'revision' | 'summary'>;
  /** ISO 8601 */
  timeNow(): string;
  changed(): void;
}

export function createHistory({ connection, book, timeNow, changed }: HistoryParts): History {
  let under: Promise<HistoryState> | null = null;
  let stopped = false;
  let own: Pick<HistoryState, 'pulling' | 'problem'> = { pulling: null, problem: null };
  let giveUp = new AbortController();

  const state = (): HistoryState => {
    const { highest: _, ...summary } = book.summary();
    return { revision: book.revision(), ...summary, ...own };
  };
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
      const { door } = book;
      await door.beginPull({ asked, person: { userId: connection.userId(), username: connection.username } });
      await door.pageBytes(1, new Uint8Array(Buffer.from(JSON.stringify(answer.value))));
      await door.endPage(1, null);
      await door.finishPull(timeNow(), null);
      set({ pulling: null, problem: null });
      return state();
    }
    set({ pulling: null, problem: answer.ok ? null : answer.error });
    return state();
  };

  return {
    state,
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
