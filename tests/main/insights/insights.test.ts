import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/main/store/facts.ts';
import { openHistoryInPlace } from '../../../src/main/store/open-history.ts';
import type { Insights } from '../../../src/shared/ipc/order-schemas.ts';
import { aHistoryBook } from '../store/support/a-history-book.ts';
import { amount, anOrder, aPayment } from '../store/support/facts.ts';

async function insightsOf(orders: readonly Order[], now: Date, zone = 'UTC'): Promise<Omit<Insights, 'asOf'>> {
  const door = openHistoryInPlace(':memory:');
  await door.open(() => undefined);
  for (const [index, order] of orders.entries()) await door.putOrder(order, index + 1);
  return await door.insights({ now: now.getTime(), zone });
}

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('by state', () => {
  it('counts every order once and sums its total exactly, with a line for every state', async () => {
    const orders = [
      anOrder(1, { price: amount('0.10'), payments: [aPayment(1, 'completed', { amount: amount('0.10') })] }),
      anOrder(2, { price: amount('0.20'), payments: [aPayment(2, 'completed', { amount: amount('0.20') })] }),
      anOrder(3, { price: amount('90071992547409.93'), payments: [aPayment(3, 'pending')] }),
      anOrder(4, { price: null, payments: null }),
    ];
    expect((await insightsOf(orders, new Date())).states).toEqual([
      { state: 'pending', orders: 1, total: '90071992547409.93' },
      { state: 'completed', orders: 2, total: '0.30' },
      { state: 'failed', orders: 0, total: '0.00' },
      { state: 'partly-paid', orders: 0, total: '0.00' },
      { state: 'no-payment', orders: 0, total: '0.00' },
      { state: 'not-told', orders: 1, total: '0.00' },
    ]);
  });

  it('says when the history was read', async () => {
    const book = aHistoryBook();
    expect((await book.insights()).asOf).toBeNull();
    await book.pull([]);
    expect((await book.insights()).asOf).toBe('2026-10-22T10:00:00.000Z');
  });
});

describe('by day', () => {
  it.each([
    ['UTC', '2026-10-22T10:00:00Z', '2026-10-22'],
    ['Asia/Kathmandu', '2026-10-22T20:00:00Z', '2026-10-23'],
    ['America/New_York', '2026-10-22T02:00:00Z', '2026-10-21'],
    // Clocks go forward and back within the fortnight, in the second case at midnight itself.
    ['Europe/Berlin', '2026-04-03T21:59:59Z', '2026-04-03'],
    ['Africa/Cairo', '2026-05-01T10:00:00Z', '2026-05-01'],
    ['Europe/Berlin', '2026-10-30T23:30:00Z', '2026-10-31'],
    ['America/New_York', '2026-11-05T04:30:00Z', '2026-11-04'],
    ['UTC', '2028-03-05T00:00:00Z', '2028-03-05'],
    ['UTC', '2027-01-03T12:00:00Z', '2027-01-03'],
  ])('in %s, at %s, the last of 14 days one after another is %s', async (timeZone, now, today) => {
    const days = (await insightsOf([], new Date(now), timeZone)).days.map(({ day }) => day);
    expect(days).toHaveLength(14);
    expect(days.at(-1)).toBe(today);
    for (const [index, day] of days.slice(1).entries()) expect(day).toBe(nextDay(days[index] ?? ''));
  });

  it('counts an order on the day that it was here, an hour before and after midnight of a clock change', async () => {
    // 29 March 2026, 02:00: clocks go forward. Midnight there is 23:00 UTC before it and 22:00 UTC after it.
    const orders = [
      anOrder(1, { createdAt: '2026-03-28T22:59:59.000Z' }),
      anOrder(2, { createdAt: '2026-03-28T23:00:00.000Z' }),
      anOrder(3, { createdAt: '2026-03-29T21:59:59.000Z' }),
      anOrder(4, { createdAt: '2026-03-29T22:00:00.000Z' }),
    ];
    const { days } = await insightsOf(orders, new Date('2026-04-01T12:00:00Z'), 'Europe/Berlin');
    expect(days.filter((day) => day.orders > 0).map(({ day, orders: count }) => [day, count])).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ]);
  });

  it('sums totals and what is paid, and leaves out what is older, later, or without a time', async () => {
    const today = '2026-10-22T09:00:00.000Z';
    const { days } = await insightsOf(
      [
        anOrder(1, { createdAt: today, price: amount('0.10'), payments: [aPayment(1, 'completed', { amount: amount('0.07') })] }),
        anOrder(2, { createdAt: today, price: amount('0.20'), payments: [aPayment(2, 'pending', { amount: amount('0.20') })] }),
        anOrder(3, { createdAt: today, price: amount('5'), payments: null }),
        anOrder(4, { createdAt: '2026-10-08T23:59:59.000Z' }),
        anOrder(5, { createdAt: '2026-10-23T00:00:00.000Z' }),
        anOrder(6, { createdAt: null }),
        anOrder(7, { createdAt: '2026-10-09T00:00:00.000Z' }),
      ],
      new Date('2026-10-22T23:59:59Z'),
    );
    expect(days.at(-1)).toEqual({ day: '2026-10-22', orders: 3, total: '5.30', paid: '0.07' });
    expect(days[0]).toEqual({ day: '2026-10-09', orders: 1, total: '10.00', paid: '0.00' });
    expect(days.reduce((sum, day) => sum + day.orders, 0)).toBe(4);
  });
});
