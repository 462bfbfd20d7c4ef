// What this desk was asked to do, window by window out of the journal, with what needs a decision before all else.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { ActivityEntry } from '../../shared/ipc/activity-requests.ts';
import { ok } from '../../shared/result.ts';
import type { Client } from '../bridge.ts';
import type { ListStore, WindowAnswer } from '../rows/list-state.ts';
import { createListStore } from '../rows/list-store.ts';
import { indexOf, rowAt } from '../rows/page-cache.ts';
import { type ActivityQuery, FIRST_QUERY, filterOf } from './activity-query.ts';

export type ActivityList = ListStore<ActivityQuery, Operation, WindowAnswer<Operation>>;

export interface ActivityFacts {
  /** This person's, oldest first: the first few of them. */
  readonly decisions: { readonly total: number; readonly operations: readonly Operation[] };
  /** Everybody who has asked for anything at this server. */
  readonly clerks: readonly string[];
  /** The selected entry with all that became of it; null until it has been read. */
  readonly entry: ActivityEntry | null;
  /** Why what stands beside the list could not be read. */
  readonly problem: AppError | null;
}

export interface ActivityStore {
  readonly list: ActivityList;
  readonly facts: StoreApi<ActivityFacts>;
  /** Reads now, and again whenever something has moved, while somebody looks. @returns the stop */
  watch(): () => void;
  setQuery(query: ActivityQuery): void;
}

/** Decisions that stand above the list; the chip shows all of them. */
const FEW = 20;
/** Milliseconds between two readings: a batch of thousands moves many times a second. */
const REST = 400;

export function createActivityStore(client: Client): ActivityStore {
  let revision = 0;
  const facts = createStore<ActivityFacts>(() => ({
    decisions: { total: 0, operations: [] },
    ...{ clerks: [], entry: null, problem: null },
  }));
  const list: ActivityList = createListStore<ActivityQuery, Operation, WindowAnswer<Operation>>({
    query: FIRST_QUERY,
    idOf: ({ sequence }) => sequence,
    ask: async (query, offset, limit) => {
      const asked = revision;
      const page =
        query.outcome === 'needs-you'
          ? await client.request('activity.decisions', { offset, limit })
          : await client.request('operations.page', { ...filterOf(query), offset, limit });
      return page.ok ? ok({ revision: asked, total: page.value.total, rows: page.value.operations }) : page;
    },
  });

  const readEntry = async (): Promise<void> => {
    const { selectedId, cache } = list.getState();
    const at = selectedId === null ? null : indexOf(cache, ({ sequence }) => sequence === selectedId);
    const id = at === null ? facts.getState().entry?.operation.id : rowAt(cache, at)?.id;
    if (id === undefined || selectedId === null) return;
    const result = await client.request('activity.entry', { id });
    if (list.getState().selectedId === selectedId && result.ok) facts.setState({ entry: result.value });
  };
  list.subscribe(({ selectedId }, before) => {
    if (selectedId === before.selectedId) return;
    facts.setState({ entry: null });
    void readEntry();
  });

  const read = async (): Promise<void> => {
    revision += 1;
    list.getState().renew(revision);
    void readEntry();
    const decisions = await client.request('activity.decisions', { offset: 0, limit: FEW });
    facts.setState(decisions.ok ? { decisions: decisions.value, problem: null } : { problem: decisions.error });
  };
  const readClerks = async (): Promise<void> => {
    const clerks = await client.request('activity.clerks', null);
    if (clerks.ok) facts.setState({ clerks: clerks.value });
  };

  return {
    list,
    facts,
    watch() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let again = false;
      const rest = () => {
        timer = setTimeout(() => {
          timer = undefined;
          if (!again) return;
          again = false;
          void read();
          rest();
        }, REST);
      };
      const moved = () => {
        if (timer !== undefined) {
          again = true;
          return;
        }
        void read();
        rest();
      };
      const stop = client.subscribe('desk.changed', moved);
      void read();
      void readClerks();
      return () => {
        stop();
        clearTimeout(timer);
      };
    },
    setQuery: (query) => list.getState().setQuery(query),
  };
}
