// Counts and exact sums over the history: by what the payments come to, and by day.
import { type Money, moneyText } from '../../shared/domain/money.ts';
import { ORDER_PAYMENT_STATES } from '../../shared/domain/payment.ts';
import type { Insights } from '../../shared/ipc/order-schemas.ts';
import type { DerivedOrder } from '../store/order-view.ts';

const DAYS = 14;

/** @param now decides which days are the last 14, in this computer's time zone. */
export function readInsights(orders: readonly DerivedOrder[], asOf: string | null, now: Date): Insights {
  const byDay = Map.groupBy(
    orders.filter(({ order }) => order.createdAt !== null),
    ({ order }) => localDay(new Date(order.createdAt ?? 0)),
  );
  const byState = Map.groupBy(orders, ({ state }) => state);
  return {
    asOf,
    states: ORDER_PAYMENT_STATES.map((state) => ({ state, ...tally(byState.get(state) ?? []) })),
    days: lastDays(now).map((day) => {
      const own = byDay.get(day) ?? [];
      return { day, ...tally(own), paid: sum(own.map(({ paid }) => paid)) };
    }),
  };
}

function tally(orders: readonly DerivedOrder[]): { orders: number; total: string } {
  return { orders: orders.length, total: sum(orders.map(({ total }) => total)) };
}

function sum(amounts: readonly (Money | null)[]): string {
  return moneyText(amounts.reduce<Money>((total, amount) => total + (amount ?? 0n), 0n));
}

/** Noon of each day, so that a change to summer time never skips or repeats one. */
function lastDays(now: Date): string[] {
  return Array.from({ length: DAYS }, (_, index) =>
    localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - (DAYS - 1) + index, 12)),
  );
}

function localDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
