// A whole history in place of the former one: rows as told now are coded right away, rows that stayed are copied from the former columns.
import type { Order } from '../facts.ts';
import { createAmountCoder } from './amount-dictionary.ts';
import { joinColumns } from './join-columns.ts';
import { appendRow, type Columns, emptyColumns, rowOf } from './order-columns.ts';
import type { Sources } from './row-sources.ts';
import { orderOfNumbers } from './sort-numbers.ts';
import { createTextCoder } from './text-coder.ts';
import { withRoom } from './typed-cells.ts';

export interface RowsRebuild {
  put(order: Order): void;
  keep(id: number): void;
  /** @returns the next columns; null: nothing has changed. */
  finish(former: Columns): Columns | null;
}

const KEPT = 0xffffffff;

export function createRowsRebuild(expected: number): RowsRebuild {
  const told = emptyColumns();
  const coder = {
    product: createTextCoder(told.products).codeOf,
    customer: createTextCoder(told.customers).codeOf,
    amount: createAmountCoder(told.amounts),
  };
  /** Every telling: its number, and its row among those told now, or KEPT. */
  let ids: Float64Array = new Float64Array(expected + 256);
  let rows: Uint32Array = new Uint32Array(expected + 256);
  let count = 0;
  const enter = (id: number, row: number): void => {
    ids = withRoom(ids, count + 1, count >>> 1);
    rows = withRoom(rows, count + 1, count >>> 1);
    ids[count] = id;
    rows[count] = row;
    count += 1;
  };
  return {
    put: (order) => {
      enter(order.id, told.rows);
      appendRow(told, order, coder, 1_024 + (told.rows >>> 1));
    },
    keep: (id) => enter(id, KEPT),
    finish: (former) => {
      const tellings = ids.subarray(0, count);
      if (told.rows === 0 && isAllOf(former, tellings)) return null;
      const sources = sourcesOf(former, tellings, rows, lastTellings(tellings, orderOfNumbers(tellings)));
      return sources.kept === sources.count && sources.kept === former.rows ? null : joinColumns(former, told, sources);
    },
  };
}

/** In rising or falling order, as servers tell them. */
function isAllOf({ rows, cells }: Columns, ids: Float64Array): boolean {
  if (ids.length !== rows) return false;
  const isFalling = rows > 1 && ids[0] !== cells.id[0];
  for (let row = 0; row < rows; row += 1) if (ids[isFalling ? rows - 1 - row : row] !== cells.id[row]) return false;
  return true;
}

/** The last telling of each number, lowest number first. @param order of all tellings, by number and then by when they came */
function lastTellings(ids: Float64Array, order: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    if (at + 1 < order.length && ids[order[at] as number] === ids[order[at + 1] as number]) continue;
    order[count] = order[at] as number;
    count += 1;
  }
  return order.subarray(0, count);
}

/** For each next row where it comes from. */
function sourcesOf(former: Columns, ids: Float64Array, rows: Uint32Array, last: Uint32Array): Sources {
  const places = new Uint32Array(last.length);
  const isFormer = new Uint8Array(last.length);
  let [count, kept] = [0, 0];
  for (let at = 0; at < last.length; at += 1) {
    const telling = last[at] as number;
    const row = rows[telling] as number;
    const own = row === KEPT ? rowOf(former, ids[telling] as number) : row;
    // Kept, and not there: nothing to keep.
    if (own < 0) continue;
    places[count] = own;
    if (row === KEPT) {
      isFormer[count] = 1;
      kept += 1;
    }
    count += 1;
  }
  return { places, isFormer, count, kept };
}
