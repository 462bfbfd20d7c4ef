// The journal in a thread of its own, so that a slow disk never stops the window.
import { callThread, type Thread, ThreadOver } from '../store/thread/thread-calls.ts';
import { closed, type JournalDoor } from './door.ts';
import type { Testimony } from './witness.ts';

/** What a thread is started with. `reads`: it only reads, beside the one that writes. */
export interface ThreadData {
  readonly path: string;
  readonly reads: { readonly witness: Testimony | null } | null;
}

/** @param lost told when the thread ends by itself: every call from then on answers `closed`. */
export function openInThread(thread: Thread, lost: () => void): JournalDoor {
  const calls = callThread(thread, { lost });

  /** The thread runs the same file methods; what it posts back has their types. */
  const call = async <T>(name: keyof JournalDoor, ...input: readonly unknown[]): Promise<T> => {
    try {
      return (await calls.call(name, input)) as T;
    } catch (thrown) {
      if (thrown instanceof ThreadOver) return closed as T;
      throw thrown;
    }
  };

  return {
    open: () => call('open'),
    append: (changes) => call('append', changes),
    unsettled: () => call('unsettled'),
    page: (filter) => call('page', filter),
    claimed: (kind, server, numbers) => call('claimed', kind, server, numbers),
    tally: (batch) => call('tally', batch),
    amounts: (batch) => call('amounts', batch),
    actors: (server) => call('actors', server),
    verify: () => call('verify'),
    rows: (after, limit) => call('rows', after, limit),
    close: async () => {
      try {
        await calls.close('close');
      } catch (thrown) {
        // It has ended while it was being closed.
        if (!(thrown instanceof ThreadOver)) throw thrown;
      }
    },
  };
}
