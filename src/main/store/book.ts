// All that this desk knows of one identity's orders and payments. Later knowledge wins by when it was asked for, not by when it arrived:
// a history pull that began before a mark was answered must not put the old status back on the screen.
import type { PaymentMark } from '../../shared/domain/payment-mark.ts';
import type { Order, Payment } from './facts.ts';

/** A point in the order of events on this desk: grows with every question and every answer. */
export type Moment = number;

export interface KnownPayment {
  readonly payment: Payment;
  readonly mark: PaymentMark | null;
}

interface Told<T> {
  readonly fact: T;
  readonly moment: Moment;
}

/** Older than every question. */
const BEFORE: Moment = 0;

export interface Book {
  /** Grows with every change. */
  revision(): number;
  /** To be taken before the server is asked, and handed back with its answer. */
  now(): Moment;
  replaceOrders(orders: readonly Order[], asked: Moment): void;
  putOrder(order: Order, asked: Moment): void;
  putPayment(payment: Payment, asked: Moment, arrived?: Moment): void;
  /** What this desk knew before it asked the server for anything: fills gaps, and gives way to everything that the server tells. */
  remember(payments: readonly Payment[]): void;
  /** A mark has moved: what is shown of its payment is another. */
  marksMoved(): void;
  orders(): Iterable<Order>;
  size(): number;
  order(id: number): Order | null;
  payment(id: number): KnownPayment | null;
  /** Those of one order; null when nothing is known of any. */
  paymentsOf(order: Order): readonly KnownPayment[] | null;
  /** Payments whose orders are not in the book, or carry none: seen by this desk in other answers. */
  strayPayments(): readonly KnownPayment[];
}

export interface BookParts {
  changed(): void;
  /** What the journal says of a payment; null where it says nothing. */
  markOf(payment: number): PaymentMark | null;
}

export function createBook({ changed, markOf }: BookParts): Book {
  let revision = 0;
  let moment: Moment = 0;
  let orders = new Map<number, Told<Order>>();
  /** Payments told by answers of their own; they stand over an order's embedded ones while they are newer. */
  const told = new Map<number, Told<Payment>>();
  const toldByOrder = new Map<number, Set<number>>();
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

  const settleWith = (order: number, payments: readonly Payment[], asked: Moment): void => {
    const listed = new Set<number>();
    for (const payment of payments) {
      listed.add(payment.id);
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

  const known = (payment: Payment): KnownPayment => ({ payment: told.get(payment.id)?.fact ?? payment, mark: markOf(payment.id) });

  const find = (id: number): Payment | null => {
    const home = homes.get(id);
    const embedded = home === undefined ? undefined : orders.get(home)?.fact.payments?.find((payment) => payment.id === id);
    return embedded ?? told.get(id)?.fact ?? null;
  };

  const keepTold = (fact: Payment, moment: Moment): void => {
    told.set(fact.id, { fact, moment });
    if (fact.order !== null) toldByOrder.set(fact.order, (toldByOrder.get(fact.order) ?? new Set()).add(fact.id));
  };

  const rememberOne = (payment: Payment): void => {
    const own = told.get(payment.id);
    const embedded = find(payment.id);
    // An order that lists its payments and not this one has it no more.
    const isGone = embedded === null && payment.order !== null && orders.get(payment.order)?.fact.payments != null;
    // A bare number says nothing of the status; anything more has been told by the server.
    if (own !== undefined) keepTold(withGapsFilled(own.fact, payment), own.moment);
    else if (!isGone && embedded?.status == null) keepTold(embedded === null ? payment : withGapsFilled(embedded, payment), BEFORE);
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
    putPayment: (payment, asked, arrived = tick()) => {
      const own = told.get(payment.id);
      if (own !== undefined && own.moment > asked) return;
      const fact = withGapsFilled(payment, own?.fact ?? find(payment.id));
      keepTold(fact, arrived);
      touch();
    },
    remember: (payments) => {
      for (const payment of payments) rememberOne(payment);
      touch();
    },
    marksMoved: touch,
    *orders() {
      for (const own of orders.values()) yield own.fact;
    },
    size: () => orders.size,
    order: (id) => orders.get(id)?.fact ?? null,
    payment: (id) => {
      const payment = find(id);
      return payment === null ? null : known(payment);
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
