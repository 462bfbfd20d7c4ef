// Where one operation stands, as a row that can be filtered and searched; derived from its entries and written in the same transaction.
import { isSettled } from '../../shared/domain/operation.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';

export interface Standing {
  readonly operation: string;
  readonly kind: string;
  readonly server: string;
  readonly username: string;
  readonly actor: string;
  readonly state: string;
  readonly settled: 0 | 1;
  readonly batch: string | null;
  readonly payment: number | null;
  readonly order: number | null;
  /** The number that the server gave to what was created, once it is known. */
  readonly created: number | null;
  readonly askedAt: string;
  /** What a search looks in, in lower case. */
  readonly words: string;
}

export function standingOf(operation: Operation): Standing {
  const { id, wish, owner, actor, batch, saw, state, askedAt } = operation;
  const own = wish.kind === 'create-order' ? null : wish.kind === 'record-payment' ? wish.order : saw.order;
  return {
    operation: id,
    kind: wish.kind,
    ...owner,
    actor,
    state: state.name,
    settled: isSettled(state) ? 1 : 0,
    batch,
    payment: wish.kind === 'mark' ? wish.payment : null,
    order: own,
    created: (state.name === 'done' || state.name === 'decided') && wish.kind !== 'mark' ? state.number : null,
    askedAt,
    words: wordsOf(operation),
  };
}

function wordsOf({ id, wish, actor, saw, reason, owner }: Operation): string {
  const own =
    wish.kind === 'mark'
      ? [`payment ${wish.payment}`, wish.to, saw.order === null ? '' : `order ${saw.order}`, saw.product, saw.amount]
      : wish.kind === 'record-payment'
        ? [`order ${wish.order}`, wish.amount, saw.product]
        : [wish.product, String(wish.quantity), wish.price];
  return [...own, actor, owner.username, reason, id]
    .filter((word) => word !== null)
    .join(' ')
    .toLowerCase();
}
