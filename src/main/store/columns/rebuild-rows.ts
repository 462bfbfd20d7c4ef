// A whole history in place of the former one: rows as told now are coded right away, rows that stayed are copied from the former columns.
import type { Order } from '../facts.ts';
import { createAmountCoder, joinAmounts, trimAmounts } from './amount-dictionary.ts';
import {
  appendRow,
  type Coder,
  type Columns,
  emptyColumns,
  PAYMENT_COLUMNS,
  paymentsEnd,
  ROW_COLUMNS,
  rowOf,
  UNTOLD,
} from './order-columns.ts';
import { orderOfNumbers } from './sort-numbers.ts';
import { addText, joinTexts, NOT_TOLD, type TextDictionary, trimTexts } from './text-dictionary.ts';
import { gathered, sameKind, type TypedCells, trimmed, withRoom } from './typed-cells.ts';

export interface RowsRebuild {
  put(order: Order): void;
  keep(id: number): void;
  /** @returns the next columns; null: nothing has changed. */
  finish(former: Columns): Columns | null;
}

const KEPT = 0xffffffff;
/** Beyond so many spellings nearly each is its own: remembering them all would cost more than writing some twice. */
const MOST_REMEMBERED = 300_000;

export function createRowsRebuild(expected: number): RowsRebuild {
  const told = emptyColumns();
  const coder = createCoder(told);
  /** Every telling: its number, and its row among those told now, or KEPT. */
  let ids = new Float64Array(expected + 256) as Float64Array;
  let rows = new Uint32Array(expected + 256) as Uint32Array;
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
      const order = orderOfNumbers(ids.subarray(0, count));
      const last = lastTellings(ids, order);
      const [froms, isSame] = sourcesOf(former, ids, rows, last);
      return isSame ? null : joined(former, told, froms);
    },
  };
}

function createCoder(columns: Columns): Coder {
  const textCoder = (texts: TextDictionary): ((text: string | null) => number) => {
    const codes = new Map<string, number>();
    return (text) => {
      if (text === null) return NOT_TOLD;
      const known = codes.get(text);
      if (known !== undefined) return known;
      if (codes.size > MOST_REMEMBERED) codes.clear();
      const code = addText(texts, text);
      codes.set(text, code);
      return code;
    };
  };
  return {
    product: textCoder(columns.products),
    customer: textCoder(columns.customers),
    amount: createAmountCoder(columns.amounts),
  };
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

/** For each next row where it comes from: a row told now, or, counted on behind those, a former one. */
function sourcesOf(former: Columns, ids: Float64Array, rows: Uint32Array, last: Uint32Array): [froms: Sources, isSame: boolean] {
  const place = new Uint32Array(last.length);
  const isFormer = new Uint8Array(last.length);
  let [count, kept] = [0, 0];
  for (let at = 0; at < last.length; at += 1) {
    const telling = last[at] as number;
    const row = rows[telling] as number;
    const own = row === KEPT ? rowOf(former, ids[telling] as number) : row;
    if (own < 0) continue;
    place[count] = own;
    isFormer[count] = row === KEPT ? 1 : 0;
    kept += isFormer[count] as number;
    count += 1;
  }
  const froms = { place: place.subarray(0, count), isFormer: isFormer.subarray(0, count), kept };
  return [froms, kept === count && kept === former.rows];
}

interface Sources {
  readonly place: Uint32Array;
  readonly isFormer: Uint8Array;
  readonly kept: number;
}

function joined(former: Columns, told: Columns, sources: Sources): Columns {
  const next = sources.kept === 0 ? ownOf(told) : joinedDictionaries(former, told);
  const starts = gatherPayments(next, former, told, sources);
  for (const name of ROW_COLUMNS) {
    const column = gatherColumn(former.cells[name], told.cells[name], sources);
    Object.assign(next.cells, { [name]: name === 'payments' ? starts : column });
    // The next column takes this one's memory.
    Object.assign(told.cells, { [name]: column.subarray(0, 0) });
  }
  next.rows = sources.place.length;
  for (let row = 0; row < next.rows; row += 1) if (((next.cells.state[row] as number) & UNTOLD) !== 0) next.untold += 1;
  trimTexts(next.products);
  trimTexts(next.customers);
  trimAmounts(next.amounts);
  return next;
}

function ownOf({ products, customers, amounts }: Columns): Columns {
  return { ...emptyColumns(), products, customers, amounts };
}

/** The former codes stay; those of the rows told now are changed into them. */
function joinedDictionaries(former: Columns, told: Columns): Columns {
  const { products, customers, amounts } = former;
  const change = (cells: Uint32Array, count: number, codes: Uint32Array): void => {
    for (let at = 0; at < count; at += 1) cells[at] = codes[cells[at] as number] as number;
  };
  change(told.cells.product, told.rows, joinTexts(products, told.products));
  change(told.cells.customer, told.rows, joinTexts(customers, told.customers));
  const codes = joinAmounts(amounts, told.amounts);
  for (const name of ['quantity', 'price', 'total', 'paid', 'due'] as const) change(told.cells[name], told.rows, codes);
  change(told.paymentCells.amount, told.payments, codes);
  return { ...emptyColumns(), products, customers, amounts };
}

function gatherColumn(former: TypedCells, told: TypedCells, { place, isFormer, kept }: Sources): TypedCells {
  if (kept === 0) return gathered(told, place);
  if (kept === place.length) return gathered(former, place);
  const cells = sameKind(former, place.length);
  for (let at = 0; at < place.length; at += 1) {
    const own = place[at] as number;
    cells[at] = (isFormer[at] === 1 ? former[own] : told[own]) as number;
  }
  return cells;
}

/** @returns where each row's payments begin. */
function gatherPayments(next: Columns, former: Columns, told: Columns, { place, isFormer }: Sources): Uint32Array {
  const starts = new Uint32Array(place.length);
  const from = new Uint32Array(former.payments + told.payments);
  const isOld = new Uint8Array(from.length);
  let count = 0;
  for (let row = 0; row < place.length; row += 1) {
    starts[row] = count;
    const source = isFormer[row] === 1 ? former : told;
    const own = place[row] as number;
    const end = paymentsEnd(source, own);
    for (let at = source.cells.payments[own] as number; at < end; at += 1) {
      from[count] = at;
      isOld[count] = isFormer[row] as number;
      count += 1;
    }
  }
  const sources = { place: trimmed(from, count), isFormer: isOld, kept: told.payments === 0 ? count : former.payments === 0 ? 0 : -1 };
  for (const name of PAYMENT_COLUMNS) {
    Object.assign(next.paymentCells, { [name]: gatherColumn(former.paymentCells[name], told.paymentCells[name], sources) });
  }
  next.payments = count;
  return starts;
}
