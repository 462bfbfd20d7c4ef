// The histories that a desk keeps on its disk: one database for each server and user.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** @returns the names of the databases, without what SQLite keeps beside them. */
export async function historyFiles(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(folder, 'history')).catch(() => []);
  return files.filter((name) => name.endsWith('.db'));
}
