// Runs on Electron's own Node, which has SQLite: opens a desk's journal as the next start would and says what it finds, as JSON.
// Usage: check-journal.ts FILE
import { DatabaseSync } from 'node:sqlite';
import { openInPlace } from '../../../src/main/journal/door.ts';
import { openJournal } from '../../../src/main/journal/journal.ts';

const path = process.argv[2] ?? '';
const timeNow = (): string => new Date().toISOString();
const db = new DatabaseSync(path, { readOnly: true });
const integrity = db.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
db.close();
const door = openInPlace({ path, timeNow });
const journal = await openJournal({ door, timeNow, newId: () => 'none' });
const verdict = journal.ok ? await journal.value.verify() : journal;
await door.close();
process.stdout.write(JSON.stringify({ integrity, verdict }));
