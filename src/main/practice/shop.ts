// The shop's orders and payments: what the seed holds, and on top of it what has been added, changed and deleted since.
import type { OrderRow, PaymentRow, PaymentStatus, Seed } from './seed.ts';

export interface Shop {
  readonly orderCount: number;
  order(id: number): OrderRow | undefined;
  payment(id: number): PaymentRow | undefined;
  /** In the order of their numbers. */
  paymentsOf(orderId: number): readonly PaymentRow[];
  addOrder(order: Omit<OrderRow, 'id'>): OrderRow;
  addPayment(payment: Omit<PaymentRow, 'id'>): PaymentRow;
  changePayment(id: number, change: Partial<Omit<PaymentRow, 'id' | 'createdAt'>>): PaymentRow | undefined;
  deletePayment(id: number): boolean;
}

export type { OrderRow, PaymentRow, PaymentStatus };

export function openShop(seed: Seed): Shop {
  const orders: OrderRow[] = [];
  const added: PaymentRow[] = [];
  /** Payments that are no longer as seeded or as added; null when deleted. */
  const changed = new Map<number, PaymentRow | null>();
  /** Payments that an order has got since, or by being moved to it. */
  const later = new Map<number, Set<number>>();

  function payment(id: number): PaymentRow | undefined {
    const now = changed.get(id);
    if (now !== undefined) return now ?? undefined;
    if (!Number.isSafeInteger(id) || id < 1) return undefined;
    return id <= seed.payments ? seed.payment(id) : added[id - seed.payments - 1];
  }

  function attach(orderId: number, id: number): void {
    const ids = later.get(orderId) ?? new Set();
    later.set(orderId, ids.add(id));
  }

  return {
    get orderCount() {
      return seed.orders + orders.length;
    },
    order(id) {
      if (!Number.isSafeInteger(id) || id < 1) return undefined;
      return id <= seed.orders ? seed.order(id) : orders[id - seed.orders - 1];
    },
    payment,
    paymentsOf(orderId) {
      const seeded = orderId >= 1 && orderId <= seed.orders ? seed.paymentsOf(orderId) : [];
      if (changed.size === 0 && !later.has(orderId)) return seeded;
      const ids = new Set([...seeded.map(({ id }) => id), ...(later.get(orderId) ?? [])]);
      return [...ids]
        .sort((a, b) => a - b)
        .map(payment)
        .filter((row) => row?.orderId === orderId)
        .filter((row) => row !== undefined);
    },
    addOrder(order) {
      const row = { ...order, id: seed.orders + orders.length + 1 };
      orders.push(row);
      return row;
    },
    addPayment(row) {
      const made = { ...row, id: seed.payments + added.length + 1 };
      added.push(made);
      attach(made.orderId, made.id);
      return made;
    },
    changePayment(id, change) {
      const before = payment(id);
      if (before === undefined) return undefined;
      const after = { ...before, ...change };
      changed.set(id, after);
      if (after.orderId !== before.orderId) attach(after.orderId, id);
      return after;
    },
    deletePayment(id) {
      const found = payment(id) !== undefined;
      if (found) changed.set(id, null);
      return found;
    },
  };
}
