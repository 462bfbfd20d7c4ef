// What the page is told of all that is not settled: how much waits, what needs a person, and how the batches stand.
import { isSettled } from '../../shared/domain/operation.ts';
import { needsPerson, sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation, Owner } from '../../shared/domain/operation-schemas.ts';
import type { BatchView, DeskState, Reach } from '../../shared/ipc/operation-requests.ts';
import type { Notice } from '../../shared/ipc/shell-requests.ts';
import type { Result } from '../../shared/result.ts';
import type { Operations } from './operations.ts';

/** Of more the page shows the number only. */
const MOST_OPEN = 200;

/** To be sent, sooner or later, without anybody doing anything. */
export function isOnItsWay(operation: Operation): boolean {
  return !isSettled(operation.state) && !needsPerson(operation);
}

/** In the order of asking. What is held can be undone for seconds only, so it goes before what merely waits. */
function mostUrgent(operations: readonly Operation[]): Operation[] {
  if (operations.length <= MOST_OPEN) return [...operations];
  const held = operations.filter(({ state }) => state.name === 'held').slice(-MOST_OPEN);
  const others = operations.filter(({ state }) => state.name !== 'held').slice(0, MOST_OPEN - held.length);
  const shown = new Set([...held, ...others]);
  return operations.filter((operation) => shown.has(operation));
}

export interface DeskStateParts {
  readonly operations: Result<Operations>;
  /** null: nobody is signed in. */
  readonly owner: Owner | null;
  readonly reach: Reach;
  readonly since: string;
  readonly notices: readonly Notice[];
  readonly goneOn: number;
  readonly clock: number | null;
  readonly batches: readonly BatchView[];
}

export function deskStateOf({ operations, owner, batches, ...parts }: DeskStateParts): DeskState {
  const told = { ...parts, notices: [...parts.notices] };
  if (!operations.ok) return { ...told, open: [], waiting: 0, decisions: 0, others: 0, batches: [], journal: operations.error };
  const all = operations.value.unsettled();
  const own = owner === null ? [] : all.filter((operation) => sameOwner(operation.owner, owner));
  const decisions = own.filter(needsPerson);
  return {
    ...told,
    open: mostUrgent(own.filter((operation) => operation.batch === null || needsPerson(operation))),
    waiting: own.length - decisions.length,
    decisions: decisions.length,
    others: all.length - own.length,
    batches: [...batches],
    journal: operations.value.isHalted(),
  };
}
