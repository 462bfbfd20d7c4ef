// Where a desk in a test keeps its histories between two starts: real files in a folder of the test's own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HistoryDoor, HistoryFileProblem } from '../../../../src/main/store/door.ts';
import { openHistoryInPlace } from '../../../../src/main/store/open-history.ts';
import type { Owner } from '../../../../src/shared/domain/operation-schemas.ts';
import { aFolder } from './a-history.ts';

export interface Shelf {
  open(owner: Owner | null): HistoryDoor;
  /** Whose history lies there, as `server username`. */
  kept(): readonly string[];
  /** The next one that is opened has this wrong with it. */
  trouble(problem: HistoryFileProblem): void;
  /** From now on nothing can be erased. */
  hold(): void;
}

export function aShelf(): Shelf {
  const places = new Map<string, string>();
  let folder: string | null = null;
  let held = false;
  let next: HistoryFileProblem | null = null;
  const placeOf = ({ server, username }: Owner): string => {
    folder ??= aFolder();
    const whose = `${server} ${username}`;
    const place = places.get(whose) ?? join(folder, `${places.size}.db`);
    places.set(whose, place);
    return place;
  };
  return {
    open: (owner) => {
      if (owner === null) return openHistoryInPlace(':memory:');
      const door = openHistoryInPlace(placeOf(owner));
      const problem = next;
      next = null;
      const erase = async () => {
        await (held ? door.close() : door.erase());
        if (held) throw new Error('EBUSY');
      };
      return { ...door, erase, open: async (...told) => ({ ...(await door.open(...told)), ...(problem === null ? {} : { problem }) }) };
    },
    kept: () => [...places].filter(([, place]) => existsSync(place)).map(([whose]) => whose),
    hold: () => {
      held = true;
    },
    trouble: (problem) => {
      next = problem;
    },
  };
}
