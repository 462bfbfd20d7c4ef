// A desk whose memory was prepared before it starts, and what a thief or a slow week does to its journal while it is closed.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../../src/shared/ipc/session-schemas.ts';
import { type Desk, launch } from './desk.ts';

/** @returns a folder to launch in. */
export async function folderWith(settings: Partial<Settings>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paydesk-desk-'));
  await writeFile(join(folder, 'desk.json'), JSON.stringify({ settings }));
  return folder;
}

/** Runs SQL on a closed desk's journal.db, around the triggers that guard it: by a second program, as SQLite is not in this one. */
export async function alterJournal(folder: string, sql: string): Promise<void> {
  const other: Desk = await launch();
  await other.app.evaluate(
    (_electron, { path, sql: text }) => {
      const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
      const db = new DatabaseSync(path);
      const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
      for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`);
      db.exec(text);
      for (const trigger of triggers) db.exec(String(trigger['sql']));
      db.close();
    },
    { path: join(folder, 'journal.db'), sql },
  );
  await other.close();
}

/** The system's save dialog answers with this path from now on; null: closed by the person. */
export async function answerSaveDialog({ app }: Desk, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}
