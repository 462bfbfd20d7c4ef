// What this desk asked the server to do since Paydesk was opened, and what became of it.
import type { ActivityEntry } from '../../shared/ipc/order-schemas.ts';
import type { WriteOutcome } from '../http/outcome.ts';
import type { ActivityLog } from '../store/writing.ts';

export interface Activity {
  /** The log of one person's writes. */
  of(who: string): ActivityLog;
  /** Newest first. */
  list(): readonly ActivityEntry[];
  clear(): void;
}

export function createActivity(timeNow: () => string, changed: () => void): Activity {
  let entries: readonly ActivityEntry[] = [];
  let last = 0;
  /** Grows with every clearing, so that what somebody who left had begun leaves no trace for the next one to read. */
  let generation = 0;

  const logOf = (who: string, own: number): ActivityLog => ({
    begin: ({ what, order, payment }) => {
      if (own !== generation) return { settle: () => undefined };
      last += 1;
      const id = last;
      entries = [{ id, at: timeNow(), who, what, order, payment, outcome: 'sending', problem: null }, ...entries];
      changed();
      return {
        settle: (outcome) => {
          entries = entries.map((entry) => (entry.id === id ? { ...entry, ...told(outcome) } : entry));
          changed();
        },
      };
    },
  });

  return {
    of: (who) => logOf(who, generation),
    list: () => entries,
    clear: () => {
      generation += 1;
      entries = [];
      changed();
    },
  };
}

function told(outcome: WriteOutcome): Pick<ActivityEntry, 'outcome' | 'problem'> {
  switch (outcome.class) {
    case 'done':
      return { outcome: 'done', problem: null };
    case 'not-done':
      return { outcome: 'not-sent', problem: outcome.error };
    default:
      return { outcome: outcome.class, problem: outcome.error };
  }
}
