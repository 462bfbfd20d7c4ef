// An order or a payment asked for in a form: without a hold, and told when its outcome is known.
import { likeness } from '../../shared/domain/operation-rules.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { CreationOutput } from '../../shared/ipc/order-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { askAndHear } from './hear.ts';
import type { AskInput, Operations } from './operations.ts';

/** @param again the operation whose answer was lost: sent once more where the same is asked for, otherwise this is another one. */
export async function create(operations: Operations, input: AskInput, again: string | null): Promise<Result<CreationOutput>> {
  const lost = again === null ? null : operations.operation(again);
  // It has been found or decided since the form was told: another one must not be made of that.
  if (again !== null && lost === null) return fail({ kind: 'moved-on', thing: input.wish.kind === 'create-order' ? 'order' : 'payment' });
  const same = lost !== null && likeness(lost.owner, lost.wish) === likeness(lost.owner, input.wish);
  const heard = await askAndHear(operations, () =>
    same ? operations.decide(lost.id, { kind: 'send-again', reason: null }) : operations.ask(input, 0),
  );
  return heard.ok ? told(heard.value) : heard;
}

function told({ id, state }: Operation): Result<CreationOutput> {
  switch (state.name) {
    case 'done':
    case 'decided':
      return ok({ outcome: 'created', id: state.number });
    case 'refused':
      return fail(state.problem);
    case 'waiting':
      return state.trail.doubt || state.problem === null ? ok({ outcome: 'unknown', operation: id }) : fail(state.problem);
    case 'undone':
    case 'not-done':
      return fail({ kind: 'moved-on', thing: 'order' });
    default:
      return ok({ outcome: 'unknown', operation: id });
  }
}
