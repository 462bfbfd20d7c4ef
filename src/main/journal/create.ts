// An order or a payment asked for in a form: without a hold, and told when its outcome is known.
import { likeness } from '../../shared/domain/operation-rules.ts';
import type { Operation, Wish } from '../../shared/domain/operation-schemas.ts';
import type { Thing } from '../../shared/errors/app-error.ts';
import type { CreationOutput } from '../../shared/ipc/order-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { askAndHear } from './hear.ts';
import type { AskInput, Operations } from './operations.ts';

/** @param again the operation whose answer was lost: sent once more where the same is asked for, otherwise this is another one. */
export async function create(operations: Operations, input: AskInput, again: string | null): Promise<Result<CreationOutput>> {
  const lost = again === null ? null : operations.operation(again);
  // It has been found or decided since the form was told: another one must not be made of that.
  if (again !== null && lost === null) return fail({ kind: 'moved-on', thing: thingOf(input.wish) });
  const same = lost !== null && likeness(lost.owner, lost.wish) === likeness(lost.owner, input.wish);
  // Somebody stands at the form and asks for it now: how long the server wanted to be left alone, or was not there, is told by a new try.
  operations.insist();
  const heard = await askAndHear(operations, () =>
    same ? operations.decide(lost.id, { kind: 'send-again', reason: null }) : operations.ask(input, 0),
  );
  return heard.ok ? told(heard.value, operations.operation(heard.value.id) !== null) : heard;
}

/** @param open it may still go out, or has gone out. */
function told({ id, state, wish }: Operation, open: boolean): Result<CreationOutput> {
  switch (state.name) {
    case 'done':
      return ok({ outcome: 'created', id: state.number });
    case 'decided':
      // Given up after an attempt whose answer was lost: nobody knows.
      return state.how === 'is-done' ? ok({ outcome: 'created', id: state.number }) : fail({ kind: 'moved-on', thing: thingOf(wish) });
    case 'refused':
      return fail(state.problem);
    case 'waiting':
      return open ? ok({ outcome: 'unknown', operation: id }) : fail(state.problem ?? { kind: 'moved-on', thing: thingOf(wish) });
    case 'undone':
    case 'not-done':
      return fail({ kind: 'moved-on', thing: thingOf(wish) });
    default:
      return ok({ outcome: 'unknown', operation: id });
  }
}

function thingOf(wish: Wish): Thing {
  return wish.kind === 'create-order' ? 'order' : 'payment';
}
