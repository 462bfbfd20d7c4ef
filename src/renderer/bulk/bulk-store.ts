// Marking many at once, the page's side: the dry run that is before the person, the runs under way, and the hand that can be laid on them.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isUnderWay } from '../../shared/domain/batch.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { BulkStatus, Plan, PlanInput } from '../../shared/ipc/bulk-requests.ts';
import type { BatchView, DeskState } from '../../shared/ipc/operation-requests.ts';
import type { Announcements } from '../app/announcements.ts';
import type { Client } from '../bridge.ts';
import type { ChoiceStore } from '../rows/choice-store.ts';
import { counted } from '../ui/format-time.ts';
import { finishedText, hasTrouble } from './bulk-words.ts';
import { noted, type Pace } from './pace.ts';

export type Scope = 'orders' | 'payments';

/** What the person is asked before anything is written. `plan`: null while it is being worked out, or could not be. */
export interface Rehearsal {
  readonly input: PlanInput;
  readonly plan: Plan | null;
  readonly problem: string | null;
}

interface BulkState {
  readonly rehearsal: Rehearsal | null;
  /** Of each run that goes on. */
  readonly paces: ReadonlyMap<string, Pace>;
  /** Runs that have ended and been read. */
  readonly closed: ReadonlySet<string>;
  /** The run whose payments are looked at one by one. */
  readonly results: string | null;
  /** The dry run for what is chosen in a list. */
  rehearse(scope: Scope, to: BulkStatus): void;
  /** The same for what came to nothing in a run. */
  retry(batch: BatchView): void;
  /** @param confirmed the large amounts have been agreed to. */
  start(confirmed: boolean): Promise<void>;
  dismiss(): void;
  pause(batch: string): Promise<void>;
  resume(batch: string): Promise<void>;
  /** Undoes what has not been sent. */
  cancel(batch: string): Promise<void>;
  showResults(batch: string | null): void;
  close(batch: string): void;
  heard(desk: DeskState): void;
}

export type BulkStore = StoreApi<BulkState>;

interface BulkParts {
  readonly client: Client;
  readonly announcements: Announcements;
  readonly choices: Readonly<Record<Scope, ChoiceStore>>;
  /** A run of these rows has been taken on. */
  begun(scope: Scope, ids: readonly number[]): void;
  /** Milliseconds. */
  now(): number;
}

/** What was chosen when a run was started, to be chosen again where it comes to nothing. */
interface Origin {
  readonly scope: Scope;
  readonly ids: readonly number[];
  readonly touched: number;
}

/** What a person looks at again. */
const OPEN_ENDS = ['refused', 'not-done', 'conflict', 'unknown'] as const;
const MOST_RESTORED = 500;

export function createBulkStore({ client, announcements, choices, begun, now }: BulkParts): BulkStore {
  /** Of the runs that were started here and have not been seen to end. */
  const origins = new Map<string, Origin | null>();
  let before = new Map<string, BatchView>();

  return createStore<BulkState>((set, get) => {
    const say = () => announcements.getState();

    const open = async (input: PlanInput) => {
      const fresh: Rehearsal = { input, plan: null, problem: null };
      set({ rehearsal: fresh });
      const answer = await client.request('bulk.plan', input);
      if (get().rehearsal !== fresh) return;
      set({ rehearsal: answer.ok ? { ...fresh, plan: answer.value } : { ...fresh, problem: describeError(answer.error) } });
    };

    const act = async (name: 'bulk.pause' | 'bulk.resume', batch: string) => {
      const answer = await client.request(name, { batch });
      if (!answer.ok) say().fail(`The run could not be ${name === 'bulk.pause' ? 'paused' : 'resumed'}. ${describeError(answer.error)}`);
    };

    const ended = async (batch: BatchView) => {
      // Its line stays on the screen and says the rest, trouble as an alert; one that was undone has no line.
      if (batch.cancelled === batch.total) say().announce(finishedText(batch));
      else if (!hasTrouble(batch)) say().murmur(finishedText(batch));
      const origin = origins.get(batch.batch) ?? null;
      origins.delete(batch.batch);
      if (origin !== null) await chooseAgain(origin, batch);
    };

    /** What was undone whole, or what came to nothing. */
    const chooseAgain = async ({ scope, ids, touched }: Origin, batch: BatchView) => {
      const choice = choices[scope].getState();
      if (batch.cancelled === batch.total) choice.restore(ids, touched);
      else if (hasTrouble(batch)) choice.restore(await openEndsOf(batch, scope), touched);
    };

    const openEndsOf = async ({ batch }: BatchView, scope: Scope): Promise<readonly number[]> => {
      const filter = { text: '', states: [...OPEN_ENDS], actor: null, payment: null, order: null, from: null, until: null };
      const answer = await client.request('operations.page', { ...filter, batch, offset: 0, limit: MOST_RESTORED });
      if (!answer.ok) return [];
      return answer.value.operations
        .map((operation) => rowOf(operation, scope))
        .filter((id) => id !== null)
        .toReversed();
    };

    /** A short one may have ended before it was seen for the first time. */
    const hasJustEnded = ({ batch }: BatchView, was: BatchView | undefined) => (was === undefined ? origins.has(batch) : isUnderWay(was));

    return {
      rehearsal: null,
      paces: new Map(),
      closed: new Set(),
      results: null,
      rehearse(scope, to) {
        const ids = [...choices[scope].getState().ids];
        void open({ to, of: { by: scope, ids } });
      },
      retry({ batch, to }) {
        if (to === 'completed' || to === 'failed') void open({ to, of: { by: 'failed', batch } });
      },
      async start(confirmed) {
        const { rehearsal } = get();
        if (rehearsal?.plan == null) return;
        const { input, plan } = rehearsal;
        const answer = await client.request('bulk.start', { plan: plan.plan, confirmed });
        if (!answer.ok) return set({ rehearsal: { ...rehearsal, problem: describeError(answer.error) } });
        set({ rehearsal: null });
        const { batch, taken, left } = answer.value;
        if (left > 0) say().fail(`${counted(left, 'payment')} left out: marked by somebody else since the dry run.`);
        if (batch === null) return;
        say().murmur(`${counted(taken, 'payment')} will be marked ${plan.to}. Press Z to undo.`);
        if (input.of.by === 'failed') return void origins.set(batch, null);
        const choice = choices[input.of.by];
        begun(input.of.by, input.of.ids);
        choice.getState().clear();
        origins.set(batch, { scope: input.of.by, ids: input.of.ids, touched: choice.getState().touched() });
      },
      dismiss: () => set({ rehearsal: null }),
      pause: (batch) => act('bulk.pause', batch),
      resume: (batch) => act('bulk.resume', batch),
      async cancel(batch) {
        const answer = await client.request('bulk.cancel', { batch });
        if (!answer.ok) return say().fail(`The run could not be cancelled. ${describeError(answer.error)}`);
        if (answer.value.count === 0) say().murmur('Nothing was left to cancel: all of it has been sent.');
      },
      showResults: (results) => set({ results }),
      close: (batch) => set({ closed: new Set(get().closed).add(batch), ...(get().results === batch ? { results: null } : {}) }),
      heard({ batches }) {
        const paces = new Map<string, Pace>();
        for (const batch of batches) {
          const was = before.get(batch.batch);
          if (isUnderWay(batch)) paces.set(batch.batch, paceOf(batch, was, get().paces.get(batch.batch), now()));
          else if (hasJustEnded(batch, was)) void ended(batch);
        }
        before = new Map(batches.map((batch) => [batch.batch, batch]));
        set({ paces });
      },
    };
  });
}

/** The row of a list that an operation belongs to. */
function rowOf({ wish, saw }: Operation, scope: Scope): number | null {
  if (scope === 'orders') return saw.order;
  return wish.kind === 'mark' ? wish.payment : null;
}

/** While it is held or paused it has no pace, and what was before says nothing of what comes. */
function paceOf(batch: BatchView, was: BatchView | undefined, pace: Pace | undefined, now: number): Pace {
  const still = isStill(batch) || (was !== undefined && isStill(was));
  return noted(still ? [] : (pace ?? []), now, batch.done + batch.failed + batch.decisions);
}

function isStill({ paused, heldUntil }: BatchView): boolean {
  return paused || heldUntil !== null;
}
