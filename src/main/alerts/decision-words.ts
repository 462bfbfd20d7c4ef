// How it is said that something needs a person's decision. Pure.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { Alert } from './alert.ts';

/** null: nothing needs one any more. */
export function decisionWords(operations: readonly Operation[]): Alert | null {
  const [first] = operations;
  if (first === undefined) return null;
  if (operations.length === 1) {
    const { id, batch } = first;
    const show = { place: 'activity', operation: id } as const;
    return { title: 'Something needs your decision', body: whyOf(first), show, inside: batch !== null };
  }
  return {
    title: `${operations.length} entries need your decision`,
    body: 'They wait in Activity.',
    show: { place: 'activity', operation: null },
    inside: operations.some(({ batch }) => batch !== null),
  };
}

function whyOf({ wish, state }: Operation): string {
  const what =
    wish.kind === 'mark'
      ? `payment ${wish.payment}`
      : wish.kind === 'create-order'
        ? 'a new order'
        : `a new payment of order ${wish.order}`;
  if (state.name === 'conflict') return `Somebody else has changed ${what} meanwhile.`;
  if (state.name === 'waiting') return `What was asked of ${what} has waited for more than a day.`;
  return wish.kind === 'mark' ? `It is not known whether ${what} was marked ${wish.to}.` : `It is not known whether ${what} was made.`;
}
