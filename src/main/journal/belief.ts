// What the book may take from the journal itself, where no answer has told it: that a mark was confirmed without a word on the status.
import { sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation, Owner } from '../../shared/domain/operation-schemas.ts';
import type { HistoryBook } from '../store/history-book.ts';

export interface Belief {
  /** The update with this key was answered well, without a word on the payment's status. */
  unsaid(key: string): void;
  /**
   * To be told of each operation of this server that has moved. What it believes of this person's own marks is in every reading that is asked
   * for after this has returned; of those of others, when it resolves.
   */
  moved(operation: Operation): Promise<void>;
}

export function createBelief(book: Pick<HistoryBook, 'now' | 'payments' | 'putPayment'>, owner: Owner): Belief {
  /** By operation: its key is its number. */
  const silent = new Set<string>();

  /** Whether the journal says more than the book has heard. `seen`: only if the payment is one that this person can see. */
  const isNews = ({ id, wish, state, owner: whose }: Operation): boolean | 'seen' => {
    if (wish.kind !== 'mark') return false;
    if (state.name === 'sending') silent.delete(id);
    // A person has looked where this desk cannot.
    if (state.name === 'decided') return state.how === 'is-done';
    if (state.name !== 'done' || state.how !== 'answered') return false;
    // What the server said itself has reached the book already, and something newer may have come after it. The answers to
    // somebody who has left since reach no book; of their payments only those are touched that this person can see.
    return sameOwner(whose, owner) ? silent.delete(id) : 'seen';
  };

  return {
    unsaid: (key) => silent.add(key),
    moved: async (operation) => {
      const { wish } = operation;
      const news = isNews(operation);
      if (wish.kind !== 'mark' || news === false) return;
      const asked = book.now();
      if (news === 'seen' && (await book.payments([wish.payment]))[0] == null) return;
      // What else is known of it stays: a thin telling takes nothing away.
      book.putPayment({ id: wish.payment, order: null, amount: null, status: wish.to, createdAt: null }, asked);
    },
  };
}
