// What of one person is still to be sent: listed, sent now as far as that is possible, or cancelled.
import { sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation, Owner } from '../../shared/domain/operation-schemas.ts';
import type { WaitingList } from '../../shared/ipc/shell-requests.ts';
import { isOnItsWay } from './desk-state.ts';
import type { Operations } from './operations.ts';

/** Of more the page shows the number only. */
const MOST_LISTED = 200;

/** @returns whether an operation is this person's. */
export function askedBy(owner: Owner): (operation: Operation) => boolean {
  return (operation) => sameOwner(operation.owner, owner);
}

/** Kept apart from others: nobody sends or cancels what somebody else has asked for. */
export function waitingOf(operations: Pick<Operations, 'unsettled'>, owner: Owner): readonly Operation[] {
  return operations.unsettled().filter(isOnItsWay).filter(askedBy(owner));
}

export function listWaiting(operations: Pick<Operations, 'unsettled' | 'isPaused'>, owner: Owner): WaitingList {
  const all = operations.unsettled().filter(isOnItsWay);
  const own = all.filter(askedBy(owner));
  const isPaused = ({ batch }: Operation): boolean => batch !== null && operations.isPaused(batch);
  return {
    total: own.length,
    entries: own.slice(0, MOST_LISTED).map((operation) => ({ operation, paused: isPaused(operation) })),
    others: all.length - own.length,
  };
}

type Sending = Pick<Operations, 'unsettled' | 'isPaused' | 'sendNow' | 'insist' | 'quiet'>;

/** @returns what is left when nothing is under way any more: it cannot go out now. A paused batch stays paused. */
export async function sendWaiting(operations: Sending, owner: Owner): Promise<WaitingList> {
  operations.insist();
  const held = waitingOf(operations, owner).filter(({ state }) => state.name === 'held');
  await Promise.all(held.map(({ id }) => operations.sendNow(id)));
  await operations.quiet();
  return listWaiting(operations, owner);
}

/** @param ids null: all. @returns how many are undone; what is under way, or is not known, stays. */
export async function cancelWaiting(
  operations: Pick<Operations, 'unsettled' | 'undo'>,
  owner: Owner,
  ids: readonly string[] | null,
): Promise<number> {
  const wanted = waitingOf(operations, owner).filter(({ id }) => ids === null || ids.includes(id));
  const undone = await Promise.all(wanted.map(({ id }) => operations.undo(id)));
  return undone.filter(({ ok }) => ok).length;
}
