// Opens journal.db in threads of its own: one that writes, and one for long readings, which is begun when it is first needed.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '../../shared/result.ts';
import type { JournalDoor } from './door.ts';
import { type Journal, type JournalParts, openJournal } from './journal.ts';
import { openInThread, type ThreadData } from './thread.ts';

export interface ThreadedJournalParts extends Pick<JournalParts, 'timeNow' | 'newId'> {
  /** Where journal.db lies. */
  readonly folder: string;
  /** The built worker.ts. */
  readonly program: string;
  /** Milliseconds, monotonic. */
  now(): number;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
  log(line: string): void;
}

/** Milliseconds in which the moves within a batch gather: about as long as three syncs take on a good disk. */
const GATHERING = 10;

export async function openInThreads({ folder, program, timeNow, newId, now, after, log }: ThreadedJournalParts): Promise<Result<Journal>> {
  const openThread = (reads: ThreadData['reads']): JournalDoor => {
    const workerData: ThreadData = { path: join(folder, 'journal.db'), reads };
    return openInThread(new Worker(program, { workerData }), () => log('the journal’s thread has ended'));
  };
  const began = now();
  const opened = await openJournal({
    door: openThread(null),
    openReader: (witness) => openThread({ witness }),
    timeNow,
    newId,
    soon: (work) => after(GATHERING, work),
  });
  if (opened.ok) log(`journal open: ${opened.value.report.entries} entries in ${Math.round(now() - began)} ms`);
  return opened;
}
