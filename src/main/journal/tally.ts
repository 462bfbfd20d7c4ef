// Counts a batch: how many of its operations stand where, and what they come to. Read from the file, so that it is right after a restart.
import type { DatabaseSync } from 'node:sqlite';

/** How many operations of a batch have come to this. */
export interface Tally {
  /** A state's name; `decided` is followed by what was decided: the kind of the event that settled it. */
  readonly outcome: string;
  readonly count: number;
}

/** How many operations of a batch were asked for with this amount and have come to this. */
export interface AmountTally extends Tally {
  /** Canonical decimal text; null: not known when it was asked for. */
  readonly amount: string | null;
}

/** Of what was decided the last event says which way. */
const OUTCOME = `CASE s.state WHEN 'decided' THEN 'decided ' || (
  SELECT json_extract(body, '$.kind') FROM entry WHERE operation = s.operation ORDER BY sequence DESC LIMIT 1
) ELSE s.state END`;

export function tallyBatch(db: DatabaseSync, batch: string): readonly Tally[] {
  return db
    .prepare(`SELECT ${OUTCOME} AS outcome, count(*) AS count FROM standing AS s WHERE s.batch = ? GROUP BY outcome`)
    .all(batch)
    .map(readTally);
}

/** Reads every asking of the batch: for its beginning and its end, not for each move. */
export function amountsOfBatch(db: DatabaseSync, batch: string): readonly AmountTally[] {
  return db
    .prepare(
      `SELECT json_extract(e.body, '$.saw.amount') AS amount, ${OUTCOME} AS outcome, count(*) AS count
       FROM standing AS s JOIN entry AS e ON e.sequence = s.sequence WHERE s.batch = ? GROUP BY amount, outcome`,
    )
    .all(batch)
    .map((row) => ({ amount: row['amount'] === null ? null : String(row['amount']), ...readTally(row) }));
}

function readTally(row: Record<string, unknown>): Tally {
  return { outcome: String(row['outcome']), count: Number(row['count']) };
}
