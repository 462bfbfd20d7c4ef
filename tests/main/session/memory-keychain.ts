// A keychain in memory, with the ways in which real ones fail: what it was asked, in order, and how each call ends.
import type { Keychain } from '../../../src/main/session/secret-store.ts';

type Step = 'read' | 'write' | 'remove';

export interface MemoryKeychain extends Keychain {
  /** What is kept, by `place/account`. */
  readonly kept: Map<string, string>;
  /** Every call, in the order in which it began and ended. */
  readonly steps: string[];
  /** How the calls of one kind end from now on; null: as they should. */
  fail(step: Step, how: (() => Promise<void>) | null): void;
}

export function createMemoryKeychain(): MemoryKeychain {
  const kept = new Map<string, string>();
  const steps: string[] = [];
  const failures = new Map<Step, () => Promise<void>>();

  const call = async <T>(step: Step, work: () => T): Promise<T> => {
    steps.push(`${step} begins`);
    await failures.get(step)?.();
    const value = work();
    steps.push(`${step} ends`);
    return value;
  };

  return {
    kept,
    steps,
    fail: (step, how) => {
      if (how === null) failures.delete(step);
      else failures.set(step, how);
    },
    read: (place, account) => call('read', () => kept.get(`${place}/${account}`) ?? null),
    write: (place, account, secret) => call('write', () => void kept.set(`${place}/${account}`, secret)),
    remove: (place, account) => call('remove', () => void kept.delete(`${place}/${account}`)),
  };
}

export function throwing(message: string): () => Promise<void> {
  return async () => {
    throw new Error(message);
  };
}

/** A call that waits until the test lets it go on. */
export function held(): { readonly wait: () => Promise<void>; readonly release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: () => promise, release: resolve };
}
