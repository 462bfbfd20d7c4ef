// Journals in memory with a clock that goes when it is told, and words on what became of an operation.
import { openInPlace } from '../../../../src/main/journal/door.ts';
import { openJournal } from '../../../../src/main/journal/journal.ts';
import type { Operations } from '../../../../src/main/journal/operations.ts';
import { createWritePath, type WritePath, type WritePathParts } from '../../../../src/main/journal/write-path.ts';
import type { Operation } from '../../../../src/shared/domain/operation-schemas.ts';
import { createVirtualClock, type VirtualClock } from '../../../simulation/virtual-clock.ts';

export interface Clock extends Pick<VirtualClock, 'now' | 'at'> {
  timeNow(): string;
  /** Time passes; what falls due meanwhile does not happen yet. */
  skip(milliseconds: number): void;
  /** Time passes, and everything that falls due happens, with what follows from it. */
  pass(milliseconds: number): Promise<void>;
}

/** @param busy while it says so, somebody is at work and is waited for, however long that takes. */
export function aClock(start: number, busy: () => boolean = () => false): Clock {
  const clock = createVirtualClock(start);
  const rest = async (): Promise<void> => {
    do await turns();
    while (busy());
  };
  return {
    now: clock.now,
    at: clock.at,
    timeNow: () => new Date(clock.now()).toISOString(),
    skip: clock.skip,
    pass: async (milliseconds) => {
      const end = clock.now() + milliseconds;
      await rest();
      while (clock.step(end - clock.now())) await rest();
      clock.skip(Math.max(0, end - clock.now()));
      await rest();
    },
  };
}

/** Waits for what a test means, however long it takes: without it the test runs out of time. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}

/** Whatever waits for nothing but its turn goes on. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
}

export function aWritePath(clock: Clock, parts: Partial<WritePathParts> = {}): WritePath {
  let id = 0;
  const newId = (): string => {
    id += 1;
    return `operation-${id}`;
  };
  const { timeNow } = clock;
  return createWritePath({
    timeNow,
    newId,
    now: clock.now,
    random: () => 0.5,
    after: clock.at,
    failed: (thrown) => {
      throw thrown;
    },
    openShopJournal: () => openJournal({ door: openInPlace({ path: ':memory:', timeNow }), timeNow, newId }),
    ...parts,
  });
}

const UNDER_WAY: ReadonlySet<Operation['state']['name']> = new Set(['held', 'sending']);

/** The operation as soon as it is neither held nor being sent: what was learned by one attempt. */
export async function becameOf(operations: Pick<Operations, 'operation' | 'subscribe' | 'page'>, id: string): Promise<Operation> {
  const { promise, resolve } = Promise.withResolvers<Operation>();
  const look = (operation: Operation): void => {
    if (operation.id === id && !UNDER_WAY.has(operation.state.name)) resolve(operation);
  };
  const stop = operations.subscribe((change) => {
    if (change.kind === 'operation') look(change.operation);
  });
  const now = operations.operation(id) ?? (await settledOne(operations, id));
  if (now !== null) look(now);
  return await promise.finally(stop);
}

async function settledOne(operations: Pick<Operations, 'page'>, id: string): Promise<Operation | null> {
  const page = await operations.page({ text: id, offset: 0, limit: 100 });
  return page.ok ? (page.value.operations.find((operation) => operation.id === id) ?? null) : null;
}

/** A shop's journal at a place, on a disk that can be filled. */
export function journalOn(path: string, disk: { full: boolean } = { full: false }): Pick<WritePathParts, 'openShopJournal'> {
  return {
    openShopJournal: async () => {
      const timeNow = (): string => '2026-10-22T10:00:00.000Z';
      const door = openInPlace({ path, timeNow });
      const append: typeof door.append = async (changes) => (disk.full ? { ok: false, problem: 'full' } : await door.append(changes));
      let id = 0;
      const newId = (): string => `${process.hrtime.bigint()}-${++id}`;
      return await openJournal({ door: { ...door, append }, timeNow, newId });
    },
  };
}
