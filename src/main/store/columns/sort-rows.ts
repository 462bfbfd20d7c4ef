// The rows in the order that a query asks for: what is not told last, whichever way; among equals the higher number first.
import type { SortKey, SortStep } from '../../../shared/ipc/order-schemas.ts';
import { type Columns, STATE } from './order-columns.ts';
import { rankAmounts } from './rank-amounts.ts';
import { rankTexts } from './rank-texts.ts';
import type { Ranks } from './ranks.ts';
import { extremes, sortedByKey, sortedByNumber } from './sort-numbers.ts';

/** @returns all rows; null: as they lie, from the highest number to the lowest. */
export function sortRows(columns: Columns, steps: readonly SortStep[]): Uint32Array | null {
  const needed = untilNumber(steps);
  if (needed.length === 1 && needed[0]?.by === 'id' && needed[0].direction === 'descending') return null;
  let rows = new Uint32Array(columns.rows) as Uint32Array;
  for (let at = 0; at < rows.length; at += 1) rows[at] = rows.length - 1 - at;
  // Each sort is stable: the step that decides first comes last.
  for (const step of needed.toReversed()) rows = sortedBy(columns, rows, step);
  return rows;
}

/** Behind the number nothing is equal any more. */
function untilNumber(steps: readonly SortStep[]): readonly SortStep[] {
  const at = steps.findIndex(({ by }) => by === 'id');
  return at === -1 ? steps : steps.slice(0, at + 1);
}

function sortedBy(columns: Columns, rows: Uint32Array, { by, direction }: SortStep): Uint32Array {
  const isDown = direction === 'descending';
  if (by === 'id') return isDown ? rows : rows.toReversed();
  if (by === 'createdAt') return sortedByTime(columns, rows, isDown);
  const [codes, { ranks, most }] = codedBy(columns, by);
  // Rank 0: not told.
  const keyOf = Uint32Array.from(ranks, (rank) => (rank === 0 ? most : isDown ? most - rank : rank - 1));
  const keys = new Uint32Array(columns.rows);
  for (let row = 0; row < keys.length; row += 1) keys[row] = keyOf[codes[row] as number] as number;
  return sortedByKey(rows, keys, most);
}

function codedBy(columns: Columns, by: Exclude<SortKey, 'id' | 'createdAt'>): [codes: Uint32Array | Uint8Array, ranks: Ranks] {
  switch (by) {
    case 'product':
      return [columns.cells.product, rankTexts(columns.products)];
    case 'customer':
      return [columns.cells.customer, rankTexts(columns.customers)];
    case 'state':
      return [columns.cells.state, STATE_RANKS];
    default:
      return [columns.cells[by], rankAmounts(columns.amounts)];
  }
}

const STATE_RANKS: Ranks = { ranks: Uint32Array.from({ length: 2 * (STATE + 1) }, (_, cell) => (cell & STATE) + 1), most: STATE + 1 };

function sortedByTime({ rows: count, cells }: Columns, rows: Uint32Array, isDown: boolean): Uint32Array {
  const created = cells.created.subarray(0, count);
  const [low, high] = extremes(created);
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    const own = created[row] as number;
    keys[row] = Number.isNaN(own) ? high - low + 1 : isDown ? high - own : own - low;
  }
  return sortedByNumber(rows, keys, 0, high - low + 1);
}
