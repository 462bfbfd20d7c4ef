// What this desk did since it was opened, as main tells it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { ActivityEntry } from '../../shared/ipc/order-schemas.ts';
import type { Client } from '../bridge.ts';

interface ActivityState {
  readonly entries: readonly ActivityEntry[] | null;
  readonly problem: AppError | null;
  read(): Promise<void>;
  /** @returns the stop */
  follow(): () => void;
}

export type ActivityStore = StoreApi<ActivityState>;

export function createActivityStore(client: Client): ActivityStore {
  return createStore<ActivityState>((set, get) => ({
    entries: null,
    problem: null,
    async read() {
      const result = await client.request('activity.list', null);
      set(result.ok ? { entries: inOrder(result.value), problem: null } : { problem: result.error });
    },
    follow() {
      void get().read();
      return client.subscribe('activity.changed', () => void get().read());
    },
  }));
}

/** What nobody knows the result of comes first: somebody has to look at it. Otherwise the newest first. */
export function inOrder(entries: readonly ActivityEntry[]): readonly ActivityEntry[] {
  const open = (entry: ActivityEntry) => (entry.outcome === 'unknown' ? 1 : 0);
  return [...entries].sort((a, b) => open(b) - open(a) || b.at.localeCompare(a.at) || b.id - a.id);
}
