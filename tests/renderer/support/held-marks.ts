// Held marks and the desk’s state around them, for the page’s tests.
import type { Operation, OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import type { DeskState } from '../../../src/shared/ipc/operation-requests.ts';

export const at = '2026-03-01T09:00:00.000Z';
const until = '2026-03-01T09:00:04.000Z';
export const held: OperationState = { name: 'held', until };

/** A held mark of payment 12 of order 34, 450.00, that was pending. */
export function mark(change: Partial<Operation> = {}): Operation {
  return {
    ...{ id: 'one', sequence: 1, askedAt: at, changedAt: at, holdUntil: until, attempts: 0, batch: null, reason: null, actor: 'Ada' },
    wish: { kind: 'mark', payment: 12, to: 'completed' },
    owner: { server: 'https://shop.example', username: 'ada' },
    saw: { status: 'pending', amount: '450.00', order: 34, product: 'Acer' },
    state: held,
    ...change,
  };
}

export function desk(open: readonly Operation[] = [], change: Partial<DeskState> = {}): DeskState {
  return {
    ...{ reach: 'online', since: at, waiting: 0, decisions: 0, others: 0, batches: [], journal: null, notices: [], clock: null, goneOn: 0 },
    open: [...open],
    ...change,
  };
}
