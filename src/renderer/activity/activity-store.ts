// What this desk was asked to do, as the journal has it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Client } from '../bridge.ts';

interface ActivityState {
  readonly entries: readonly Operation[] | null;
  readonly problem: AppError | null;
  read(): Promise<void>;
  /** Something has moved: read again what is shown. */
  renew(): Promise<void>;
}

export type ActivityStore = StoreApi<ActivityState>;

const EVERYTHING = { text: '', states: null, batch: null, actor: null, payment: null, order: null, from: null, until: null };

export function createActivityStore(client: Client): ActivityStore {
  return createStore<ActivityState>((set, get) => ({
    entries: null,
    problem: null,
    async read() {
      const result = await client.request('operations.page', { ...EVERYTHING, offset: 0, limit: 200 });
      set(result.ok ? { entries: result.value.operations, problem: null } : { problem: result.error });
    },
    async renew() {
      if (get().entries !== null) await get().read();
    },
  }));
}
