// What has just happened, in words: successes that fade, failures that stay, and what forms say aloud beside their own note.
import { createStore, type StoreApi } from 'zustand/vanilla';

export type Tone = 'success' | 'failure';

export interface Announcement {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  /** Is not pushed out by what comes after it; goes by its own time. */
  readonly stays?: true;
}

export interface AnnouncementsState {
  /** Newest last. */
  readonly shown: readonly Announcement[];
  /** Sentences that stand visibly elsewhere; the regions only speak them. */
  readonly spoken: readonly Announcement[];
  announce(text: string): void;
  /** A success that others, which come right after it, do not push out. */
  tell(text: string): void;
  fail(text: string): void;
  dismiss(id: number): void;
  /** Said to those who listen, politely, and shown nowhere: what it tells stands on the screen already. */
  murmur(text: string): void;
  /** @returns the stop: the form no longer says it. */
  speak(text: string): () => void;
}

/** More than this would cover the work that they speak about. */
const MOST_SUCCESSES = 2;
const MOST_FAILURES = 4;

export type Announcements = StoreApi<AnnouncementsState>;

export function createAnnouncements(): Announcements {
  let last = 0;
  return createStore<AnnouncementsState>((set) => {
    const add = (tone: Tone, text: string, stays: Pick<Announcement, 'stays'> = {}) =>
      set(({ shown }) => {
        last += 1;
        // The same failure again is the same failure: it is said anew (new id), not stacked.
        const others = shown.filter((item) => tone === 'success' || item.text !== text);
        return { shown: capped([...others, { id: last, tone, text, ...stays }]) };
      });
    return {
      shown: [],
      spoken: [],
      announce: (text) => add('success', text),
      tell: (text) => add('success', text, { stays: true }),
      fail: (text) => add('failure', text),
      dismiss: (id) => set(({ shown }) => ({ shown: shown.filter((item) => item.id !== id) })),
      murmur: (text) =>
        set(({ spoken }) => {
          last += 1;
          return { spoken: [...spoken.filter(({ tone }) => tone === 'failure'), { id: last, tone: 'success', text }] };
        }),
      speak: (text) => {
        last += 1;
        const id = last;
        set(({ spoken }) => ({ spoken: [...spoken, { id, tone: 'failure', text }] }));
        return () => set(({ spoken }) => ({ spoken: spoken.filter((item) => item.id !== id) }));
      },
    };
  });
}

function capped(items: readonly Announcement[]): readonly Announcement[] {
  const newest = (tone: Tone, most: number) =>
    items
      .filter((item) => item.tone === tone)
      .slice(-most)
      .map((item) => item.id);
  const kept = new Set([...newest('success', MOST_SUCCESSES), ...newest('failure', MOST_FAILURES)]);
  return items.filter((item) => item.stays === true || kept.has(item.id));
}
