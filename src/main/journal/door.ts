// The way to the journal's file without waiting for the disk: every call is a promise. The file itself is behind it, in place or in a thread.
import type { JournalProblem } from '../../shared/errors/app-error.ts';
import { type Answer, type FileParts, type JournalFile, type Opening, openJournalFile } from './file.ts';

type Methods = Omit<JournalFile, 'opening' | 'close'>;

export type JournalDoor = { readonly [N in keyof Methods]: (...input: Parameters<Methods[N]>) => Promise<ReturnType<Methods[N]>> } & {
  /** To be called first. */
  open(): Promise<Answer<Opening>>;
  /** Later calls answer `closed`. */
  close(): Promise<void>;
};

export const closed: { readonly ok: false; readonly problem: JournalProblem } = { ok: false, problem: 'closed' };

/** The same code without a thread: for tests, the simulation and the practice store. */
export function openInPlace(parts: FileParts): JournalDoor {
  let file: JournalFile | null = null;
  return {
    open: async () => {
      const opened = openJournalFile(parts);
      if (!opened.ok) return opened;
      file = opened.value;
      return { ok: true, value: file.opening };
    },
    append: async (changes) => file?.append(changes) ?? closed,
    unsettled: async () => file?.unsettled() ?? closed,
    page: async (filter) => file?.page(filter) ?? closed,
    claimed: async (kind, server, numbers) => file?.claimed(kind, server, numbers) ?? closed,
    tally: async (batch) => file?.tally(batch) ?? closed,
    amounts: async (batch) => file?.amounts(batch) ?? closed,
    actors: async (server) => file?.actors(server) ?? closed,
    verify: async () => file?.verify() ?? closed,
    rows: async (after, limit) => file?.rows(after, limit) ?? closed,
    close: async () => {
      file?.close();
      file = null;
    },
  };
}
