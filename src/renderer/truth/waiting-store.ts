// What waits to be sent, as long as somebody looks at it: sent now, cancelled or exported.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { describeError } from '../../shared/errors/describe.ts';
import type { WaitingList } from '../../shared/ipc/shell-requests.ts';
import type { Client } from '../bridge.ts';
import { countedEntries } from './waiting-words.ts';

export interface WaitingState {
  /** null until main has answered. */
  readonly list: WaitingList | null;
  readonly busy: 'send' | 'cancel' | 'export' | null;
  /** What came of the last try where something is left; null when there is nothing to say. */
  readonly said: string | null;
  /** Reads, and goes on reading while it changes. @returns the stop */
  watch(): () => void;
  /** Something has moved. */
  renew(): Promise<void>;
  /** Answers when nothing is under way any more. */
  send(): Promise<void>;
  /** @param ids null: all. */
  cancel(ids: readonly string[] | null): Promise<void>;
  /** @returns whether a file was saved. */
  exportAll(): Promise<boolean>;
}

export type WaitingStore = StoreApi<WaitingState>;

export function createWaitingStore(client: Client): WaitingStore {
  let watchers = 0;
  let reading = false;
  let again = false;
  return createStore<WaitingState>((set, get) => {
    const read = async (): Promise<void> => {
      if (reading) {
        again = true;
        return;
      }
      reading = true;
      do {
        again = false;
        const result = await client.request('waiting.list', null);
        if (result.ok) set({ list: result.value });
        else set({ said: describeError(result.error) });
      } while (again);
      reading = false;
    };
    return {
      list: null,
      busy: null,
      said: null,
      watch() {
        watchers += 1;
        if (watchers === 1) set({ list: null, said: null });
        void read();
        return () => {
          watchers -= 1;
        };
      },
      renew: async () => {
        if (watchers > 0) await read();
      },
      async send() {
        if (get().busy !== null) return;
        set({ busy: 'send', said: null });
        const result = await client.request('waiting.send', null);
        if (!result.ok) return set({ busy: null, said: describeError(result.error) });
        const { total } = result.value;
        set({ busy: null, list: result.value, said: total === 0 ? null : `${countedEntries(result.value)} could not be sent just now.` });
      },
      async cancel(ids) {
        if (get().busy !== null) return;
        set({ busy: 'cancel', said: null });
        const result = await client.request('waiting.cancel', { ids: ids === null ? null : [...ids] });
        if (!result.ok) return set({ busy: null, said: describeError(result.error) });
        const { list } = result.value;
        const stuck = ids === null && list.total > 0;
        const said = stuck ? `${countedEntries(list)} could not be cancelled any more: it is not known yet what became of that.` : null;
        set({ busy: null, list, said });
      },
      async exportAll() {
        if (get().busy !== null) return false;
        set({ busy: 'export', said: null });
        const result = await client.request('operations.export', { what: 'waiting' });
        set({ busy: null, said: result.ok ? null : describeError(result.error) });
        return result.ok && result.value.saved !== null;
      },
    };
  });
}
