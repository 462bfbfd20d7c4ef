// The tables of a history file, version by version. Everything in it can be had from the server again.
import type { DatabaseSync } from 'node:sqlite';

/** A row of the history. `facts`: bytes as the server wrote them, or text of our own (facts-text) where more than one answer has told it. */
export const ROWS = '(place INTEGER PRIMARY KEY, facts ANY NOT NULL) STRICT';

const FIRST = `
CREATE TABLE orders ${ROWS};
-- What a pull has brought so far.
CREATE TABLE next ${ROWS};
-- Payments told by answers of their own.
CREATE TABLE told (id INTEGER PRIMARY KEY, facts TEXT NOT NULL) STRICT;
-- Rows of the last pull that carry no order number.
CREATE TABLE unreadable (place INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), facts TEXT NOT NULL) STRICT;
-- The index's columns and the rows' digests, in pieces.
CREATE TABLE pieces (name TEXT NOT NULL, place INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, place)) STRICT;
-- Orders that have changed, come or gone since the columns, or the digests, were written.
CREATE TABLE touched (id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE undigested (id INTEGER PRIMARY KEY) STRICT;
`;

const MIGRATIONS: readonly string[] = [FIRST];
export const VERSION = MIGRATIONS.length;

export function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** All that is missing, in one transaction: a crash in the middle leaves the old version whole. */
export function migrate(db: DatabaseSync): void {
  const from = versionOf(db);
  if (from >= VERSION) return;
  db.exec(`BEGIN IMMEDIATE;\n${MIGRATIONS.slice(from).join('\n')}\nPRAGMA user_version = ${VERSION};\nCOMMIT;`);
}
