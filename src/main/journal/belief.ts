// What the book may take from the journal itself, where no answer has told it: that a mark was confirmed without a word on the status.
import { sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation, Owner } from '../../shared/domain/operation-schemas.ts';
import type { Book } from '../store/book.ts';

export interface Belief {
  /** The update with this key was answered well, without a word on the payment's status. */
  unsaid(key: string): void;
  /** To be told of each operation of this server that has moved. */
  moved(operation: Operation): void;
}

export function createBelief(book: Pick<Book, 'now' | 'payment' | 'putPayment'>, owner: Owner): Belief {
  /** By operation: its key is its number. */
  const silent = new Set<string>();

  /** Whether the journal says more than the book has heard. */
  const isNews = ({ id, wish, state, owner: whose }: Operation): boolean => {
    if (wish.kind !== 'mark') return false;
    if (state.name === 'sending') silent.delete(id);
    // A person has looked where this desk cannot.
    if (state.name === 'decided') return state.how === 'is-done';
    if (state.name !== 'done' || state.how !== 'answered') return false;
    // What the server said itself has reached the book already, and something newer may have come after it. The answers to
    // somebody who has left since reach no book; of their payments only those are touched that this person can see.
    return sameOwner(whose, owner) ? silent.delete(id) : book.payment(wish.payment) !== null;
  };

  return {
    unsaid: (key) => silent.add(key),
    moved: (operation) => {
      const { wish } = operation;
      if (wish.kind !== 'mark' || !isNews(operation)) return;
      const known = book.payment(wish.payment)?.payment ?? { id: wish.payment, order: null, amount: null, status: null, createdAt: null };
      if (known.status !== wish.to) book.putPayment({ ...known, status: wish.to }, book.now());
    },
  };
}
