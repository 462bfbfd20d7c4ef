// The desk's two write paths: the shop's, over journal.db, and the practice store's, over a journal in memory that goes with the store.
import { ok, type Result } from '../../shared/result.ts';
import { openInPlace } from './door.ts';
import { type Journal, openJournal } from './journal.ts';
import { createOperations, type Operations, type OperationsParts } from './operations.ts';

export interface WritePathParts extends Omit<OperationsParts, 'journal'> {
  /** ISO 8601 */
  timeNow(): string;
  /** The shop's journal. */
  openShopJournal(): Promise<Result<Journal>>;
}

export interface WritePath {
  /** Opened once, at the start. */
  shop(): Promise<Result<Operations>>;
  /** A new one for each opening of the practice store. */
  practice(): Promise<Result<Operations>>;
  /** Closes the shop's journal: nothing can be written any more. */
  close(): Promise<void>;
}

export function createWritePath(parts: WritePathParts): WritePath {
  const over = (journal: Result<Journal>): Result<Operations> =>
    journal.ok ? ok(createOperations({ ...parts, journal: journal.value })) : journal;
  let journal: Promise<Result<Journal>> | null = null;
  let shop: Promise<Result<Operations>> | null = null;
  let endTraining = async (): Promise<void> => undefined;
  return {
    shop: () => {
      journal ??= parts.openShopJournal();
      shop ??= journal.then(over);
      return shop;
    },
    practice: async () => {
      const { timeNow, newId } = parts;
      await endTraining();
      const opened = await openJournal({ door: openInPlace({ path: ':memory:', timeNow }), timeNow, newId });
      const operations = over(opened);
      endTraining = async () => {
        if (operations.ok) await operations.value.stop();
        if (opened.ok) await opened.value.close();
      };
      return operations;
    },
    close: async () => {
      const opened = await journal;
      if (opened?.ok === true) await opened.value.close();
    },
  };
}
