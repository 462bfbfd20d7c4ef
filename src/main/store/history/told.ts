// Payments told by answers of their own: they stand over those that their order lists, until the order is told later than they were.
import type { Moment } from '../door.ts';
import type { Order, Payment } from '../facts.ts';

interface ToldPayment {
  readonly fact: Payment;
  readonly moment: Moment;
  /** Only guessed from what this desk did itself; told anew at every start. */
  readonly remembered: boolean;
}

/** Older than every question. */
const BEFORE: Moment = 0;

export interface Told {
  of(payment: number): Payment | null;
  momentOf(payment: number): Moment | null;
  keep(fact: Payment, moment: Moment): void;
  /** Gives way to everything that the server tells. */
  remember(fact: Payment): void;
  /** What has been told already, with gaps filled. */
  fill(fact: Payment): void;
  /** As known after this answer: with every payment that has been told of it. */
  wholeOf(order: Order): Order;
  /** An answer asked for then lists these payments of the order. @returns whether anything told gives way to it. */
  settle(order: number, payments: readonly Payment[], asked: Moment): boolean;
  /** The orders of which payments have been told. */
  orders(): readonly number[];
  /** Those of which this is only remembered. */
  remembered(): readonly number[];
  all(): Iterable<Payment>;
  /** From the file, or from the history that this one takes the place of. */
  entries(): Iterable<readonly [Payment, Moment]>;
}

/**
 * @param before of an earlier start
 * @param written told of what is to be kept in the file; null: no more
 */
export function createTold(before: readonly Payment[], written: (payment: number, fact: Payment | null) => void): Told {
  const told = new Map<number, ToldPayment>();
  const byOrder = new Map<number, Set<number>>();

  const unlist = (id: number): void => {
    const order = told.get(id)?.fact.order ?? null;
    if (order === null) return;
    byOrder.get(order)?.delete(id);
    if (byOrder.get(order)?.size === 0) byOrder.delete(order);
  };
  const put = (fact: Payment, moment: Moment, remembered: boolean): void => {
    unlist(fact.id);
    told.set(fact.id, { fact, moment, remembered });
    if (fact.order !== null) byOrder.set(fact.order, (byOrder.get(fact.order) ?? new Set()).add(fact.id));
  };
  for (const fact of before) put(fact, BEFORE, false);
  const drop = (id: number): void => {
    if (told.get(id)?.remembered === false) written(id, null);
    unlist(id);
    told.delete(id);
  };
  const isOlder = (id: number, asked: Moment): boolean => (told.get(id)?.moment ?? asked) < asked;
  const ofOrder = (order: number): number[] => [...(byOrder.get(order) ?? [])];

  return {
    of: (id) => told.get(id)?.fact ?? null,
    momentOf: (id) => told.get(id)?.moment ?? null,
    keep: (fact, moment) => {
      written(fact.id, fact);
      put(fact, moment, false);
    },
    remember: (fact) => put(fact, BEFORE, true),
    fill: (fact) => {
      const own = told.get(fact.id);
      put(fact, own?.moment ?? BEFORE, own?.remembered ?? true);
    },
    wholeOf: (order) => {
      const own = ofOrder(order.id);
      if (order.payments === null && own.length === 0) return order;
      if (own.length === 0 && !order.payments?.some(({ id }) => told.has(id))) return order;
      const embedded = (order.payments ?? []).map((payment) => told.get(payment.id)?.fact ?? payment);
      const listed = new Set(embedded.map(({ id }) => id));
      const others = own.filter((id) => !listed.has(id)).map((id) => told.get(id)?.fact);
      return { ...order, payments: [...embedded, ...others.filter((fact) => fact !== undefined)] };
    },
    settle: (order, payments, asked) => {
      const size = told.size;
      const listed = new Set(payments.map(({ id }) => id));
      for (const { id, status } of payments) if (told.has(id) && isOlder(id, asked) && status !== null) drop(id);
      // One that the order lists no more is gone from the server.
      for (const id of ofOrder(order)) if (!listed.has(id) && isOlder(id, asked)) drop(id);
      return told.size < size;
    },
    orders: () => [...byOrder.keys()],
    remembered: () => [...told.values()].flatMap(({ fact, remembered }) => (remembered && fact.order !== null ? [fact.order] : [])),
    *all() {
      for (const { fact } of told.values()) yield fact;
    },
    *entries() {
      for (const { fact, moment, remembered } of told.values()) if (!remembered) yield [fact, moment];
    },
  };
}

/** A thin answer, such as `{"id": 7, "status": "failed"}`, takes nothing away. */
export function withGapsFilled(payment: Payment, before: Payment | null): Payment {
  return {
    id: payment.id,
    order: payment.order ?? before?.order ?? null,
    amount: payment.amount ?? before?.amount ?? null,
    status: payment.status ?? before?.status ?? null,
    createdAt: payment.createdAt ?? before?.createdAt ?? null,
  };
}
