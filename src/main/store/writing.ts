// The one way in which anything is written to the server: named, judged by the outcome rules, and entered in the desk's activity.
import type { Evidence } from '../http/evidence.ts';
import { type Asked, judgeWrite, type WriteOutcome } from '../http/outcome.ts';

export interface Write {
  /** One line for the activity: `Payment 12 of order 34: pending → completed`. */
  readonly what: string;
  readonly order: number | null;
  readonly payment: number | null;
  readonly asked: Asked;
  /** @param key a random name for this attempt, sent as `Idempotency-Key`. */
  call(key: string): Promise<Evidence>;
  /** A last look at a successful answer: it may still say that the server did something else. */
  confirm?(body: unknown): WriteOutcome;
}

export type Send = (write: Write) => Promise<WriteOutcome>;

/** Where the activity is kept; `settle` is called once for every `begin`. */
export interface ActivityLog {
  begin(entry: Pick<Write, 'what' | 'order' | 'payment'>): { settle(outcome: WriteOutcome): void };
}

export function createSend(activity: ActivityLog, newKey: () => string): Send {
  return async (write) => {
    const entry = activity.begin(write);
    try {
      const judged = judgeWrite(await write.call(newKey()), write.asked);
      const outcome = judged.class === 'done' && write.confirm !== undefined ? write.confirm(judged.body) : judged;
      entry.settle(outcome);
      return outcome;
    } catch (thrown) {
      // A bug of our own after the request may have left: the safe word for it is "not known".
      entry.settle({ class: 'unknown', error: { kind: 'outcome-unknown', thing: write.asked.thing, status: null } });
      throw thrown;
    }
  };
}
