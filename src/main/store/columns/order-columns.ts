// The columns themselves: a row for each order, its payments one after another in columns of their own.
import { ORDER_PAYMENT_STATES, type OrderPaymentState } from '../../../shared/domain/payment.ts';
import type { Order, Payment } from '../facts.ts';
import { type AmountDictionary, type Exact, emptyAmounts, exactOf } from './amount-dictionary.ts';
import { deriveAmounts } from './derive-amounts.ts';
import { readInstant } from './read-instant.ts';
import { emptyTexts, type TextDictionary } from './text-dictionary.ts';
import { emptyCells, spareOf, type TypedCells, withGap, withRoom } from './typed-cells.ts';

/** One cell for each order. Product and customer: codes of texts; the amounts: codes of amounts. */
export interface RowCells {
  id: Float64Array;
  product: Uint32Array;
  customer: Uint32Array;
  quantity: Uint32Array;
  price: Uint32Array;
  total: Uint32Array;
  paid: Uint32Array;
  due: Uint32Array;
  /** Milliseconds since 1970; NaN: not told. */
  created: Float64Array;
  /** Its place among ORDER_PAYMENT_STATES, and UNTOLD where payments are left out or named by bare numbers. */
  state: Uint8Array;
  /** Where its payments begin; they end where those of the next row begin. */
  payments: Uint32Array;
}

export interface PaymentCells {
  id: Float64Array;
  amount: Uint32Array;
  /** Of a pending one, as `PendingColumns` has it; NaN: not pending. */
  age: Float64Array;
}

export interface Columns {
  rows: number;
  cells: RowCells;
  payments: number;
  paymentCells: PaymentCells;
  /** Rows with UNTOLD. */
  untold: number;
  products: TextDictionary;
  customers: TextDictionary;
  amounts: AmountDictionary;
}

export const UNTOLD = 8;
export const STATE = 7;
export const STATE_PLACES = Object.fromEntries(ORDER_PAYMENT_STATES.map((state, place) => [state, place])) as Record<
  OrderPaymentState,
  number
>;

export const ROW_COLUMNS = [
  ...['id', 'product', 'customer', 'quantity', 'price', 'total', 'paid', 'due', 'created', 'state', 'payments'],
] as readonly (keyof RowCells)[];
export const PAYMENT_COLUMNS = ['id', 'amount', 'age'] as const satisfies readonly (keyof PaymentCells)[];

export function emptyColumns(): Columns {
  const { bytes, codes, numbers } = emptyCells;
  const texts = { product: codes(), customer: codes() };
  const amounts = { quantity: codes(), price: codes(), total: codes(), paid: codes(), due: codes() };
  return {
    rows: 0,
    cells: { id: numbers(), ...texts, ...amounts, created: numbers(), state: bytes(), payments: codes() },
    payments: 0,
    paymentCells: { id: numbers(), amount: codes(), age: numbers() },
    untold: 0,
    products: emptyTexts(),
    customers: emptyTexts(),
    amounts: emptyAmounts(),
  };
}

/** Every column of one kind through the same hands. */
function changeCells<C extends RowCells | PaymentCells>(cells: C, names: readonly (keyof C)[], change: (cells: TypedCells) => TypedCells) {
  for (const name of names) cells[name] = change(cells[name] as TypedCells) as C[typeof name];
}

/** How an order's texts and amounts become codes. */
export interface Coder {
  product(text: string | null): number;
  customer(text: string | null): number;
  amount(value: Exact): number;
}

/** @returns the end of a row's payments. */
export function paymentsEnd({ rows, cells, payments }: Columns, row: number): number {
  return row + 1 < rows ? (cells.payments[row + 1] as number) : payments;
}

/** Behind the last row, whatever its number. */
export function appendRow(columns: Columns, order: Order, coder: Coder, spare: number): void {
  const row = columns.rows;
  if (row + 1 > columns.cells.id.length) changeCells(columns.cells, ROW_COLUMNS, (cells) => withRoom(cells, row + 1, spare));
  columns.cells.payments[row] = columns.payments;
  columns.rows += 1;
  fillRow(columns, row, order, coder);
  appendPayments(columns, order, coder, spare);
}

/** Everything of a row but its payments. */
function fillRow(columns: Columns, row: number, order: Order, coder: Coder): void {
  const { cells } = columns;
  const derived = deriveAmounts(order);
  cells.id[row] = order.id;
  cells.product[row] = coder.product(order.product);
  cells.customer[row] = coder.customer(order.customer);
  cells.quantity[row] = coder.amount(derived.quantity);
  cells.price[row] = coder.amount(derived.price);
  cells.total[row] = coder.amount(derived.total);
  // Nearly all orders are paid in full or not at all.
  cells.paid[row] = derived.paid === derived.total ? (cells.total[row] as number) : coder.amount(derived.paid);
  cells.due[row] = derived.due === derived.total ? (cells.total[row] as number) : coder.amount(derived.due);
  cells.created[row] = readInstant(order.createdAt);
  const isUntold = order.payments === null || order.payments.some(({ status }) => status === null);
  if (isUntold) columns.untold += 1;
  cells.state[row] = STATE_PLACES[derived.state] | (isUntold ? UNTOLD : 0);
}

function appendPayments(columns: Columns, { payments, createdAt }: Order, coder: Coder, spare: number): void {
  if (payments === null || payments.length === 0) return;
  const start = columns.payments;
  const end = start + payments.length;
  if (end > columns.paymentCells.id.length) changeCells(columns.paymentCells, PAYMENT_COLUMNS, (cells) => withRoom(cells, end, spare));
  columns.payments = end;
  fillPayments(columns.paymentCells, start, payments, createdAt, coder);
}

function fillPayments(cells: PaymentCells, start: number, payments: readonly Payment[], createdAt: string | null, coder: Coder): void {
  for (const [place, { id, amount, status, createdAt: own }] of payments.entries()) {
    cells.id[start + place] = id;
    cells.amount[start + place] = coder.amount(exactOf(amount));
    cells.age[start + place] = status === 'pending' ? ageOf(own ?? createdAt) : Number.NaN;
  }
}

function ageOf(time: string | null): number {
  const instant = readInstant(time);
  return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant;
}

/** An empty row between others, to be filled. */
export function insertRow(columns: Columns, row: number): void {
  const start = row < columns.rows ? (columns.cells.payments[row] as number) : columns.payments;
  changeCells(columns.cells, ROW_COLUMNS, (cells) => withGap(cells, columns.rows, row, 1));
  columns.cells.payments[row] = start;
  columns.cells.state[row] = 0;
  columns.rows += 1;
}

/** Puts an order in the place of what the row held. */
export function replaceRow(columns: Columns, row: number, order: Order, coder: Coder): void {
  if (((columns.cells.state[row] as number) & UNTOLD) !== 0) columns.untold -= 1;
  fillRow(columns, row, order, coder);
  const start = columns.cells.payments[row] as number;
  const more = (order.payments?.length ?? 0) - (paymentsEnd(columns, row) - start);
  if (more !== 0) {
    changeCells(columns.paymentCells, PAYMENT_COLUMNS, (cells) => withGap(cells, columns.payments, start, more));
    columns.payments += more;
    for (let next = row + 1; next < columns.rows; next += 1) columns.cells.payments[next] = (columns.cells.payments[next] as number) + more;
  }
  fillPayments(columns.paymentCells, start, order.payments ?? [], order.createdAt, coder);
}

/** @returns the row of an order; -1 - the row where it would stand, where there is none. */
export function rowOf({ rows, cells }: Columns, id: number): number {
  const ids = cells.id;
  // Numbers often run on without gaps.
  const guess = id - (ids[0] ?? 0);
  if (guess >= 0 && guess < rows && ids[guess] === id) return guess;
  let [low, high] = [0, rows];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return low < rows && ids[low] === id ? low : -1 - low;
}

/** For one order at a time. */
export function spareRows(columns: Columns): number {
  return spareOf(columns.rows);
}

/** The last row whose payments begin at or before this place: rows without any share their beginning with the next. */
export function rowHolding({ rows, cells }: Columns, place: number): number {
  let [low, high] = [0, rows];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cells.payments[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
