// The payments that wait for somebody: oldest first, wherever this desk has learned of them.
import { moneyText } from '../../../shared/domain/money.ts';
import type { PendingRow, PendingWindow } from '../../../shared/ipc/order-schemas.ts';
import type { OrderIndex } from '../columns/order-index.ts';
import type { Order, Payment } from '../facts.ts';
import { paymentViewOf } from '../order-view.ts';

export interface PendingParts {
  readonly index: OrderIndex;
  /** Grows with every change. */
  revision(): number;
  payment(id: number): Payment | null;
  /** The order that is known of a payment, by its number; null: none. */
  orderOf(payment: Payment): Order | null;
  /** Told by themselves, of orders that are not here. */
  strays(): readonly Payment[];
  /** false: some orders leave out payments that have been told by themselves; the index sees both as one. */
  tellsAll(): boolean;
}

export interface PendingList {
  /** @param keep payments that were decided since the last asking keep their places. */
  window(offset: number, limit: number, keep: boolean): Omit<PendingWindow, 'revision'>;
  /** The numbers of the payments from one place to another of the list as it was last told; null: of all that are pending. */
  numbers(span: { readonly first: number; readonly last: number } | null): readonly number[];
  row(payment: number): PendingRow | null;
  pending(): Iterable<number>;
}

interface Aged {
  readonly id: number;
  readonly age: number;
}

interface Listed {
  readonly revision: number;
  readonly ids: ArrayLike<number>;
  readonly pending: number;
  readonly sum: bigint;
  /** Some of them are not pending any more. */
  readonly kept: number;
}

export function createPendingList(parts: PendingParts): PendingList {
  const { index } = parts;
  let last: Listed = { revision: -1, ids: [], pending: 0, sum: 0n, kept: 0 };

  const isPending = ({ status }: Payment): boolean => status === 'pending';
  const aged = (payment: Payment): Aged => ({ id: payment.id, age: ageOf(payment, parts.orderOf(payment)) });

  /** Those that were shown, are not pending any more, and have not gone from the server either. */
  const decided = (shown: ArrayLike<number>, now: ReadonlySet<number>): Payment[] =>
    Array.from(shown)
      .filter((id) => !now.has(id))
      .map(parts.payment)
      .filter((payment) => payment !== null);

  const collect = (shown: ArrayLike<number>): Listed => {
    const columns = index.pending();
    const strays = parts.strays().filter(isPending);
    const kept = shown.length === 0 ? [] : decided(shown, new Set([...columns.payments, ...strays.map(({ id }) => id)]));
    const others = [...strays, ...kept].map(aged).toSorted(byAge);
    const sum = strays.reduce((total, { amount }) => total + (amount ?? 0n), columns.sum);
    const ids = others.length === 0 ? columns.payments : merged(columns, others);
    return { revision: parts.revision(), ids, pending: columns.payments.length + strays.length, sum, kept: kept.length };
  };

  const current = (keep: boolean): Listed => {
    if (last.revision !== parts.revision() || (!keep && last.kept > 0)) last = collect(keep ? last.ids : []);
    return last;
  };

  const rowOf = (payment: Payment): PendingRow => {
    const order = parts.orderOf(payment);
    return { payment: paymentViewOf(payment), product: order?.product ?? null, customer: order?.customer ?? null };
  };

  return {
    window: (offset, limit, keep) => {
      const { ids, pending, sum } = current(keep);
      const shown = Array.from({ length: Math.max(0, Math.min(limit, ids.length - offset)) }, (_, place) => ids[offset + place] ?? 0);
      const rows = shown.map((id) => parts.payment(id)).filter((payment) => payment !== null);
      return {
        total: ids.length,
        pending,
        sum: moneyText(sum),
        rows: rows.map(rowOf),
        embedded: index.tellsPayments() && parts.tellsAll(),
      };
    },
    numbers: (span) => {
      const ids = span === null ? collect([]).ids : last.ids;
      return span === null ? Array.from(ids) : Array.from(ids).slice(span.first, span.last + 1);
    },
    row: (id) => {
      const payment = parts.payment(id);
      return payment === null ? null : rowOf(payment);
    },
    *pending() {
      yield* index.pending().payments;
      for (const payment of parts.strays()) if (isPending(payment)) yield payment.id;
    },
  };
}

/** A payment without a time of its own is as old as its order; milliseconds since 1970, -Infinity where nothing is told. */
function ageOf(payment: Payment, order: Order | null): number {
  const time = payment.createdAt ?? order?.createdAt ?? null;
  return time === null ? -Infinity : Date.parse(time);
}

/** After that, lower numbers are older. */
function byAge(a: Aged, b: Aged): number {
  return a.age < b.age ? -1 : a.age > b.age ? 1 : a.id - b.id;
}

function merged({ payments, ages }: { payments: Float64Array; ages: Float64Array }, others: readonly Aged[]): Float64Array {
  const all = new Float64Array(payments.length + others.length);
  let [own, other] = [0, 0];
  for (let place = 0; place < all.length; place += 1) {
    const next = others[other];
    const mine = own < payments.length ? { id: payments[own] ?? 0, age: ages[own] ?? 0 } : null;
    if (next !== undefined && (mine === null || byAge(next, mine) < 0)) {
      all[place] = next.id;
      other += 1;
    } else {
      all[place] = mine?.id ?? 0;
      own += 1;
    }
  }
  return all;
}
