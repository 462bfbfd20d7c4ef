// Brings changes to the disk, many at once where many wait: while one transaction is being synced the next one gathers. What nobody looks at,
// the moves within a batch, may wait a little for company: each transaction costs a sync, and a batch brings thousands.
import { fail, ok, type Result } from '../../shared/result.ts';
import type { JournalDoor } from './door.ts';
import type { Change } from './file.ts';

/**
 * @param patient it may wait for others.
 * @returns the sequence of the first one's entry, when all of them are on the disk.
 */
export type Commit = (changes: readonly Change[], patient: boolean) => Promise<Result<number>>;

interface Waiting {
  readonly changes: readonly Change[];
  readonly patient: boolean;
  resolve(written: Result<number>): void;
}

/** @param soon calls back after the time in which patient changes gather; absent: none waits. */
export function createCommit(door: Pick<JournalDoor, 'append'>, soon?: (work: () => void) => void): Commit {
  let waiting: Waiting[] = [];
  let busy = false;
  let gathering = false;

  const write = async (): Promise<void> => {
    busy = true;
    do {
      const group = waiting;
      waiting = [];
      const answer = await door.append(group.flatMap(({ changes }) => changes));
      let place = answer.ok ? answer.value : 0;
      for (const { changes, resolve } of group) {
        resolve(answer.ok ? ok(place) : fail({ kind: 'journal', problem: answer.problem }));
        place += changes.length;
      }
    } while (waiting.some(({ patient }) => !patient));
    busy = false;
    begin();
  };

  const begin = (): void => {
    if (busy || waiting.length === 0) return;
    if (soon === undefined || waiting.some(({ patient }) => !patient)) {
      void write();
      return;
    }
    if (gathering) return;
    gathering = true;
    soon(() => {
      gathering = false;
      if (!busy && waiting.length > 0) void write();
    });
  };

  return (changes, patient) =>
    new Promise((resolve) => {
      waiting.push({ changes, patient, resolve });
      begin();
    });
}
