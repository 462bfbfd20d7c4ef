// A process of its own that can take the journal's write lock and give it back, as a backup program might. It writes nothing. While it has
// the lock, Paydesk's journal waits for it: so a point between "asked" and "written" can be held still from outside. One word a line.

import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync(process.argv[2] ?? '', { timeout: 5_000 });
const words: Readonly<Record<string, string>> = { lock: 'BEGIN IMMEDIATE', unlock: 'ROLLBACK' };
for await (const word of createInterface({ input: process.stdin })) {
  db.exec(words[word] ?? '');
  process.stdout.write(`${word}\n`);
}
