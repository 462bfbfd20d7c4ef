// What is known of each order and payment of an open history: later knowledge wins by when it was asked for, not by when it arrived.
import type { OrderIndex } from '../columns/order-index.ts';
import type { Moment } from '../door.ts';
import type { Order, Payment } from '../facts.ts';
import { readFacts } from './facts-text.ts';
import type { HistoryFile } from './history-file.ts';
import type { OrderRows } from './order-rows.ts';
import { type Told, withGapsFilled } from './told.ts';

export interface FactsBook {
  putOrder(order: Order, asked: Moment): void;
  putPayment(payment: Payment, asked: Moment, arrived: Moment): void;
  remember(payments: readonly Payment[]): void;
  /** With everything that has been told of its payments. */
  order(id: number): Order | null;
  payment(id: number): Payment | null;
  /** The order that tells of this payment, or that the payment names; null: it is not here. */
  orderOf(payment: Payment): Order | null;
  /** Payments told by themselves, of orders that are not here. */
  strays(): readonly Payment[];
  /** false: some orders leave out, or name by a bare number, payments that have been told by themselves. */
  tellsAll(): boolean;
  /** The index has to be told of this order once more, or it is gone. */
  refresh(id: number): void;
  /** The orders of which payments have been told by themselves. */
  toldOrders(): ReadonlySet<number>;

  /** A pull begins: what is put from now on has to outlive it, or give way to it, when it ends. */
  begin(): void;
  readonly put: ReadonlyMap<number, Moment>;
  readonly came: ReadonlySet<number>;
  /** The index has the rows of a pull that was asked for then, and lacks what has been told since. */
  tellAnew(asked: Moment): void;
  /** The pull has become the history; the index has its rows. @param settled orders of which other payments stand than the index was told of */
  pulled(asked: Moment, settled: readonly number[]): void;
}

export interface FactsBookParts {
  readonly file: HistoryFile;
  readonly rows: OrderRows;
  readonly index: OrderIndex;
  readonly told: Told;
  /** The beginning of a first pull is shown: its rows are only staged. */
  isPartial(): boolean;
}

export function createFactsBook({ file, rows, index, told, isPartial }: FactsBookParts): FactsBook {
  const put = new Map<number, Moment>();
  const came = new Set<number>();
  /** Orders that the index was told of during a pull. */
  const during = new Set<number>();
  let pulledAt: Moment = 0;

  const read = (id: number): Order | null => {
    if (!index.has(id)) return null;
    const staged = isPartial() ? rows.staged(id) : null;
    return rows.read(id) ?? (staged === null ? null : readFacts(staged));
  };
  const momentOf = (id: number): Moment | null => put.get(id) ?? (index.has(id) ? pulledAt : null);
  const tell = (order: Order): void => {
    index.put(told.wholeOf(order));
    during.add(order.id);
    file.touched.add(order.id);
  };
  const refresh = (id: number): void => {
    const order = read(id);
    if (order !== null) tell(order);
  };
  /** As an order lists it. */
  const embedded = (id: number): Payment | null => {
    const home = index.orderOfPayment(id);
    return home === null ? null : (read(home)?.payments?.find((payment) => payment.id === id) ?? null);
  };
  const find = (id: number): Payment | null => embedded(id) ?? told.of(id);
  const homesOf = (id: number): number[] => [index.orderOfPayment(id), told.of(id)?.order ?? null].filter((home) => home !== null);
  const toldOrders = (): ReadonlySet<number> => new Set([...told.orders(), ...[...told.all()].flatMap(({ id }) => homesOf(id))]);
  /** By its own answer: a bare number says nothing of the status, whatever has been told of that payment elsewhere. */
  const listsAll = (own: Order | null): boolean => own?.payments?.every(({ status }) => status !== null) === true;
  const isStray = ({ id, order }: Payment): boolean => (order === null || !index.has(order)) && index.orderOfPayment(id) === null;

  const rememberOne = (payment: Payment): void => {
    const own = told.of(payment.id);
    const listed = embedded(payment.id);
    // An order that lists its payments and not this one has it no more.
    const isGone = listed === null && payment.order !== null && read(payment.order)?.payments != null;
    // A bare number says nothing of the status; anything more has been told by the server.
    if (own !== null) told.fill(withGapsFilled(own, payment));
    else if (!isGone && listed?.status == null) told.remember(listed === null ? payment : withGapsFilled(listed, payment));
  };

  return {
    put,
    came,
    putOrder: (order, asked) => {
      const { id } = order;
      const own = momentOf(id);
      if (own !== null && own > asked) return;
      const payments = order.payments ?? read(id)?.payments ?? null;
      const fact = { ...order, payments };
      file.write(() => {
        rows.write(fact);
        file.undigested.add(id);
        file.touched.add(id);
        if (order.payments !== null) told.settle(id, order.payments, asked);
      });
      if (!index.has(id)) came.add(id);
      put.set(id, asked);
      tell(fact);
    },
    putPayment: (payment, asked, arrived) => {
      const { id } = payment;
      const own = told.momentOf(id);
      if (own !== null && own > asked) return;
      const before = homesOf(id);
      const fact = withGapsFilled(payment, told.of(id) ?? find(id));
      file.write(() => {
        told.keep(fact, arrived);
        for (const home of new Set([...before, ...homesOf(id)])) file.touched.add(home);
      });
      for (const home of new Set([...before, ...homesOf(id)])) {
        // A pull may have brought its order already, though the index does not show it yet.
        during.add(home);
        refresh(home);
      }
    },
    remember: (payments) => {
      for (const payment of payments) rememberOne(payment);
      const homes = new Set(payments.flatMap(({ id }) => homesOf(id)));
      file.write(() => {
        for (const home of homes) file.touched.add(home);
      });
      for (const home of homes) refresh(home);
    },
    order: (id) => {
      const order = read(id);
      return order === null ? null : told.wholeOf(order);
    },
    payment: (id) => told.of(id) ?? find(id),
    orderOf: ({ id, order }) => {
      const home = index.orderOfPayment(id) ?? order;
      return home === null ? null : read(home);
    },
    strays: () => [...told.all()].filter(isStray),
    tellsAll: () => [...toldOrders()].every((id) => !index.has(id) || listsAll(read(id))),
    refresh,
    toldOrders,
    tellAnew: (asked) => {
      for (const [id, moment] of put) {
        const order = moment > asked ? rows.read(id) : null;
        if (order !== null) tell(order);
      }
      for (const id of during) refresh(id);
    },
    begin: () => {
      came.clear();
      during.clear();
    },
    pulled: (asked, settled) => {
      const outlive = [...put].filter(([, moment]) => moment > asked);
      put.clear();
      for (const [id, moment] of outlive) {
        put.set(id, moment);
        const order = rows.read(id);
        if (order !== null) tell(order);
      }
      pulledAt = asked;
      for (const id of new Set([...during, ...settled])) refresh(id);
    },
  };
}
