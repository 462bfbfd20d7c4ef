// Rows that come in above, or go, must not move those that somebody is looking at: by how much the list has to be scrolled along.
import { type PageCache, rowAt } from './page-cache.ts';

/** Rows in sight that are asked where they stand now: one of them may have been moved by the very change that came in. */
const WITNESSES = 5;

/** @param top the first row in sight. */
export function witnesses<Row>(cache: PageCache<Row>, top: number, idOf: (row: Row) => number): { id: number; before: number }[] {
  return Array.from({ length: WITNESSES }, (_, place) => top + place).flatMap((before) => {
    const row = rowAt(cache, before);
    return row === undefined ? [] : [{ id: idOf(row), before }];
  });
}

export interface Moved {
  readonly before: number;
  /** null: it is not in the list any more. */
  readonly after: number | null;
}

/** The move that most rows in sight have made; between equally many, the smallest. 0 when none of them is left. */
export function agreedShift(rows: readonly Moved[]): number {
  const votes = new Map<number, number>();
  for (const { before, after } of rows) {
    if (after !== null) votes.set(after - before, (votes.get(after - before) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const [shift, count] of votes) {
    if (count < most || (count === most && Math.abs(shift) >= Math.abs(best))) continue;
    best = shift;
    most = count;
  }
  return best;
}

/** @param standsAt where a row stands now; null: nowhere. */
export async function shiftSeen(
  seen: readonly { readonly id: number; readonly before: number }[],
  standsAt: (id: number) => Promise<number | null>,
): Promise<number> {
  return agreedShift(await Promise.all(seen.map(async ({ id, before }) => ({ before, after: await standsAt(id) }))));
}

/**
 * How many new rows stand above those in sight.
 * @param grown by how many rows the list has become longer: only so many can be new, the others have come from elsewhere in it.
 */
export function newAbove(before: number, shift: number, grown: number): number {
  return before + Math.max(0, Math.min(shift, grown));
}
