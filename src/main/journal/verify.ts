// Walks the whole journal: is every row where it was written, as it was written, and are all of them lawful moves?
// What it cannot see: a file rewritten from some row to its end with all hashes computed anew and the witness beside it replaced as well.
// There is no secret in the chain; an exported copy, or the head's hash written down elsewhere, shows that, too.
import type { DatabaseSync } from 'node:sqlite';
import type { Flaw, VerdictView } from '../../shared/ipc/activity-requests.ts';
import { type Entry, hashOf, ORIGIN } from './entry.ts';
import { emptyFold, type Folded, foldEntry } from './fold.ts';
import { readEntry } from './page.ts';
import type { Testimony } from './witness.ts';

export type Verdict = VerdictView;

/** @param witness what the file beside it last said; null where there is none. */
export function verify(db: DatabaseSync, witness: Testimony | null): Verdict {
  const folded = emptyFold();
  let last: Testimony = { entries: 0, hash: ORIGIN };
  for (const row of db.prepare('SELECT * FROM entry ORDER BY sequence').iterate()) {
    const entry = readEntry(row);
    const flaw = flawOf(entry, last) ?? (witness !== null && contradicts(entry, witness) ? 'altered' : null);
    if (flaw !== null) return { sound: false, flaw, sequence: entry.sequence };
    foldEntry(folded, entry);
    if (folded.broken !== null) return { sound: false, flaw: folded.broken.what, sequence: entry.sequence };
    last = { entries: entry.sequence, hash: entry.hash };
  }
  const head = headReader(db)();
  if (head.entries !== last.entries || head.hash !== last.hash || (witness?.entries ?? 0) > last.entries)
    return { sound: false, flaw: 'shortened', sequence: last.entries + 1 };
  const odd = oddStanding(db, folded);
  return odd === null ? { sound: true, ...last } : { sound: false, flaw: 'standing', sequence: odd };
}

export function headReader(db: DatabaseSync): () => Testimony {
  const read = db.prepare('SELECT entries, hash FROM head');
  return () => {
    const row = read.get();
    return { entries: Number(row?.['entries'] ?? 0), hash: String(row?.['hash'] ?? ORIGIN) };
  };
}

function flawOf(entry: Entry, last: Testimony): Flaw | null {
  if (entry.sequence !== last.entries + 1 || entry.previous !== last.hash) return 'gap';
  return hashOf(entry, entry.sequence, entry.previous) === entry.hash ? null : 'altered';
}

function contradicts(entry: Entry, witness: Testimony): boolean {
  return entry.sequence === witness.entries && entry.hash !== witness.hash;
}

/** @returns the place of the first operation whose derived row is missing or says something else. */
function oddStanding(db: DatabaseSync, { operations }: Folded): number | null {
  const all = db.prepare('SELECT operation, state FROM standing').all();
  const rows = new Map(all.map((row) => [row['operation'], row['state']]));
  for (const { id, sequence, state } of operations.values()) if (rows.get(id) !== state.name) return sequence;
  return rows.size === operations.size ? null : 1;
}
