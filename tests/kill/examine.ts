// Looks at what a crash has left on the disk, on a copy, before anything of Paydesk's opens it: is it whole, and what does it say?
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openJournalFile } from '../../src/main/journal/file.ts';
import { FILES } from './large-journal.ts';

/** What is wrong with the files; empty when they are whole. */
export function examine(folder: string): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'paydesk-copy-'));
  try {
    for (const name of FILES) if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    return [...integrity(join(copy, 'journal.db')), ...soundness(join(copy, 'journal.db'))];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function integrity(path: string): string[] {
  const db = new DatabaseSync(path, { timeout: 5_000 });
  const rows = db.prepare('PRAGMA integrity_check').all();
  db.close();
  const said = rows.map((row) => String(row['integrity_check'])).join('; ');
  return said === 'ok' ? [] : [`the database is not intact: ${said}`];
}

function soundness(path: string): string[] {
  const file = openJournalFile({ path, timeNow: () => new Date().toISOString() });
  if (!file.ok) return [`the journal cannot be opened: ${file.problem}`];
  const { opening } = file.value;
  const verdict = file.value.verify();
  file.value.close();
  return [
    ...(opening.setAside === null ? [] : ['the journal was set aside as damaged']),
    ...(opening.missing === 0 ? [] : [`${opening.missing} rows are missing`]),
    ...(verdict.ok && verdict.value.sound ? [] : [`the journal is not sound: ${JSON.stringify(verdict)}`]),
  ];
}
