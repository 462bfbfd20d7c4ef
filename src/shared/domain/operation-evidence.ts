// What a reading of the server says about an operation: whether a payment changed meanwhile, and which new order or payment is the one asked for.
import { type Money, moneyText, readMoney } from './money.ts';
import type { Baseline, Seen, Wish } from './operation-schemas.ts';

interface FoundPayment {
  readonly id: number;
  readonly order: number | null;
  readonly amount: Money | null;
  readonly status: string | null;
}

interface FoundOrder {
  readonly id: number;
  readonly product: string | null;
  readonly customer: string | null;
  readonly quantity: Money | null;
  readonly price: Money | null;
  readonly createdAt: string | null;
}

/** `as-asked`: nothing is left to do. `as-seen`: nobody touched it. `silent`: the answer carried no status. */
export type PaymentStanding = 'as-asked' | 'as-seen' | 'changed' | 'silent';

/** @param saw a payment known only by its number was seen as nothing; then only a pending one is as expected. */
export function comparePayment(now: FoundPayment, saw: Seen, to: string): PaymentStanding {
  if (now.status === null) return 'silent';
  if (now.status === to) return 'as-asked';
  if (now.status !== (saw.status ?? 'pending')) return 'changed';
  // Completed for another amount is a wrong mark as well.
  const amount = saw.amount === null ? null : readMoney(saw.amount);
  return amount !== null && now.amount !== null && amount !== now.amount ? 'changed' : 'as-seen';
}

export function seenOf(now: FoundPayment, before: Seen): Seen {
  return {
    status: now.status,
    amount: now.amount === null ? before.amount : moneyText(now.amount),
    order: now.order ?? before.order,
    product: before.product,
  };
}

/** `certain`: the one that was asked for, beyond reasonable doubt. `matches`: all that it could be, for a person to pick from. */
export interface Finding {
  readonly certain: number | null;
  readonly matches: readonly number[];
}

/** Clock differences in milliseconds: against the server's own clock, which `Date` gives in whole seconds, and against this computer's. */
const SKEW = { server: 2_000, own: 300_000 } as const;

/**
 * @param names how this person may stand in an order's customer field.
 * @param claimed numbers that other operations have already found to be theirs.
 */
export function findOrder(
  wish: Extract<Wish, { kind: 'create-order' }>,
  before: Baseline,
  orders: readonly FoundOrder[],
  names: readonly string[],
  claimed: ReadonlySet<number>,
): Finding {
  const earliest = Date.parse(before.sentAt) - (before.serverClock ? SKEW.server : SKEW.own);
  const price = readMoney(wish.price);
  const quantity = readMoney(wish.quantity);
  const found = orders.filter(
    (order) =>
      order.product?.trim() === wish.product &&
      order.quantity === quantity &&
      order.price === price &&
      !claimed.has(order.id) &&
      (before.highestOrder === null || order.id > before.highestOrder) &&
      (order.createdAt === null || Date.parse(order.createdAt) >= earliest),
  );
  const only = found.length === 1 ? found[0] : undefined;
  // Without numbers from before and without a time, an equal order of last year looks the same.
  const dated = only !== undefined && (before.highestOrder !== null || only.createdAt !== null);
  const ours = only !== undefined && (only.customer === null || names.some((name) => same(name, only.customer)));
  return { certain: dated && ours ? only.id : null, matches: found.map(({ id }) => id) };
}

function same(name: string, customer: string | null): boolean {
  return name.trim().toLowerCase() === customer?.trim().toLowerCase();
}

/** @returns null where the order's payments are not told, or were not before: then no reading can settle it. */
export function findPayment(
  wish: Extract<Wish, { kind: 'record-payment' }>,
  before: Baseline,
  payments: readonly FoundPayment[] | null,
  claimed: ReadonlySet<number>,
): Finding | null {
  if (payments === null || before.payments === null) return null;
  const known = new Set(before.payments);
  const amount = readMoney(wish.amount);
  const found = payments.filter((payment) => !known.has(payment.id) && !claimed.has(payment.id) && payment.amount === amount);
  return { certain: found.length === 1 ? (found[0]?.id ?? null) : null, matches: found.map(({ id }) => id) };
}
