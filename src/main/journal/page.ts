// Finds operations of all times by what a person may ask: words, states, batch, payment, day. Newest first.
import type { DatabaseSync } from 'node:sqlite';
import type { Entry } from './entry.ts';

export interface Filter {
  /** Every word must be found somewhere. */
  readonly text?: string;
  readonly settled?: boolean;
  readonly states?: readonly string[];
  readonly batch?: string;
  readonly payment?: number;
  /** Asked for on this order, or what made it. */
  readonly order?: number;
  readonly actor?: string;
  readonly server?: string;
  /** ISO 8601: asked for at or after, and before. */
  readonly from?: string;
  readonly until?: string;
  /** One operation by its id. */
  readonly operation?: string;
  /** Asked for before this place in the journal: for reading on where another page has ended, whatever came meanwhile. */
  readonly before?: number;
  /** Nobody wants to know how many there are: `total` is 0, and nothing is read that is not shown. */
  readonly uncounted?: true;
  readonly offset: number;
  readonly limit: number;
}

export interface EntryPage {
  readonly total: number;
  /** All entries of the operations on this page. */
  readonly entries: readonly Entry[];
}

type Value = string | number;

export function readPage(db: DatabaseSync, filter: Filter): EntryPage {
  const { where, values } = conditions(filter);
  const total =
    filter.uncounted === true ? 0 : Number(db.prepare(`SELECT count(*) AS total FROM standing ${where}`).get(...values)?.['total']);
  const entries = db
    .prepare(
      `SELECT e.* FROM (SELECT operation, sequence AS place FROM standing ${where} ORDER BY sequence DESC LIMIT ? OFFSET ?) AS s
       JOIN entry AS e ON e.operation = s.operation ORDER BY s.place DESC, e.sequence`,
    )
    .all(...values, filter.limit, filter.offset);
  return { total, entries: entries.map(readEntry) };
}

export function readActors(db: DatabaseSync, server: string): readonly string[] {
  const rows = db.prepare('SELECT DISTINCT actor FROM standing WHERE server = ? ORDER BY actor').all(server);
  return rows.map(({ actor }) => String(actor));
}

function conditions(filter: Filter): { where: string; values: Value[] } {
  const parts: [sql: string, values: readonly Value[]][] = [];
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  for (const word of words) parts.push(['instr(words, ?) > 0', [word]]);
  if (filter.settled !== undefined) parts.push([`settled = ${filter.settled ? 1 : 0}`, []]);
  if (filter.states !== undefined) parts.push([`state IN (${filter.states.map(() => '?').join(', ')})`, filter.states]);
  const { operation, batch, payment, actor, server } = filter;
  const equal = { operation, batch, payment, actor, server };
  for (const [column, value] of Object.entries(equal)) if (value !== undefined) parts.push([`${column} = ?`, [value]]);
  if (filter.order !== undefined) parts.push(["(shop_order = ? OR (created = ? AND kind = 'create-order'))", [filter.order, filter.order]]);
  if (filter.before !== undefined) parts.push(['sequence < ?', [filter.before]]);
  if (filter.from !== undefined) parts.push(['asked_at >= ?', [filter.from]]);
  if (filter.until !== undefined) parts.push(['asked_at < ?', [filter.until]]);
  const where = parts.length === 0 ? '' : `WHERE ${parts.map(([sql]) => sql).join(' AND ')}`;
  return { where, values: parts.flatMap(([, values]) => [...values]) };
}

/** A row as SQLite gives it; STRICT tables have checked the types. */
export function readEntry(row: Record<string, unknown>): Entry {
  const { sequence, operation, kind, at, body, previous, hash } = row;
  return {
    sequence: Number(sequence),
    operation: String(operation),
    kind: kind === 'asked' || kind === 'batch' ? kind : 'moved',
    at: String(at),
    body: String(body),
    previous: String(previous),
    hash: String(hash),
  };
}
