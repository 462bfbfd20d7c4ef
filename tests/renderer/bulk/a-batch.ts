// Batches and desk states for the page's tests.
import type { BatchView, DeskState } from '../../../src/shared/ipc/operation-requests.ts';
import { DESK } from '../support/operations.ts';

export function aBatch(change: Partial<BatchView> = {}): BatchView {
  return {
    ...{ batch: 'one', to: 'completed', actor: 'Ada', at: '2026-03-01T09:00:00.000Z', sum: '10.00', doneSum: null },
    ...{ total: 10, done: 0, failed: 0, cancelled: 0, decisions: 0, paused: false, heldUntil: null },
    ...change,
  };
}

export function aDeskState(...batches: readonly BatchView[]): DeskState {
  return { ...DESK, batches: [...batches] };
}
