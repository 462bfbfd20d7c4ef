// Tells the page what has changed at the desk: a single operation at once, the whole so seldom that a batch of thousands drowns nobody.
import { sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Owner } from '../../shared/domain/operation-schemas.ts';
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts';
import type { DeskState } from '../../shared/ipc/operation-requests.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import { seldom } from '../ipc/seldom.ts';
import type { OperationsChange } from '../journal/operations.ts';

export interface Telling {
  /** The desk's state has changed. */
  state(): void;
  /** The history, or what is known of its payments, has changed. */
  history(): void;
  moved(change: OperationsChange): void;
  stop(): void;
}

export interface TellingParts {
  state(): DeskState;
  /** null: nobody is signed in. */
  history(): HistoryState | null;
  /** Who is signed in. */
  owner(): Owner | null;
  /** Whether a batch is being sent. */
  isRunning(): boolean;
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
}

/** Milliseconds between two tellings: often enough for the eye, seldom enough for a batch of thousands. */
const REST = 100;
/** The same for the lists while a batch runs: each telling has them found, counted and sorted anew, and the run itself needs the time. */
const REST_IN_RUN = 1_000;

export function createTelling({ publish, after, ...now }: TellingParts): Telling {
  const state = seldom(() => publish('desk.changed', now.state()), REST, after);
  /** Orders that the page has heard of. */
  let total = 0;
  const history = seldom(
    () => {
      const told = now.history();
      total = told?.total ?? 0;
      if (told !== null) publish('history.changed', told);
    },
    () => (now.isRunning() ? REST_IN_RUN : REST),
    after,
  );
  /** The beginning of a first pull, and then all of it, is what somebody waits for. */
  const isAwaited = (told: HistoryState | null): boolean => told?.partial === true && told.total !== total;
  return {
    state,
    history: () => (isAwaited(now.history()) ? history.now() : history()),
    moved: (change) => {
      if (change.kind !== 'operation' || change.operation.batch !== null) {
        state();
        return;
      }
      const { owner, state: reached } = change.operation;
      const mine = now.owner();
      // Somebody has just pressed a key and looks at the row: the mark itself is told first, and what it changes elsewhere follows.
      if (mine !== null && sameOwner(owner, mine)) publish('operation.moved', change.operation);
      // The next key may be Undo, and must find it.
      if (reached.name === 'held' || reached.name === 'undone') state.now();
      else state();
      history();
    },
    stop: () => {
      state.stop();
      history.stop();
    },
  };
}
