// The payments that wait for somebody, oldest first, and where each payment stands.
import { tally } from './insights-columns.ts';
import { type Columns, paymentsEnd } from './order-columns.ts';
import type { PendingColumns } from './order-index.ts';
import { extremes, orderOfNumbers, sortedByNumber } from './sort-numbers.ts';

export function collectPending(columns: Columns): PendingColumns {
  const { id, age, amount } = columns.paymentCells;
  const places: number[] = [];
  const rows: number[] = [];
  const sum = tally(columns.amounts);
  for (let row = 0; row < columns.rows; row += 1) {
    const end = paymentsEnd(columns, row);
    for (let at = columns.cells.payments[row] as number; at < end; at += 1) {
      if (Number.isNaN(age[at] as number)) continue;
      places.push(at);
      rows.push(row);
      sum.add(amount[at] as number);
    }
  }
  const ids = Float64Array.from(places, (at) => id[at] as number);
  const ages = Float64Array.from(places, (at) => age[at] as number);
  const order = byAge(ids, ages);
  return {
    payments: Float64Array.from(order, (at) => ids[at] as number),
    orders: Float64Array.from(order, (at) => columns.cells.id[rows[at] as number] as number),
    ages: Float64Array.from(order, (at) => ages[at] as number),
    sum: sum.sum(),
  };
}

function byAge(ids: Float64Array, ages: Float64Array): Uint32Array {
  const told = ages.map((age) => (age === Number.NEGATIVE_INFINITY ? Number.NaN : age));
  const [low, high] = extremes(told);
  const keys = told.map((age) => (Number.isNaN(age) ? 0 : age - low + 1));
  return sortedByNumber(orderOfNumbers(ids), keys, 0, high - low + 1);
}

/** So many questions are answered by looking through all payments; for more of them they are sorted once. */
const FEW = 16;

export interface PaymentHomes {
  /** The order in which a payment is embedded; where two name it, the one with the higher number. */
  orderOf(payment: number): number | null;
  /** To be called when payments have come or gone. */
  changed(): void;
}

export function createPaymentHomes(columns: () => Columns): PaymentHomes {
  let asked = 0;
  let sorted: Uint32Array | null = null;
  const placeOf = (payment: number): number => {
    const { payments, paymentCells } = columns();
    const ids = paymentCells.id.subarray(0, payments);
    asked += 1;
    if (asked <= FEW) return ids.lastIndexOf(payment);
    sorted ??= orderOfNumbers(ids);
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ids[sorted[middle] as number] as number) <= payment) low = middle + 1;
      else high = middle;
    }
    const place = low === 0 ? -1 : (sorted[low - 1] as number);
    return place !== -1 && ids[place] === payment ? place : -1;
  };
  return {
    orderOf: (payment) => {
      const place = placeOf(payment);
      return place === -1 ? null : (columns().cells.id[rowHolding(columns(), place)] ?? null);
    },
    changed: () => {
      asked = 0;
      sorted = null;
    },
  };
}

/** The last row whose payments begin at or before this place: rows without any share their beginning with the next. */
function rowHolding({ rows, cells }: Columns, place: number): number {
  let [low, high] = [0, rows];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cells.payments[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
