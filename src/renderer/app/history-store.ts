// What is known of the history as a whole: how new, how complete, and what went wrong with it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import type { Client } from '../bridge.ts';

interface HistoryStoreState {
  /** null until main has answered for the first time. */
  readonly state: HistoryState | null;
  readonly refreshing: boolean;
  /** @returns the stop */
  follow(changed: (state: HistoryState) => void): () => void;
  /** Asks the server anew. @returns why it could not, or null. */
  refresh(): Promise<AppError | null>;
  /** Gives up what is on its way. @returns the state that stays. */
  cancel(): Promise<HistoryState | null>;
}

export type HistoryStore = StoreApi<HistoryStoreState>;

export function createHistoryStore(client: Client): HistoryStore {
  return createStore<HistoryStoreState>((set, get) => ({
    state: null,
    refreshing: false,
    follow(changed) {
      const take = (state: HistoryState) => {
        set({ state });
        changed(state);
      };
      const stop = client.subscribe('history.changed', take);
      void client.request('history.state', null).then((result) => {
        if (result.ok && get().state === null) take(result.value);
      });
      return stop;
    },
    async refresh() {
      if (get().refreshing) return null;
      set({ refreshing: true });
      const result = await client.request('history.refresh', null);
      set(result.ok ? { refreshing: false, state: result.value } : { refreshing: false });
      return result.ok ? result.value.problem : result.error;
    },
    async cancel() {
      const result = await client.request('history.cancel', null);
      return result.ok ? result.value : null;
    },
  }));
}
