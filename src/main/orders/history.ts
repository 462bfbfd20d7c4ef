// Keeps the history as the server tells it: one pull at a time, all of it or nothing, and says how far it is.

import type { AppError } from '../../shared/errors/app-error.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Connection } from '../http/connection.ts';
import type { HistoryBook } from '../store/history-book.ts';
import { type Progress, type Pulled, pullHistory } from './pull.ts';

export interface History {
  state(): HistoryState;
  /** Gives up the pull that is under way, and what has come of it. What was known before stays as it is. */
  cancel(): void;
  /** Joins a pull that is under way. Never rejects: a failure stands in the state. */
  refresh(): Promise<HistoryState>;
  /** Nothing of a pull that is still under way is used. */
  stop(): void;
}

export interface HistoryParts {
  readonly connection: Connection;
  readonly book: Pick<HistoryBook, 'door' | 'now' | 'opening' | 'revision' | 'summary'>;
  /** ISO 8601 */
  timeNow(): string;
  changed(): void;
}

/** So that a small server still has hands free for others. */
const PAGES_AT_ONCE = 3;

export function createHistory({ connection, book, timeNow, changed }: HistoryParts): History {
  let under: Promise<HistoryState> | null = null;
  let stopped = false;
  let own: Pick<HistoryState, 'pulling' | 'problem' | 'missing'> = { pulling: null, problem: null, missing: null };
  let giveUp = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  /** What the server names the history that this desk has; null until the store has been asked. */
  let etag: { readonly named: string | null } | null = null;
  /** This server's pages have fitted together so far, or did at the second reading. */
  let consistent = true;

  const state = (): HistoryState => {
    const { highest: _, ...summary } = book.summary();
    return { revision: book.revision(), ...summary, ...own };
  };
  /** @param signal of the pull that says so: one that was given up says nothing any more. */
  const set = (change: Partial<typeof own>, signal: AbortSignal): void => {
    if (stopped || signal.aborted) return;
    own = { ...own, ...change };
    changed();
  };

  /** What does not fit together at first is read once more, page after page; then it is taken as it is. */
  const pull = async (signal: AbortSignal, since: string): Promise<Result<Pulled | null>> => {
    etag ??= { named: (await book.opening)?.etag ?? null };
    const asked = book.now();
    // Known from the first answer on: a kept sign-in brings no number of its own.
    const person = () => ({ userId: connection.userId(), username: connection.username });
    const progress = (step: Progress): void => set({ pulling: { ...step, since } }, signal);
    const once = async (pagesAtOnce: number, named: string | null): Promise<Result<Pulled | null>> => {
      const pulled = await pullHistory({ connection, door: book.door, asked, person, etag: named, pagesAtOnce, signal, timeNow, progress });
      if (pulled.ok && pulled.value?.kind === 'taken') etag = { named: pulled.value.etag };
      return pulled;
    };
    const first = await once(consistent ? PAGES_AT_ONCE : 1, etag.named);
    if (!first.ok || first.value === null || !isToBeReadAgain(first.value)) return first;
    const again = await once(1, null);
    if (!again.ok || again.value === null) return again;
    if (again.value.kind === 'broken') return fail(again.value.error);
    consistent &&= !isToBeReadAgain(again.value);
    return again;
  };

  /** Its pages did not fit together, or brought fewer orders than the server counts. */
  const isToBeReadAgain = (pulled: Pulled): boolean => {
    if (pulled.kind !== 'taken') return pulled.kind === 'broken';
    return consistent && (pulled.doubtful || missingOf(pulled) !== null);
  };
  /** So many orders did not come, by the server's own count; null where none is missing, or it told no count. */
  const missingOf = ({ count }: Extract<Pulled, { kind: 'taken' }>): number | null => {
    const { total, unreadable } = book.summary();
    return count !== null && total + unreadable < count ? count - total - unreadable : null;
  };

  const run = async (signal: AbortSignal, before: Promise<unknown>): Promise<HistoryState> => {
    const since = timeNow();
    set({ pulling: { received: 0, expected: null, since } }, signal);
    // The store takes one pull at a time: one that was cancelled has to be out of it.
    await before;
    const answer = await pull(signal, since).catch((thrown: unknown) => fail(notKept(thrown)));
    const taken = answer.ok && answer.value?.kind === 'taken' ? { missing: missingOf(answer.value) } : {};
    set({ pulling: null, problem: answer.ok ? null : answer.error, ...taken }, signal);
    return state();
  };

  return {
    state,
    cancel: () => {
      if (own.pulling === null) return;
      // A new one may begin at once; whatever still comes of this one is not looked at.
      under = null;
      set({ pulling: null }, giveUp.signal);
      giveUp.abort();
    },
    refresh: () => {
      if (under !== null) return under;
      if (stopped) return Promise.resolve(state());
      giveUp = new AbortController();
      const pulling: Promise<HistoryState> = run(giveUp.signal, last).finally(() => {
        if (under === pulling) under = null;
      });
      under = pulling;
      last = pulling;
      return pulling;
    },
    stop: () => {
      stopped = true;
      giveUp.abort();
    },
  };
}

/** What the store could not take: a disk, mostly. */
function notKept(thrown: unknown): AppError {
  return { kind: 'not-saved', problem: /ENOSPC|disk is full/.test(String(thrown)) ? 'full' : 'other' };
}
