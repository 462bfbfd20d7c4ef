// Which operations are due now, in which order, and when the next one will be.

import { AGE_LIMIT, lane, needsPerson, sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { Resting } from './resting.ts';

/** What persons and failures have said about single operations since the start. */
export interface Marginalia {
  /** To go out at once, by a person's word. */
  readonly released: Set<string>;
  /** Unknown ones that wait for a person, to be read once more. */
  readonly lookAgain: Set<string>;
  readonly resting: Resting;
}

export interface Choice {
  /** At most as many as were asked for. */
  readonly ready: readonly Operation[];
  /** When the next one will be due; Infinity when none. Only told when fewer were ready. */
  readonly next: number;
}

export interface ChoiceParts {
  readonly operations: readonly Operation[];
  readonly notes: Marginalia;
  readonly most: number;
  readonly now: number;
  /** Nothing keeps this one back: nobody is at it, it is this person's, its batch is not paused. */
  free(operation: Operation): boolean;
}

/** The longest hold that can be set, in milliseconds: what seems to be held for longer was held by a clock that has been set back. */
const LONGEST_HOLD = 10_000;

/** One in a lane: the first that was asked for. Single ones go before batches: somebody is looking at them. */
export function chooseDue({ operations, notes, most, now, free }: ChoiceParts): Choice {
  const ready: Operation[] = [];
  const taken = new Set<string>();
  let next = Number.POSITIVE_INFINITY;
  for (const operation of inTurn(operations)) {
    if (ready.length >= most) break;
    const own = laneOf(operation);
    if (taken.has(own)) continue;
    taken.add(own);
    if (!free(operation)) continue;
    const due = dueAt(operation, notes, now);
    if (due <= now) ready.push(operation);
    else next = Math.min(next, due);
  }
  return { ready, next };
}

function* inTurn(operations: readonly Operation[]): Iterable<Operation> {
  for (const operation of operations) if (operation.batch === null) yield operation;
  for (const operation of operations) if (operation.batch !== null) yield operation;
}

/** Each one's lane, worked out once: with a large batch it is asked for very often. */
const lanes = new WeakMap<Operation['wish'], { readonly owner: Operation['owner']; readonly lane: string }>();

export function laneOf({ wish, owner }: Pick<Operation, 'wish' | 'owner'>): string {
  const known = lanes.get(wish);
  if (known !== undefined && sameOwner(known.owner, owner)) return known.lane;
  const own = { owner, lane: lane(owner, wish) };
  lanes.set(wish, own);
  return own.lane;
}

function dueAt(operation: Operation, notes: Marginalia, now: number): number {
  const { id, state } = operation;
  if (notes.lookAgain.has(id)) return 0;
  if (needsPerson(operation)) return Number.POSITIVE_INFINITY;
  const rested = notes.resting.until(id);
  if (state.name !== 'held' || notes.released.has(id)) return rested;
  const until = Date.parse(state.until);
  return Math.max(rested, until - now > LONGEST_HOLD ? 0 : until);
}

/** Asked for too long ago to go out without a person's word. */
export function isAged({ id, state, askedAt }: Operation, { released }: Marginalia, now: number): boolean {
  if (released.has(id) || (state.name === 'waiting' && state.why === 'person')) return false;
  return now - Date.parse(askedAt) > AGE_LIMIT;
}
