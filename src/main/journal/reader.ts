// A second connection to journal.db that only reads: a long search, an export or the check of the whole journal never holds up a mark.
import { DatabaseSync } from 'node:sqlite';
import { problemOf } from './database.ts';
import type { JournalDoor } from './door.ts';
import { type Answer, readRows } from './file.ts';
import { readActors, readPage } from './page.ts';
import { verify } from './verify.ts';
import type { Testimony } from './witness.ts';

export type JournalReader = Pick<JournalDoor, 'page' | 'actors' | 'rows' | 'verify'>;

/** @param witness what the file beside the journal said when it was opened for writing. */
export function openReader(path: string, witness: Testimony | null): JournalReader {
  let db: DatabaseSync | null = null;
  /** One view of the file for all that one answer needs, whatever is written meanwhile. */
  const read = async <T>(work: (opened: DatabaseSync) => T): Promise<Answer<T>> => {
    try {
      db ??= new DatabaseSync(path, { readOnly: true });
      db.exec('BEGIN');
      try {
        return { ok: true, value: work(db) };
      } finally {
        db.exec('COMMIT');
      }
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  };
  return {
    page: (filter) => read((opened) => readPage(opened, filter)),
    actors: (server) => read((opened) => readActors(opened, server)),
    rows: (after, limit) => read((opened) => readRows(opened, after, limit)),
    verify: () => read((opened) => verify(opened, witness)),
  };
}
