// The orders a practice store starts with. Each is worked out from its number alone, so that a million cost nothing until they are read.
import { products } from './catalogue.ts';
import { scatter } from './random.ts';

export type PaymentStatus = 'pending' | 'completed' | 'failed';

export interface OrderRow {
  readonly id: number;
  readonly userId: number;
  readonly productName: string;
  readonly quantity: number;
  /** Price of one piece, in hundredths. */
  readonly priceMinor: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface PaymentRow {
  readonly id: number;
  readonly orderId: number;
  readonly amountMinor: number;
  readonly status: PaymentStatus;
  readonly createdAt: number;
}

export interface Seed {
  readonly orders: number;
  readonly payments: number;
  /** All three want a number from 1 to the count above. */
  order(id: number): OrderRow;
  payment(id: number): PaymentRow | undefined;
  paymentsOf(orderId: number): readonly PaymentRow[];
}

interface Part {
  readonly share: number;
  readonly status: PaymentStatus;
}

const HOUR = 3_600_000;
const SPAN = 150 * 24 * HOUR;
const part = (share: number, status: PaymentStatus): Part => ({ share, status });

// Thresholds out of 100. What is pending is mostly recent: 30 in 100 in the last quarter, 6 before, 12 altogether.
function plan(seed: number, id: number, orders: number): readonly Part[] {
  const roll = scatter(seed, id, 1) % 100;
  const pending = id > orders * 0.75 ? 30 : 6;
  if (roll < pending) return [part(1, 'pending')];
  if (roll < 76) return [part(1, 'completed')];
  if (roll < 82) return [part(1, 'failed'), part(1, 'completed')];
  if (roll < 87) return [part(1, 'failed')];
  if (roll < 94) return [part(0.4, 'completed')];
  return [];
}

/** People are numbered from 1; `owners` is how many of them order, the first of them being the one who practises. */
export function plantSeed(seed: number, orders: number, owners: number, now: number): Seed {
  const firstPayment = new Uint32Array(orders + 2);
  firstPayment[1] = 1;
  for (let id = 1; id <= orders; id += 1) firstPayment[id + 1] = (firstPayment[id] ?? 0) + plan(seed, id, orders).length;

  const starts = (id: number): number => firstPayment[id] ?? 0;

  function order(id: number): OrderRow {
    const product = products[scatter(seed, id, 2) % products.length] ?? { name: 'Sundries', minor: 100, variants: [] };
    const variant = product.variants[scatter(seed, id, 3) % Math.max(1, product.variants.length)];
    const many = scatter(seed, id, 4) % 100;
    const reduced = scatter(seed, id, 5) % 8 === 0;
    const jitter = scatter(seed, id, 6) / 2 ** 32;
    return {
      id,
      userId: 1 + (scatter(seed, id, 7) % owners),
      productName: variant === undefined ? product.name : `${product.name}, ${variant}`,
      quantity: many < 62 ? 1 : many < 84 ? 2 : many < 95 ? 3 + (many % 3) : 6 + (many % 19),
      priceMinor: reduced ? Math.round(product.minor * 0.87) : product.minor,
      createdAt: Math.floor(now - SPAN * (1 - (id - 1 + jitter) / orders) - HOUR / 4),
    };
  }

  function paymentsOf(orderId: number): readonly PaymentRow[] {
    const parts = plan(seed, orderId, orders);
    if (parts.length === 0) return [];
    const made = order(orderId);
    return parts.map(({ share, status }, nth) => {
      const id = starts(orderId) + nth;
      return {
        id,
        orderId,
        amountMinor: Math.max(1, Math.round(made.priceMinor * made.quantity * share)),
        status,
        createdAt: made.createdAt + (nth + 1) * (60_000 + (scatter(seed, id, 8) % 240_000)),
      };
    });
  }

  function payment(id: number): PaymentRow | undefined {
    // The last order whose payments start at or before this number; orders without payments start where the next one does.
    let low = 1;
    let high = orders;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts(middle) <= id) low = middle;
      else high = middle - 1;
    }
    return paymentsOf(low)[id - starts(low)];
  }

  return { orders, payments: starts(orders + 1) - 1, order, payment, paymentsOf };
}
