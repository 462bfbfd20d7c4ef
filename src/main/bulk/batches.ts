// How the batches stand that are under way for one person, or were since they signed in: counted in the journal, not remembered.
import { isUnderWay } from '../../shared/domain/batch.ts';
import { type Money, moneyText, readMoney } from '../../shared/domain/money.ts';
import { needsPerson, sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation, Owner } from '../../shared/domain/operation-schemas.ts';
import type { BatchView } from '../../shared/ipc/operation-requests.ts';
import type { Operations } from '../journal/operations.ts';
import type { AmountTally, Tally } from '../journal/tally.ts';

export interface Batches {
  /** Newest first. */
  views(): readonly BatchView[];
  /** Whether something is being sent, or will be when the server can be reached. */
  isRunning(): boolean;
  /** Whether it is one of this person's that can be shown. */
  knows(batch: string): boolean;
  stop(): void;
}

export interface BatchesParts {
  readonly operations: Pick<Operations, 'unsettled' | 'subscribe' | 'isPaused' | 'tally' | 'amounts'>;
  readonly owner: Owner;
  /** Milliseconds since 1970. */
  now(): number;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
  changed(): void;
}

/** Milliseconds between two countings: a bar that moves five times a second moves smoothly enough. */
const REST = 200;
/** Finished ones beyond this many are forgotten; the journal has them all. */
const MOST_KEPT = 20;

interface Known {
  readonly batch: string;
  readonly to: BatchView['to'];
  readonly actor: string;
  readonly at: string;
  view: BatchView | null;
  /** When the end of the hold is told; '' before that is known. */
  wakesAt: string;
}

export function createBatches({ operations, owner, now, after, changed }: BatchesParts): Batches {
  const known = new Map<string, Known>();
  const moved = new Set<string>();
  let stopTimer: (() => void) | null = null;
  let counting = false;
  let stopped = false;

  const meet = ({ batch, wish, actor, askedAt, owner: whose }: Operation): void => {
    if (batch === null || !sameOwner(whose, owner)) return;
    moved.add(batch);
    if (known.has(batch)) return;
    known.set(batch, { batch, to: wish.kind === 'mark' ? wish.to : null, actor, at: askedAt, view: null, wakesAt: '' });
  };

  /** At once, and then only after a rest: thousands of moves make a few countings. */
  const count = async (): Promise<void> => {
    if (counting || stopTimer !== null || moved.size === 0 || stopped) return;
    counting = true;
    const those = [...moved].map((batch) => known.get(batch)).filter((one) => one !== undefined);
    moved.clear();
    for (const one of those) await countOne(one);
    counting = false;
    if (stopped) return;
    stopTimer = after(REST, () => {
      stopTimer = null;
      void count();
    });
    changed();
  };

  const countOne = async (one: Known): Promise<void> => {
    const tallies = await operations.tally(one.batch);
    // The journal cannot be read just now: what was counted last stands, and its trouble is told elsewhere.
    if (!tallies.ok) return;
    const counts = { ...countsOf(tallies.value), ...decisionsOf(one.batch) };
    const sums = await sumsOf(one, isUnderWay(counts));
    if (sums === null) return;
    const { batch, to, actor, at } = one;
    one.view = { batch, to, actor, at, ...sums, ...counts, paused: operations.isPaused(batch), heldUntil: heldUntil(one, counts) };
  };

  /** What only memory knows: what a person has to decide. */
  const decisionsOf = (batch: string): Pick<BatchView, 'decisions'> => ({ decisions: openOf(batch).filter(needsPerson).length });
  const openOf = (batch: string): readonly Operation[] => operations.unsettled().filter((operation) => operation.batch === batch);

  /** Read at its beginning and at its end: the amounts are in the askings, and there may be thousands. */
  const sumsOf = async ({ batch, view }: Known, underWay: boolean): Promise<Pick<BatchView, 'sum' | 'doneSum'> | null> => {
    if (view !== null && underWay) return { sum: view.sum, doneSum: null };
    const amounts = await operations.amounts(batch);
    if (!amounts.ok) return null;
    const list = amounts.value;
    return { sum: sumOf(list), doneSum: underWay ? null : sumOf(list.filter(({ outcome }) => DONE.includes(outcome))) };
  };

  /** Held is what can be undone whole: nothing of it has gone anywhere yet. */
  const heldUntil = (one: Known, { done, failed }: Counts): string | null => {
    const open = openOf(one.batch);
    const first = open[0]?.state;
    if (first?.name !== 'held' || done + failed > 0 || open.some(({ state }) => state.name !== 'held')) return null;
    const left = Date.parse(first.until) - now();
    if (left <= 0) return null;
    if (one.wakesAt !== first.until) {
      one.wakesAt = first.until;
      after(left + 1, () => {
        moved.add(one.batch);
        void count();
      });
    }
    return first.until;
  };

  for (const operation of operations.unsettled()) meet(operation);
  const stopHearing = operations.subscribe((change) => {
    if (change.kind === 'operation') meet(change.operation);
    else if (change.kind === 'batch' && known.has(change.batch)) moved.add(change.batch);
    else return;
    void count();
  });
  void count();

  return {
    views: () =>
      [...known.values()]
        .map(({ view }) => view)
        .filter((view) => view !== null)
        .toReversed()
        .filter((view, place) => place < MOST_KEPT || isUnderWay(view)),
    isRunning: () => [...known.values()].some(({ view }) => view !== null && !view.paused && isUnderWay(view)),
    knows: (batch) => known.has(batch),
    stop: () => {
      stopped = true;
      stopTimer?.();
      stopHearing();
    },
  };
}

type Counts = Pick<BatchView, 'total' | 'done' | 'failed' | 'cancelled'>;

/** In the journal's terms (journal/tally). */
const DONE: readonly string[] = ['done', 'decided say-done'];
const FAILED: readonly string[] = ['refused', 'not-done', 'decided keep-theirs', 'decided undone'];

function countsOf(tallies: readonly Tally[]): Counts {
  const of = (wanted: (outcome: string) => boolean): number =>
    tallies.filter(({ outcome }) => wanted(outcome)).reduce((total, { count }) => total + count, 0);
  return {
    total: of(() => true),
    done: of((outcome) => DONE.includes(outcome)),
    failed: of((outcome) => FAILED.includes(outcome)),
    cancelled: of((outcome) => outcome === 'undone'),
  };
}

function sumOf(amounts: readonly AmountTally[]): string {
  const sum = amounts.reduce<Money>(
    (total, { amount, count }) => total + (amount === null ? 0n : (readMoney(amount) ?? 0n)) * BigInt(count),
    0n,
  );
  return moneyText(sum);
}
