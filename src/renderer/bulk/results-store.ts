// The payments of one run, page by page, as the journal has them.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Operation, OperationState } from '../../shared/domain/operation-schemas.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { OperationsInput, OperationsPage } from '../../shared/ipc/operation-requests.ts';
import type { Result } from '../../shared/result.ts';
import type { Client } from '../bridge.ts';

export const RESULT_FILTERS = ['all', 'failed', 'decide'] as const;
export type ResultFilter = (typeof RESULT_FILTERS)[number];

/** In the journal's terms; null: any. */
const STATES: Readonly<Record<ResultFilter, readonly OperationState['name'][] | null>> = {
  all: null,
  failed: ['refused', 'not-done', 'decided'],
  decide: ['conflict', 'unknown'],
};

export const RESULTS_PAGE = 100;

interface ResultsState {
  readonly filter: ResultFilter;
  readonly page: number;
  readonly total: number;
  /** null before the first answer. */
  readonly operations: readonly Operation[] | null;
  readonly problem: AppError | null;
  setFilter(filter: ResultFilter): void;
  setPage(page: number): void;
  /** Something has moved: what is shown is asked for again. */
  renew(): void;
}

export type ResultsStore = StoreApi<ResultsState>;

export function createResultsStore(client: Client, batch: string): ResultsStore {
  return createStore<ResultsState>((set, get) => {
    let busy = false;
    let again = false;
    /** One request at a time, and one more where something changed meanwhile. */
    const read = async (): Promise<void> => {
      again = busy;
      if (busy) return;
      busy = true;
      const { filter, page } = get();
      const result = await client.request('operations.page', inputFor(batch, filter, page));
      busy = false;
      if (get().filter === filter && get().page === page) take(result);
      if (again) await read();
    };
    const take = (result: Result<OperationsPage>) =>
      set(result.ok ? { operations: result.value.operations, total: result.value.total, problem: null } : { problem: result.error });
    return {
      filter: 'all',
      page: 0,
      total: 0,
      operations: null,
      problem: null,
      setFilter(filter) {
        set({ filter, page: 0, operations: null });
        void read();
      },
      setPage(page) {
        set({ page });
        void read();
      },
      renew: () => void read(),
    };
  });
}

function inputFor(batch: string, filter: ResultFilter, page: number): OperationsInput {
  const states = STATES[filter];
  const anything = { text: '', actor: null, payment: null, order: null, from: null, until: null };
  return { ...anything, batch, states: states === null ? null : [...states], offset: page * RESULTS_PAGE, limit: RESULTS_PAGE };
}
