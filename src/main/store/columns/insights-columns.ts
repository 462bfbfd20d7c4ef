// Counts and exact sums over the history: by what the payments come to, and by day.
import { moneyText } from '../../../shared/domain/money.ts';
import { ORDER_PAYMENT_STATES } from '../../../shared/domain/payment.ts';
import type { Insights } from '../../../shared/ipc/order-schemas.ts';
import type { AmountDictionary } from './amount-dictionary.ts';
import { type Columns, STATE } from './order-columns.ts';
import type { Asking } from './order-index.ts';
import { lastDays } from './zone-days.ts';

const DAYS = 14;

export function readInsights(columns: Columns, { now, zone }: Asking): Omit<Insights, 'asOf'> {
  const days = lastDays(now, zone, DAYS);
  const byState = ORDER_PAYMENT_STATES.map(() => tally(columns.amounts));
  const byDay = days.map(() => ({ total: tally(columns.amounts), paid: tally(columns.amounts) }));
  const { state, created, total, paid } = columns.cells;
  const [first, end] = [days[0]?.from ?? 0, days.at(-1)?.to ?? 0];
  for (let row = 0; row < columns.rows; row += 1) {
    byState[(state[row] as number) & STATE]?.add(total[row] as number);
    const instant = created[row] as number;
    if (!(instant >= first && instant < end)) continue;
    const day = byDay[days.findIndex(({ to }) => instant < to)];
    day?.total.add(total[row] as number);
    day?.paid.add(paid[row] as number);
  }
  return {
    states: ORDER_PAYMENT_STATES.map((name, place) => ({ state: name, ...told(byState[place]) })),
    days: days.map(({ day }, place) => ({ day, ...told(byDay[place]?.total), paid: told(byDay[place]?.paid).total })),
  };
}

function told(tally: Tally | undefined): { orders: number; total: string } {
  return { orders: tally?.count() ?? 0, total: moneyText(tally?.sum() ?? 0n) };
}

interface Tally {
  /** @param code of an amount; one that is not told counts as nothing. */
  add(code: number): void;
  count(): number;
  sum(): bigint;
}

/** Sums in numbers as long as they are exact. */
const EXACT = 2 ** 52;

export function tally({ values, huge }: AmountDictionary): Tally {
  let [count, small, large] = [0, 0, 0n];
  return {
    add: (code) => {
      count += 1;
      if (code === 0) return;
      const value = values[code] as number;
      if (!Number.isFinite(value)) large += huge.get(code) ?? 0n;
      else {
        // Each is within 2^51, so that the next one cannot take it beyond 2^53.
        small += value;
        if (small > EXACT || small < -EXACT) {
          large += BigInt(small);
          small = 0;
        }
      }
    },
    count: () => count,
    sum: () => large + BigInt(small),
  };
}
