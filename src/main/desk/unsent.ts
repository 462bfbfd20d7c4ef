// What the signed-in person has not sent yet, for the moment in which Paydesk is closed.
import { cancelWaiting, sendWaiting, waitingOf } from '../journal/waiting.ts';
import type { OwnOperations } from './shell-handlers.ts';

export interface Unsent {
  count(): number;
  /** Sends what can be sent now. @returns how much is left. */
  send(): Promise<number>;
  /** Undoes what can be undone. @returns how much is left. */
  cancel(): Promise<number>;
}

/** @param own null: nobody is signed in, or only to practise. What others have asked for stays until they sign in. */
export function createUnsent(own: () => OwnOperations | null): Unsent {
  const count = (): number => {
    const mine = own();
    return mine === null ? 0 : waitingOf(mine.operations, mine.owner).length;
  };
  return {
    count,
    send: async () => {
      const mine = own();
      if (mine !== null) await sendWaiting(mine.operations, mine.owner);
      return count();
    },
    cancel: async () => {
      const mine = own();
      if (mine !== null) await cancelWaiting(mine.operations, mine.owner, null);
      return count();
    },
  };
}
