// The history's door with its file and its index in a thread of their own.
import { Worker } from 'node:worker_threads';
import type { HistoryDoor, HistoryFileProblem, Summary } from './door.ts';
import { passedOn } from './passed-on.ts';
import { callThread, type Thread } from './thread/thread-calls.ts';

export interface HistoryThreadData {
  readonly path: string;
}

/**
 * @param program the built worker.ts
 * @param path `:memory:` for one that is gone when it is closed
 * @param lost told once when the thread ends by itself; every call, also one that waits, rejects
 */
export function openHistoryInThread(program: string | URL, path: string, lost: () => void): HistoryDoor {
  const workerData: HistoryThreadData = { path };
  return throughThread(new Worker(program, { workerData }) as Thread, lost);
}

export function throughThread(thread: Thread, lost: () => void): HistoryDoor {
  let changed = (_summary: Summary): void => undefined;
  let trouble = (_problem: HistoryFileProblem): void => undefined;
  const calls = callThread(thread, {
    lost,
    told: (topic, told) => {
      if (topic === 'changed') changed(told as Summary);
      else trouble(told as HistoryFileProblem);
    },
  });
  /** The thread runs the same methods; what it posts back has their types. */
  const through =
    <N extends keyof HistoryDoor>(name: N): HistoryDoor[N] =>
    (...input: unknown[]) =>
      calls.call(name, input) as never;

  return {
    open: async (tellChanged, tellTrouble) => {
      changed = tellChanged;
      trouble = tellTrouble ?? trouble;
      return (await calls.call('open', [])) as Awaited<ReturnType<HistoryDoor['open']>>;
    },
    close: () => calls.close('close'),
    erase: () => calls.close('erase'),
    ...passedOn(through),
    pageBytes: async (page, bytes) => {
      // Only a buffer that holds nothing else can be handed over.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      return (await calls.call('pageBytes', [page, own], [own.buffer])) as number;
    },
  };
}
