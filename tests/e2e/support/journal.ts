// What a desk's journal holds while the desk is closed.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'playwright/test';
import type { Desk } from './desk.ts';

const run = promisify(execFile);

/** Whole as a file, and sound as a chain of what was asked and became of it. @returns how many entries it has. */
export async function expectSoundJournal({ folder }: Desk): Promise<number> {
  const electron = process.env['ELECTRON_EXEC_PATH'] ?? '';
  const script = join(import.meta.dirname, 'check-journal.ts');
  const { stdout } = await run(electron, [script, join(folder, 'journal.db')], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  const found = JSON.parse(stdout) as { integrity: unknown; verdict: { value?: { entries?: number } } };
  expect(found).toMatchObject({ integrity: 'ok', verdict: { ok: true, value: { sound: true } } });
  return found.verdict.value?.entries ?? 0;
}
