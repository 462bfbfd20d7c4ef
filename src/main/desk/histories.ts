// Whose history is opened when: ahead of the sign-in where it can be foreseen, so that its rows are there as soon as the window is.

import { sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Owner } from '../../shared/domain/operation-schemas.ts';
import type { Connection } from '../http/connection.ts';
import type { HistoryDoor, HistoryFileProblem, HistoryOpening, Summary } from '../store/door.ts';

export interface Histories {
  /** Somebody is about to be signed in: their file is opened meanwhile. */
  foresee(owner: Owner): void;
  /** For whoever has signed in. What was foreseen of anybody else is closed. */
  take(connection: Connection): HistoryDoor;
  /** A history is being closed or erased: the next one is opened after that, as it may be the same file. */
  leaving(left: Promise<unknown>): void;
  /** Nobody has signed in after all. @param erase nothing of what was foreseen stays on this computer. @returns false where that failed. */
  drop(erase: boolean): Promise<boolean>;
}

export interface HistoriesParts {
  /** null: kept in memory only. */
  openHistory(owner: Owner | null): HistoryDoor;
  log(line: string): void;
}

export function createHistories({ openHistory, log }: HistoriesParts): Histories {
  let last: Promise<unknown> = Promise.resolve();
  let foreseen: { readonly owner: Owner; readonly door: HistoryDoor } | null = null;

  const drop = async (erase: boolean): Promise<boolean> => {
    const left = foreseen;
    foreseen = null;
    if (left === null) return true;
    return await (erase ? left.door.erase() : left.door.close()).then(
      () => true,
      (thrown: unknown) => {
        log(`history: not closed: ${String(thrown)}`);
        return false;
      },
    );
  };

  return {
    foresee: (owner) => {
      void drop(false);
      foreseen = { owner, door: openedAhead(openHistory(owner)) };
    },
    leaving: (left) => {
      last = left;
    },
    take: ({ server, username, practice }) => {
      // Practice leaves nothing behind.
      if (practice) return openHistory(null);
      const owner = { server: server.base, username };
      const ahead = foreseen;
      if (ahead !== null && sameOwner(ahead.owner, owner)) {
        foreseen = null;
        return ahead.door;
      }
      void drop(false);
      return openedAfter(last, openHistory(owner));
    },
    drop,
  };
}

/** The same door, already being opened: whoever opens it is told what has happened meanwhile. */
function openedAhead(door: HistoryDoor): HistoryDoor {
  let last: Summary | null = null;
  const troubles: HistoryFileProblem[] = [];
  let tell = (summary: Summary): void => {
    last = summary;
  };
  let complain = (problem: HistoryFileProblem): void => void troubles.push(problem);
  const opening = door.open(
    (summary) => tell(summary),
    (problem) => complain(problem),
  );
  // Told to whoever opens it; nobody may.
  opening.catch(() => undefined);
  return {
    ...door,
    open: async (changed, trouble = () => undefined): Promise<HistoryOpening> => {
      const opened = await opening;
      [tell, complain] = [changed, trouble];
      for (const problem of troubles) trouble(problem);
      return { ...opened, summary: last ?? opened.summary };
    },
  };
}

function openedAfter(earlier: Promise<unknown>, door: HistoryDoor): HistoryDoor {
  return {
    ...door,
    open: async (...told) => {
      await earlier;
      return await door.open(...told);
    },
  };
}
