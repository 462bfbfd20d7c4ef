// The seeded orders: the same each time, believable, and lazy.
import { describe, expect, it } from 'vitest';
import { products } from '../../../src/main/practice/catalogue.ts';
import { plantSeed } from '../../../src/main/practice/seed.ts';
import { createPracticeStore } from '../../../src/main/practice/store.ts';
import { START } from './client.ts';

const plant = (orders: number, seed = 1) => plantSeed(seed, orders, 10, START);
const all = <T>(count: number, read: (id: number) => T): T[] => Array.from({ length: count }, (_, index) => read(index + 1));

describe('seeded orders', () => {
  it('are the same for the same seed, and others for another', () => {
    const orders = (seed: number) => all(50, plant(50, seed).order);
    expect(orders(1)).toEqual(orders(1));
    expect(orders(1)).not.toEqual(orders(2));
    const fixed = () => createPracticeStore({ now: () => START, random: () => 0.25 }).state.order(7);
    expect(fixed()).toEqual(fixed());
  });

  it('lie in the last months, in the order of their numbers', () => {
    const times = all(500, plant(500).order).map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(START);
    expect(Math.min(...times)).toBeGreaterThan(START - 151 * 86_400_000);
  });

  it('number their payments without gaps, each leading back to its order', () => {
    const seed = plant(400);
    const embedded = all(400, seed.paymentsOf).flat();
    expect(embedded.map(({ id }) => id)).toEqual(all(seed.payments, (id) => id));
    expect(all(seed.payments, seed.payment)).toEqual(embedded);
    for (const { createdAt } of embedded) expect(createdAt).toBeLessThan(START);
  });

  it('are mostly paid; some pending, failed, unpaid, partly paid', () => {
    const seed = plant(5000);
    const of = (test: (statuses: string, part: number) => boolean): number =>
      all(5000, (id) => {
        const { priceMinor, quantity } = seed.order(id);
        const payments = seed.paymentsOf(id);
        const sum = payments.filter(({ status }) => status === 'completed').reduce((total, { amountMinor }) => total + amountMinor, 0);
        return test(payments.map(({ status }) => status).join(), sum / (priceMinor * quantity));
      }).filter(Boolean).length / 5000;
    expect(of((statuses) => statuses.includes('pending'))).toBeCloseTo(0.12, 1);
    expect(of((_, part) => part === 1)).toBeGreaterThan(0.6);
    expect(of((statuses) => statuses === 'failed')).toBeGreaterThan(0.02);
    expect(of((statuses) => statuses === '')).toBeGreaterThan(0.02);
    expect(of((_, part) => part > 0 && part < 1)).toBeGreaterThan(0.02);
  });

  it('bring every product, with its scripts and its long names', () => {
    const sold = new Set(all(2000, plant(2000).order).map(({ productName }) => productName));
    for (const { name } of products) expect([...sold].some((product) => product.startsWith(name))).toBe(true);
  });

  it('can be a million, of which only those asked for are worked out', () => {
    const seed = plant(1_000_000);
    expect(seed.payment(seed.payments)?.orderId).toBeGreaterThan(999_900);
    expect(seed.order(1_000_000).createdAt).toBeLessThan(START);
  });
});
