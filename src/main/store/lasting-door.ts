// A history whose thread may end without being asked to: another one is opened in its place, and what had not been answered is asked again.
import type { HistoryDoor, HistoryFileProblem, HistoryOpening } from './door.ts';
import { passedOn } from './passed-on.ts';
import { ThreadOver } from './thread/thread-calls.ts';

export interface LastingDoorParts {
  /** Another one at each call. */
  open(): HistoryDoor;
  /** Where no thread stays alive: kept nowhere, and better than no history at all. */
  openInMemory(): HistoryDoor;
  /** Named where it comes to that. */
  readonly file: string;
  /** Whoever is to be forgotten is forgotten also where no thread is left to do it. */
  remove(): void;
  log(line: string): void;
}

/** A thread that ends as often as this will end again. */
const MOST_THREADS = 3;

/** The pieces of a pull are gone with the thread that took them: the pull fails, and the next one brings all of it. */
const OF_A_PULL: ReadonlySet<keyof HistoryDoor> = new Set(['pageBytes', 'endPage', 'finishPull']);

export function createLastingDoor({ open, openInMemory, file, remove, log }: LastingDoorParts): HistoryDoor {
  let told: Parameters<HistoryDoor['open']> | null = null;
  let current = open();
  let threads = 1;
  let over = false;
  /** Set while another one is being opened. */
  let opening: Promise<HistoryOpening | null> | null = null;

  const next = async (): Promise<HistoryOpening | null> => {
    const isLast = threads >= MOST_THREADS;
    threads += 1;
    log(`history: its thread has ended; ${isLast ? 'it goes on in memory' : 'another one is started'}`);
    current = isLast ? openInMemory() : open();
    if (told === null) return null;
    const [changed, trouble] = told;
    const opened = await current.open(changed, trouble);
    changed(opened.summary);
    const problem: HistoryFileProblem | null = isLast ? { kind: 'not-kept', file } : opened.problem;
    if (problem !== null) trouble?.(problem);
    return opened;
  };

  /** Once for all who find the same one gone. */
  const renew = async (gone: HistoryDoor): Promise<HistoryOpening | null> => {
    if (gone === current) {
      opening ??= next().finally(() => {
        opening = null;
      });
    }
    return await opening;
  };

  const again = async <T>(name: keyof HistoryDoor, ask: (door: HistoryDoor) => Promise<T>): Promise<T> => {
    // Whoever comes meanwhile waits behind those that came before.
    while (opening !== null) await opening;
    const asked = current;
    try {
      return await ask(asked);
    } catch (thrown) {
      if (over || !(thrown instanceof ThreadOver) || threads > MOST_THREADS) throw thrown;
      await renew(asked);
      if (OF_A_PULL.has(name)) throw thrown;
      return await again(name, ask);
    }
  };

  const through =
    <N extends keyof HistoryDoor>(name: N): HistoryDoor[N] =>
    (...input: unknown[]) =>
      // One of the door's own methods, with what it was given.
      again(name, (door) => (door[name] as (...given: unknown[]) => Promise<unknown>)(...input)) as never;

  return {
    open: async (...tell) => {
      const asked = current;
      told = tell;
      try {
        return await asked.open(...tell);
      } catch (thrown) {
        const opened = thrown instanceof ThreadOver ? await renew(asked) : null;
        if (opened === null) throw thrown;
        // Its trouble has been told.
        return { ...opened, problem: null };
      }
    },
    close: async () => {
      over = true;
      await current.close();
    },
    erase: async () => {
      over = true;
      try {
        await current.erase();
      } finally {
        remove();
      }
    },
    ...passedOn(through),
  };
}
