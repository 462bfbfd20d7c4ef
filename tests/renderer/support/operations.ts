// Believable operations for the page's tests.
import type { Operation, OperationState, Trail } from '../../../src/shared/domain/operation-schemas.ts';
import type { DeskState } from '../../../src/shared/ipc/operation-requests.ts';

/** All is well, and nothing waits. */
export const DESK: DeskState = {
  ...{ reach: 'online', since: '2026-11-22T09:00:00.000Z', open: [], waiting: 0, decisions: 0, others: 0, goneOn: 0 },
  ...{ batches: [], notices: [], clock: null, journal: null },
};

export const TRAIL: Trail = { doubt: false, tries: 1, baseline: null, rejected: [] };
export const DONE: OperationState = { name: 'done', how: 'answered', number: 12 };
export const LOST: Extract<OperationState, { name: 'unknown' }> = {
  ...{ name: 'unknown', problem: null, trail: { ...TRAIL, doubt: true } },
  ...{ matches: [], emptyReads: [], unreadable: false },
};
export const CONFLICT: OperationState = {
  name: 'conflict',
  theirs: { status: 'failed', amount: '450.00', order: 34, product: 'Acer' },
  trail: TRAIL,
};

/** Payment 12 of order 34, from pending to completed. */
export function operation(changes: Partial<Operation> = {}): Operation {
  return {
    ...{ id: 'op-1', sequence: 1, askedAt: '2026-11-22T09:00:00.000Z', changedAt: '2026-11-22T09:00:05.000Z', attempts: 1 },
    wish: { kind: 'mark', payment: 12, to: 'completed' },
    owner: { server: 'https://shop.example', username: 'ada' },
    ...{ actor: 'Ada', reason: null, batch: null, holdUntil: '2026-11-22T09:00:04.000Z', state: DONE },
    saw: { status: 'pending', amount: '450.00', order: 34, product: 'Acer' },
    ...changes,
  };
}

export const newOrder = (changes: Partial<Operation> = {}): Operation =>
  operation({ wish: { kind: 'create-order', product: 'Rice', quantity: 3, price: '0.35', another: false }, ...changes });

export const newPayment = (changes: Partial<Operation> = {}): Operation =>
  operation({ wish: { kind: 'record-payment', order: 34, amount: '7.10', another: false }, ...changes });
