// Operations for tests: a held mark of payment 5, with whatever a test wants otherwise.
import type { Operation } from '../../../src/shared/domain/operation-schemas.ts';

export const at = '2026-03-01T09:00:00.000Z';
export const later = '2026-03-01T09:00:05.000Z';

export function anOperation(change: Partial<Operation>): Operation {
  return {
    id: 'one',
    sequence: 1,
    askedAt: at,
    wish: { kind: 'mark', payment: 5, to: 'completed' },
    owner: { server: 'https://shop.example', username: 'ada' },
    actor: 'Ada',
    saw: { status: 'pending', amount: '10.00', order: 3, product: 'Rice' },
    reason: null,
    batch: null,
    holdUntil: later,
    state: { name: 'held', until: later },
    attempts: 0,
    changedAt: at,
    ...change,
  };
}
