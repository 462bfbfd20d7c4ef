// Brings changes to the disk, many at once where many wait: while one transaction is being synced the next one gathers.
import { fail, ok, type Result } from '../../shared/result.ts';
import type { JournalDoor } from './door.ts';
import type { Change } from './file.ts';

/** @returns the sequence of the first one's entry, when all of them are on the disk. */
export type Commit = (changes: readonly Change[]) => Promise<Result<number>>;

interface Waiting {
  readonly changes: readonly Change[];
  resolve(written: Result<number>): void;
}

export function createCommit(door: Pick<JournalDoor, 'append'>): Commit {
  let waiting: Waiting[] = [];
  let busy = false;

  const write = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const answer = await door.append(group.flatMap(({ changes }) => changes));
      let place = answer.ok ? answer.value : 0;
      for (const { changes, resolve } of group) {
        resolve(answer.ok ? ok(place) : fail({ kind: 'journal', problem: answer.problem }));
        place += changes.length;
      }
    }
    busy = false;
  };

  return (changes) =>
    new Promise((resolve) => {
      waiting.push({ changes, resolve });
      if (!busy) void write();
    });
}
