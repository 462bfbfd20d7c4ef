// Asks for an operation and waits for what becomes of it: for forms, which stay open until there is something to tell.
import { isSettled } from '../../shared/domain/operation.ts';
import type { Operation, OperationState } from '../../shared/domain/operation-schemas.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Operations } from './operations.ts';

/**
 * @returns the operation as soon as it is settled, unknown or in conflict. One that cannot go out now, and of which nothing has reached the
 *   server, is undone and returned as it waited, so that the form keeps what was typed and nothing goes out behind its back; where the
 *   journal does not take the undoing, it is returned as it waits, and stays.
 */
export async function askAndHear(
  operations: Pick<Operations, 'subscribe' | 'undo'>,
  ask: () => Promise<Result<Operation>>,
): Promise<Result<Operation>> {
  const latest = new Map<string, Operation>();
  let news = Promise.withResolvers<void>();
  // Before it is asked: it may be settled by the time that the asking returns.
  const stop = operations.subscribe((change) => {
    if (change.kind !== 'operation') return;
    latest.set(change.operation.id, change.operation);
    news.resolve();
  });
  try {
    const asked = await ask();
    if (!asked.ok) return asked;
    for (;;) {
      const operation = latest.get(asked.value.id) ?? asked.value;
      if (isTellable(operation.state)) return ok(operation);
      if (!isStuck(operation.state)) {
        await news.promise;
        news = Promise.withResolvers<void>();
        continue;
      }
      const undone = await operations.undo(operation.id);
      // Where that cannot be written down it stays, and may go out later; where it is refused, it has gone on meanwhile.
      if (undone.ok || undone.error.kind !== 'moved-on') return ok(operation);
    }
  } finally {
    stop();
  }
}

/** After an attempt that may have been carried out also one that waits is not known. */
function isTellable(state: OperationState): boolean {
  return isSettled(state) || state.name === 'unknown' || state.name === 'conflict' || (isStuck(state) && state.trail.doubt);
}

function isStuck(state: OperationState): state is Extract<OperationState, { name: 'waiting' }> {
  return state.name === 'waiting' && state.why !== 'person';
}
