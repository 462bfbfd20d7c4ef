// What a change of the history means for the list of orders: rows are told anew where they stand, and only a first history comes in by itself.
import type { Desk } from './desk.ts';

/** @returns to be called after each change, and when another screen is shown. */
export function renewOrders({ place, history, orders }: Pick<Desk, 'place' | 'history' | 'orders'>): () => void {
  /** What has been shown so far is at most the beginning. */
  let coming = true;
  return () => {
    const { state } = history.getState();
    // Finding, counting and sorting a large history again takes its time: not for a list that nobody sees, while somebody marks in another.
    if (state === null || place.getState().at !== 'orders') return;
    const { selectedId, topId, renew } = orders.getState();
    // A history that comes in for the first time is not news: it is what everybody waits for, its end as well.
    renew(state.revision, coming && selectedId === null && topId() === null);
    coming = state.asOf === null || state.partial;
  };
}
