// The journal in a thread of its own, so that a slow disk never stops the window: this side sends calls and waits for their answers.

import { closed, type JournalDoor } from './door.ts';
import type { Answer, Opening } from './file.ts';
import type { Testimony } from './witness.ts';

/** What a thread is started with. `reads`: it only reads, beside the one that writes. */
export interface ThreadData {
  readonly path: string;
  readonly reads: { readonly witness: Testimony | null } | null;
}

/** What is used of a Worker of node:worker_threads. */
export interface Thread {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: Reply) => void): unknown;
  on(event: 'error' | 'exit', listener: () => void): unknown;
}

export interface Call {
  readonly id: number;
  readonly name: 'open' | 'close' | Exclude<keyof JournalDoor, 'open' | 'close'>;
  readonly input: readonly unknown[];
}

export interface Reply {
  readonly id: number;
  readonly answer: unknown;
}

/** @param lost told when the thread ends by itself: every call from then on answers `closed`. */
export function openInThread(thread: Thread, lost: () => void): JournalDoor {
  const open = new Map<number, (answer: unknown) => void>();
  let last = 0;
  let over: 'no' | 'closed' | 'lost' = 'no';

  const end = (): void => {
    if (over !== 'no') return;
    over = 'lost';
    for (const answer of open.values()) answer(closed);
    open.clear();
    lost();
  };
  thread.on('message', ({ id, answer }) => {
    open.get(id)?.(answer);
    open.delete(id);
  });
  thread.on('error', end);
  thread.on('exit', end);

  // The thread runs the same file methods; what it posts back has their types.
  const call = <T>(name: Call['name'], ...input: readonly unknown[]): Promise<T> =>
    new Promise((resolve) => {
      if (over !== 'no') return resolve(closed as T);
      last += 1;
      open.set(last, (answer) => resolve(answer as T));
      thread.postMessage({ id: last, name, input } satisfies Call);
    });

  return {
    open: () => call<Answer<Opening>>('open'),
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
      if (over !== 'no') return;
      await call('close');
      over = 'closed';
    },
  };
}
