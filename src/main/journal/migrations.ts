// The tables of journal.db, version by version. Facts (`entry`) can only be added; `standing` is derived from them and says where each stands.
import type { DatabaseSync } from 'node:sqlite';
import { ORIGIN } from './entry.ts';

const FIRST = `
CREATE TABLE entry (
  sequence INTEGER PRIMARY KEY,
  operation TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('asked', 'moved', 'batch')),
  at TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX entry_of_operation ON entry (operation, sequence);

CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  entries INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO head VALUES (1, 0, '${ORIGIN}');

CREATE TABLE standing (
  operation TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE REFERENCES entry (sequence),
  kind TEXT NOT NULL,
  server TEXT NOT NULL,
  username TEXT NOT NULL,
  actor TEXT NOT NULL,
  state TEXT NOT NULL,
  settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
  batch TEXT,
  payment INTEGER,
  shop_order INTEGER,
  created INTEGER,
  asked_at TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_unsettled ON standing (sequence) WHERE settled = 0;
CREATE INDEX standing_of_batch ON standing (batch) WHERE batch IS NOT NULL;
CREATE INDEX standing_of_payment ON standing (payment) WHERE payment IS NOT NULL;
CREATE INDEX standing_created ON standing (created) WHERE created IS NOT NULL;

CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER entry_is_not_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
  WHEN NEW.sequence <> (SELECT entries + 1 FROM head) OR NEW.previous <> (SELECT hash FROM head)
  BEGIN SELECT RAISE(ABORT, 'an entry out of turn'); END;
CREATE TRIGGER entry_is_counted AFTER INSERT ON entry BEGIN UPDATE head SET entries = NEW.sequence, hash = NEW.hash; END;
CREATE TRIGGER head_is_kept BEFORE DELETE ON head BEGIN SELECT RAISE(ABORT, 'the head is kept'); END;
`;

/** An order is opened far more often than anything is marked, and asks for all that was done to it. */
const SECOND = 'CREATE INDEX standing_of_order ON standing (shop_order) WHERE shop_order IS NOT NULL;';

const MIGRATIONS: readonly string[] = [FIRST, SECOND];
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
