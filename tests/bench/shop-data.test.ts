// The bench's shop is what it is said to be: whole, the same each time, and written as a Django server writes it.
import { describe, expect, test } from 'vitest';
import { readOrder } from '../../src/main/store/read-wire.ts';
import { LAST_PRODUCT, shopTexts } from './shop-data.ts';
import { CUSTOMERS, customerName, PRODUCTS, productName } from './shop-names.ts';

interface Wire {
  readonly id: number;
  readonly product_name: string;
  readonly customer_name: string;
  readonly price: string;
  readonly quantity: number;
  readonly created_at: string;
  readonly payments: readonly { readonly id: number; readonly order: number; readonly amount: string; readonly created_at: string }[];
}

const ORDERS = 4_500;
const text = (orders: number): string => [...shopTexts(orders)].join('');
const orders = JSON.parse(text(ORDERS)) as readonly Wire[];

describe('the names', () => {
  test('each place names another product, and another customer', () => {
    expect(new Set(Array.from({ length: PRODUCTS }, (_, place) => productName(place))).size).toBe(PRODUCTS);
    expect(new Set(Array.from({ length: CUSTOMERS }, (_, place) => customerName(place))).size).toBe(CUSTOMERS);
  });

  test('there is none beyond', () => {
    expect(() => productName(PRODUCTS)).toThrow();
    expect(() => customerName(CUSTOMERS)).toThrow();
  });

  test('they are of several scripts', () => {
    for (const script of [/\p{Script=Latin}/u, /\p{Script=Devanagari}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u]) {
      expect(orders.some(({ product_name }) => script.test(product_name))).toBe(true);
      expect(orders.some(({ customer_name }) => script.test(customer_name))).toBe(true);
    }
  });
});

describe('the orders', () => {
  test('are the same bytes for the same count', () => {
    expect(text(300)).toBe(text(300));
  });

  test('are numbered without gaps, and so are their payments, which come to about one an order', () => {
    expect(orders.map(({ id }) => id)).toEqual(Array.from({ length: ORDERS }, (_, index) => index + 1));
    const payments = orders.flatMap((order) => order.payments);
    expect(payments.map(({ id }) => id)).toEqual(payments.map((_, index) => index + 1));
    expect(payments.length / ORDERS).toBeGreaterThan(0.9);
    expect(payments.length / ORDERS).toBeLessThan(1.1);
  });

  test('come one after the other, each payment after its order', () => {
    const times = orders.map(({ created_at }) => created_at);
    expect(times).toEqual(times.toSorted());
    for (const { id, created_at, payments } of orders)
      for (const payment of payments) {
        expect(payment.order).toBe(id);
        expect(payment.created_at > created_at).toBe(true);
      }
  });

  test('tell money as text with two decimals, and times with microseconds', () => {
    for (const { price, created_at, payments } of orders) {
      expect(price).toMatch(/^[1-9]?\d*\.\d\d$/);
      expect(created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      for (const { amount } of payments) expect(amount).toMatch(/^\d+\.\d\d$/);
    }
  });

  test('the last one sells what no other does', () => {
    expect(orders.filter(({ product_name }) => product_name === LAST_PRODUCT).map(({ id }) => id)).toEqual([ORDERS]);
  });

  test('are read whole by Paydesk', () => {
    for (const wire of orders.slice(0, 300)) {
      const { product, customer, payments, createdAt } = readOrder(wire) ?? {};
      expect({ product, customer }).toEqual({ product: wire.product_name, customer: wire.customer_name });
      expect(payments).toHaveLength(wire.payments.length);
      expect(createdAt).not.toBeNull();
    }
  });

  test('none, one, and as many as are written at once', () => {
    expect(JSON.parse(text(0))).toEqual([]);
    for (const count of [1, 2_000, 2_001]) expect(JSON.parse(text(count))).toHaveLength(count);
  });
});
