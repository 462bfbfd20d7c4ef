// A journal of 10,000 rows, as a shop has after some weeks, whose write-ahead log is about to be checkpointed. Made with the journal's own
// code, and copied before it is closed, since closing would tidy it up.
import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInPlace } from '../../src/main/journal/door.ts';
import { type Journal, openJournal } from '../../src/main/journal/journal.ts';
import type { Asked } from '../../src/shared/domain/operation-schemas.ts';
import type { Result } from '../../src/shared/result.ts';
import { openLogIndex } from './outside.ts';

const ROWS = 10_000;
/** The journal's three files; the index of the log is made anew by whoever opens it. */
export const FILES = ['journal.db', 'journal.db-wal', 'journal.db.count'];
/** Of somebody else's, still to be sent: they are read at every start. */
const WAITING = 400;
/** Settled at once. */
const STEP = 800;
/** SQLite's own limit, in pages of the log, beyond which a commit is followed by a checkpoint (`wal_autocheckpoint`). */
const CHECKPOINT = 1_000;
/** Pages left until then: more than one commit writes, less than some marks do. */
const MARGIN = 30;

const timeNow = (): string => new Date().toISOString();

/** @param folder where the copies go. */
export async function makeLargeJournal(scratch: string, folder: string): Promise<void> {
  const path = join(scratch, 'journal.db');
  const journal = must(await openJournal({ door: openInPlace({ path, timeNow }), timeNow, newId: () => randomUUID() }));
  for (let left = (ROWS - WAITING) / 3; left > 0; left -= STEP) await settle(journal, Math.min(left, STEP));
  must(await journal.ask(list(WAITING)));
  const index = openLogIndex(scratch);
  const pages = (): number => index.read()?.published ?? 0;
  while (pages() < CHECKPOINT - MARGIN || pages() >= CHECKPOINT) must(await journal.ask(list(1)));
  index.close();
  for (const name of FILES) copyFileSync(join(scratch, name), join(folder, name));
  await journal.close();
}

async function settle(journal: Journal, count: number): Promise<void> {
  const asked = must(await journal.ask(list(count)));
  for (const event of [
    { kind: 'sent', baseline: null },
    { kind: 'answered', number: 1 },
  ] as const) {
    for (const moved of await Promise.all(asked.map(({ id }) => journal.move(id, event)))) must(moved);
  }
}

function list(count: number): Asked[] {
  return Array.from({ length: count }, (_, index) => ({
    wish: { kind: 'mark', payment: index + 1, to: 'completed' },
    owner: { server: 'https://another-shop.example', username: 'somebody' },
    actor: 'Somebody Else',
    saw: { status: 'pending', amount: '10.00', order: index + 1, product: 'Rice' },
    reason: null,
    batch: null,
    holdUntil: timeNow(),
  }));
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
