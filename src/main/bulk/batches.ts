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
  sum: string | null;
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
    known.set(batch, { batch, to: wish.kind === 'mark' ? wish.to : null, actor, at: askedAt, sum: null, view: null, wakesAt: '' });
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
    if (one.sum === null) {
      const amounts = await operations.amounts(one.batch);
      if (amounts.ok) one.sum = sumOf(amounts.value);
    }
    const tallies = await operations.tally(one.batch);
    // The journal cannot be read just now: what was counted last stands, and its trouble is told elsewhere.
    if (tallies.ok) one.view = viewOf(one, tallies.value, openOf(one));
  };

  /** What only memory knows: what a person has to decide, and how long it is still held. */
  const openOf = (one: Known): Open => {
    const { batch } = one;
    const open = operations.unsettled().filter((operation) => operation.batch === batch);
    const held = open.find(({ state }) => state.name === 'held')?.state;
    const until = held?.name === 'held' && Date.parse(held.until) > now() ? held.until : null;
    if (until !== null && until !== one.wakesAt) {
      one.wakesAt = until;
      after(Date.parse(until) - now() + 1, () => {
        moved.add(batch);
        void count();
      });
    }
    return { decisions: open.filter(needsPerson).length, heldUntil: until, paused: operations.isPaused(batch) };
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
    knows: (batch) => known.has(batch),
    stop: () => {
      stopped = true;
      stopTimer?.();
      stopHearing();
    },
  };
}

type Open = Pick<BatchView, 'decisions' | 'heldUntil' | 'paused'>;

function viewOf({ batch, to, actor, at, sum }: Known, tallies: readonly Tally[], open: Open): BatchView {
  const of = (...outcomes: readonly string[]): number =>
    tallies.filter(({ outcome }) => outcomes.includes(outcome)).reduce((total, { count }) => total + count, 0);
  return {
    ...{ batch, to, actor, at, sum: sum ?? '0.00' },
    total: tallies.reduce((total, { count }) => total + count, 0),
    done: of('done', 'decided say-done'),
    failed: of('refused', 'not-done', 'decided keep-theirs', 'decided undone'),
    cancelled: of('undone'),
    ...open,
  };
}

function sumOf(amounts: readonly AmountTally[]): string {
  const sum = amounts.reduce<Money>(
    (total, { amount, count }) => total + (amount === null ? 0n : (readMoney(amount) ?? 0n)) * BigInt(count),
    0n,
  );
  return moneyText(sum);
}
