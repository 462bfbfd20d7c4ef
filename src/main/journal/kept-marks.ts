// Marks that waited in the journal already when somebody signed in: when the first of them goes out, that is worth a word.
import { sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation, Owner } from '../../shared/domain/operation-schemas.ts';
import { isOnItsWay } from './desk-state.ts';

export interface KeptMarks {
  /** Told of every operation that has moved. */
  moved(operation: Operation): void;
  /** How many of this person's were there when the first of them went out; 0 before that. */
  goneOn(owner: Owner | null): number;
}

/** @param found everything that was not settled then. */
export function createKeptMarks(found: readonly Operation[]): KeptMarks {
  const kept = new Map(found.filter((operation) => operation.wish.kind === 'mark' && isOnItsWay(operation)).map((each) => [each.id, each]));
  let gone: { readonly owner: Owner; readonly count: number } | null = null;
  return {
    moved: (operation) => {
      const { id, owner, state } = operation;
      if (!kept.has(id)) return;
      const mine = (each: Operation): boolean => sameOwner(each.owner, owner);
      if (state.name === 'sending' && (gone === null || !sameOwner(gone.owner, owner)))
        gone = { owner, count: [...kept.values()].filter(mine).length };
      if (isOnItsWay(operation)) kept.set(id, operation);
      else kept.delete(id);
    },
    goneOn: (owner) => (gone !== null && owner !== null && sameOwner(gone.owner, owner) ? gone.count : 0),
  };
}
