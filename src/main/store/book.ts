// All that this desk knows of one identity's orders and payments. Later knowledge wins by when it was asked for, not by when it arrived:
// a history pull that began before a mark was answered must not put the old status back on the screen.
import type { PaymentStatus, Standing } from '../../shared/domain/payment.ts';
import type { Order, Payment } from './facts.ts';

/** A point in the order of events on this desk: grows with every question and every answer. */
export type Moment = number;

export interface KnownPayment {
  readonly payment: Payment;
  readonly standing: Standing;
  readonly asked: PaymentStatus | null;
}

interface Told<T> {
  readonly fact: T;
  readonly moment: Moment;
}

interface Doubt {
  readonly standing: Exclude<Standing, 'settled'>;
  readonly asked: PaymentStatus;
  readonly moment: Moment;
}

export interface Book {
  /** Grows with every change. */
  revision(): number;
  /** To be taken before the server is asked, and handed back with its answer. */
  now(): Moment;
  replaceOrders(orders: readonly Order[], asked: Moment): void;
  putOrder(order: Order, asked: Moment): void;
  putPayment(payment: Payment, asked: Moment): void;
  /** A mark is on its way (`sending`), or its answer was lost (`unknown`); `null` when it is settled. */
  setStanding(payment: number, standing: Doubt['standing'] | null, asked: PaymentStatus): void;
  orders(): Iterable<Order>;
  size(): number;
  order(id: number): Order | null;
  payment(id: number): KnownPayment | null;
  /** Those of one order; null when nothing is known of any. */
  paymentsOf(order: Order): readonly KnownPayment[] | null;
  /** Payments whose orders are not in the book, or carry none: seen by this desk in other answers. */
  strayPayments(): readonly KnownPayment[];
}

export function createBook(changed: () => void): Book {
  let revision = 0;
  let moment: Moment = 0;
  let orders = new Map<number, Told<Order>>();
  /** Payments told by answers of their own; they stand over an order's embedded ones while they are newer. */
  const told = new Map<number, Told<Payment>>();
  const toldByOrder = new Map<number, Set<number>>();
  const doubts = new Map<number, Doubt>();
  /** Where each embedded payment stands. */
  let homes = new Map<number, number>();

  const tick = (): Moment => {
    moment += 1;
    return moment;
  };
  const touch = (): void => {
    revision += 1;
    changed();
  };

  /** An answer asked for after a doubt arose tells how it went. */
  const settleDoubt = (payment: Payment, asked: Moment): void => {
    const doubt = doubts.get(payment.id);
    if (doubt?.standing === 'unknown' && asked > doubt.moment && payment.status !== null) doubts.delete(payment.id);
  };

  const settleWith = (order: number, payments: readonly Payment[], asked: Moment): void => {
    const listed = new Set<number>();
    for (const payment of payments) {
      listed.add(payment.id);
      settleDoubt(payment, asked);
      if (isOlder(payment.id, asked) && payment.status !== null) told.delete(payment.id);
    }
    // One that the order lists no more is gone from the server.
    for (const id of toldByOrder.get(order) ?? []) if (!listed.has(id) && isOlder(id, asked)) told.delete(id);
  };

  const isOlder = (payment: number, asked: Moment): boolean => (told.get(payment)?.moment ?? asked) < asked;

  /** An answer that leaves the payments out says nothing of them: those told before stay. */
  const put = (fact: Order, asked: Moment, before: Order | undefined): void => {
    const payments = fact.payments ?? before?.payments ?? null;
    for (const payment of payments ?? []) homes.set(payment.id, fact.id);
    orders.set(fact.id, { fact: payments === fact.payments ? fact : { ...fact, payments }, moment: asked });
  };

  const known = (payment: Payment): KnownPayment => {
    const doubt = doubts.get(payment.id);
    return { payment: told.get(payment.id)?.fact ?? payment, standing: doubt?.standing ?? 'settled', asked: doubt?.asked ?? null };
  };

  const find = (id: number): Payment | null => {
    const home = homes.get(id);
    const embedded = home === undefined ? undefined : orders.get(home)?.fact.payments?.find((payment) => payment.id === id);
    return embedded ?? told.get(id)?.fact ?? null;
  };

  return {
    revision: () => revision,
    now: tick,
    replaceOrders: (next, asked) => {
      const earlier = orders;
      homes = new Map();
      orders = new Map();
      for (const fact of next) {
        put(fact, asked, earlier.get(fact.id)?.fact);
        if (fact.payments !== null) settleWith(fact.id, fact.payments, asked);
      }
      for (const { fact, moment: own } of earlier.values()) if (own > asked) put(fact, own, orders.get(fact.id)?.fact);
      touch();
    },
    putOrder: (fact, asked) => {
      const own = orders.get(fact.id);
      if (own !== undefined && own.moment > asked) return;
      put(fact, asked, own?.fact);
      if (fact.payments !== null) settleWith(fact.id, fact.payments, asked);
      touch();
    },
    putPayment: (payment, asked) => {
      const own = told.get(payment.id);
      if (own !== undefined && own.moment > asked) return;
      const fact = withGapsFilled(payment, own?.fact ?? find(payment.id));
      told.set(payment.id, { fact, moment: tick() });
      if (fact.order !== null) toldByOrder.set(fact.order, (toldByOrder.get(fact.order) ?? new Set()).add(fact.id));
      settleDoubt(payment, asked);
      touch();
    },
    setStanding: (payment, standing, asked) => {
      if (standing === null) doubts.delete(payment);
      else doubts.set(payment, { standing, asked, moment: tick() });
      touch();
    },
    *orders() {
      for (const own of orders.values()) yield own.fact;
    },
    size: () => orders.size,
    order: (id) => orders.get(id)?.fact ?? null,
    payment: (id) => {
      const payment = find(id);
      if (payment !== null) return known(payment);
      const doubt = doubts.get(id);
      if (doubt === undefined) return null;
      return known({ id, order: null, amount: null, status: null, createdAt: null });
    },
    paymentsOf: (order) => {
      const embedded = order.payments ?? [];
      const own = [...(toldByOrder.get(order.id) ?? [])].filter((id) => told.has(id) && !embedded.some((payment) => payment.id === id));
      if (order.payments === null && own.length === 0) return null;
      return [...embedded, ...own.map((id) => told.get(id)?.fact).filter((fact) => fact !== undefined)].map(known);
    },
    strayPayments: () => {
      const stray = [...told.values()].filter(({ fact }) => fact.order === null || !orders.has(fact.order));
      return stray.map(({ fact }) => known(fact));
    },
  };
}

/** A thin answer, such as `{"id": 7, "status": "failed"}`, takes nothing away. */
function withGapsFilled(payment: Payment, before: Payment | null): Payment {
  return {
    id: payment.id,
    order: payment.order ?? before?.order ?? null,
    amount: payment.amount ?? before?.amount ?? null,
    status: payment.status ?? before?.status ?? null,
    createdAt: payment.createdAt ?? before?.createdAt ?? null,
  };
}
