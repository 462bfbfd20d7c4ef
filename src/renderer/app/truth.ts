// The words of the truth bar: how old the facts are, what is being loaded, and what went wrong. Pure.
import { describeError } from '../../shared/errors/describe.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import { asOfTime, counted, grouped } from '../ui/format-time.ts';

export interface Truth {
  readonly age: string;
  readonly progress: { readonly words: string /** 0 to 1, or null where no count is told. */; readonly part: number | null } | null;
  readonly trouble: string | null;
  /** Rows of the history that cannot be shown; null when all can. */
  readonly missing: string | null;
  /** Orders that the server counts and has not sent; null when all have come, or it counts none. */
  readonly unsent: string | null;
}

export function truthOf(history: HistoryState | null, now: Date): Truth {
  if (history === null) return { age: '', progress: null, trouble: null, missing: null, unsent: null };
  const { asOf, pulling, problem, unreadable, missing, partial, total } = history;
  return {
    age:
      asOf === null
        ? partial
          ? `only the first ${counted(total, 'order')} yet`
          : pulling === null
            ? 'history not loaded yet'
            : ''
        : `as of ${asOfTime(asOf, now)}`,
    progress: pulling === null ? null : progressOf(pulling),
    trouble: pulling !== null || problem === null ? null : troubleWords(describeError(problem), asOf, now),
    missing: unreadable === 0 ? null : `${counted(unreadable, 'row')} without an order number not shown`,
    unsent: missing === null ? null : `${counted(missing, 'order')} of the server’s own count did not come`,
  };
}

function progressOf({ received, expected }: NonNullable<HistoryState['pulling']>): NonNullable<Truth['progress']> {
  if (expected === null || expected === 0)
    return { words: received === 0 ? 'Loading…' : `Loading, ${grouped(received)} so far`, part: null };
  return { words: `Loading ${grouped(received)} of ${grouped(expected)}`, part: Math.min(1, received / expected) };
}

function troubleWords(sentence: string, asOf: string | null, now: Date): string {
  return asOf === null ? sentence : `${sentence} Shown is what was known at ${asOfTime(asOf, now)}.`;
}
