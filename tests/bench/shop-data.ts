// The bench's shop: so many orders as a Django server writes them, a bare array, numbers growing. The same bytes for the same count, always.
import { closeSync, openSync, writeSync } from 'node:fs';
import { scatter } from '../../src/main/practice/random.ts';
import { CUSTOMERS, customerName, PRODUCTS, productName } from './shop-names.ts';

/** The last order's product, and no other's: what finds it has everything. */
export const LAST_PRODUCT = 'Zzyzx lantern';

const SEED = 3;
/** The shop's last day, and how long it has been open. */
const END = Date.UTC(2026, 10, 20, 18);
const SPAN = 3 * 365 * 24 * 3_600_000;
const AT_ONCE = 2_000;

interface Part {
  /** Of the order's total. */
  readonly share: number;
  readonly status: 'pending' | 'completed' | 'failed';
}
const part = (share: number, status: Part['status']): Part => ({ share, status });

/** Out of 100; about one payment an order. */
function payments(roll: number): readonly Part[] {
  if (roll < 12) return [part(1, 'pending')];
  if (roll < 78) return [part(1, 'completed')];
  if (roll < 84) return [part(1, 'failed'), part(1, 'completed')];
  if (roll < 89) return [part(1, 'failed')];
  if (roll < 94) return [part(0.4, 'completed')];
  return [];
}

/** Writes the whole answer of `/api/orders/history/`. */
export function writeShop(file: string, orders: number): void {
  const to = openSync(file, 'w');
  for (const text of shopTexts(orders)) writeSync(to, text);
  closeSync(to);
}

/** The answer in pieces. */
export function* shopTexts(orders: number): Generator<string> {
  const quoted = (count: number, name: (place: number) => string): readonly string[] =>
    Array.from({ length: count }, (_, place) => JSON.stringify(name(place)));
  const products = quoted(PRODUCTS, productName);
  const customers = quoted(CUSTOMERS, customerName);
  let payment = 0;
  yield '[';
  for (let first = 1; first <= orders; first += AT_ONCE) {
    const texts: string[] = [];
    for (let id = first; id < first + AT_ONCE && id <= orders; id += 1) {
      const { text, paid } = orderText(id, orders, payment, products, customers);
      payment += paid;
      texts.push(text);
    }
    yield `${first === 1 ? '' : ','}${texts.join(',')}`;
  }
  yield ']';
}

/** @param before how many payments the orders before have. */
function orderText(id: number, orders: number, before: number, products: readonly string[], customers: readonly string[]) {
  const draw = (purpose: number, of: number): number => scatter(SEED, id, purpose) % of;
  const customer = draw(1, CUSTOMERS);
  // Squared: some sell often, most seldom.
  const place = Math.floor((draw(2, 10_000) / 10_000) ** 2 * PRODUCTS);
  const many = draw(3, 100);
  const quantity = many < 62 ? 1 : many < 84 ? 2 : many < 95 ? 3 + (many % 3) : 6 + (many % 19);
  // A product costs what it costs, between 0.99 and 899.99.
  const price = 99 + (((scatter(SEED, place, 4) % 89_900) * (place % 7 === 0 ? 1 : 0.1)) | 0);
  const created = END - Math.floor(SPAN * (1 - (id - 1 + draw(5, 1_000) / 1_000) / orders));
  const parts = payments(draw(6, 100));
  const told = parts.map(({ share, status }, nth) => {
    const amount = Math.max(1, Math.round(price * quantity * share));
    const at = created + (nth + 1) * (60_000 + draw(7 + nth, 240_000));
    return `{"id":${before + nth + 1},"order":${id},"amount":"${decimal(amount)}","status":"${status}","created_at":"${time(at, id)}"}`;
  });
  const product = id === orders ? JSON.stringify(LAST_PRODUCT) : products[place];
  const text =
    `{"id":${id},"user":${customer + 1},"customer_name":${customers[customer]},"product_name":${product},"quantity":${quantity},` +
    `"price":"${decimal(price)}","created_at":"${time(created, id)}","payments":[${told.join(',')}]}`;
  return { text, paid: parts.length };
}

/** @param minor hundredths. */
function decimal(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}

/** With microseconds, as Django tells them. */
function time(milliseconds: number, id: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String((id * 7) % 1_000).padStart(3, '0')}Z`;
}
