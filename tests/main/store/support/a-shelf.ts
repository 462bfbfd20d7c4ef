// Where a desk in a test keeps its histories between two starts: in memory, one for each person at each server.
import { openBook } from '../../../../src/main/store/book-door.ts';
import type { HistoryDoor, HistoryFileProblem } from '../../../../src/main/store/door.ts';
import type { Owner } from '../../../../src/shared/domain/operation-schemas.ts';

export interface Shelf {
  open(owner: Owner | null): HistoryDoor;
  /** Whose history lies there, as `server username`. */
  kept(): readonly string[];
  /** The next one that is opened has this wrong with it. */
  trouble(problem: HistoryFileProblem): void;
}

export function aShelf(): Shelf {
  const books = new Map<string, HistoryDoor>();
  let next: HistoryFileProblem | null = null;
  const open = (key: string): HistoryDoor => {
    const door = books.get(key) ?? openBook();
    const problem = next;
    next = null;
    return {
      ...door,
      open: async (changed) => {
        books.set(key, door);
        return { ...(await door.open(changed)), problem };
      },
      erase: async () => {
        books.delete(key);
      },
    };
  };
  return {
    open: (owner) => (owner === null ? openBook() : open(`${owner.server} ${owner.username}`)),
    kept: () => [...books.keys()],
    trouble: (problem) => {
      next = problem;
    },
  };
}
