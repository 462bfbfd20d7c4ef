// Journals for tests: in a folder of their own that goes with the test, and wishes to put into them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type JournalDoor, openInPlace } from '../../../src/main/journal/door.ts';
import { type JournalFile, openJournalFile } from '../../../src/main/journal/file.ts';
import { type Journal, openJournal } from '../../../src/main/journal/journal.ts';
import type { Asked } from '../../../src/shared/domain/operation-schemas.ts';
import type { Result } from '../../../src/shared/result.ts';

const OWNER = { server: 'https://shop.example', username: 'ada' };

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function markOf(payment: number, change: Partial<Asked> = {}): Asked {
  return {
    wish: { kind: 'mark', payment, to: 'completed' },
    owner: OWNER,
    actor: 'Ada',
    saw: { status: 'pending', amount: '10.00', order: 3, product: 'Rice' },
    reason: null,
    batch: null,
    holdUntil: '2026-03-01T09:00:04.000Z',
    ...change,
  };
}

/** @param timeNow counts its own seconds unless told otherwise, so that the same calls write the same rows. */
export async function openAt(path: string, inner?: JournalDoor, timeNow: () => string = ownSeconds()): Promise<Journal> {
  const door = inner ?? openInPlace({ path, timeNow: () => '2026-03-01T09:00:00.000Z' });
  let id = 0;
  const newId = (): string => {
    id += 1;
    return `${process.hrtime.bigint()}-${id}`;
  };
  return must(await openJournal({ door, timeNow, newId }));
}

function ownSeconds(): () => string {
  let second = 0;
  return () => {
    second += 1;
    return new Date(Date.UTC(2026, 2, 1, 9) + second * 1_000).toISOString();
  };
}

export function fileAt(path: string): JournalFile {
  const opened = openJournalFile({ path, timeNow: () => '2026-03-01T09:00:00.000Z' });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value;
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
