import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../src/main/store/facts.ts';
import { amount, anOrder, aPayment } from '../support/facts.ts';
import { anIndex, refill } from './support/an-index.ts';

const at = (day: number): string => `2026-10-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const idsOf = (orders: readonly Order[]): readonly number[] => [...anIndex(orders).pending().payments];

describe('pending payments', () => {
  it('are the pending ones and no others, oldest first, each with its order', () => {
    const pending = anIndex([
      anOrder(1, { payments: [aPayment(3, 'pending', { createdAt: at(5) }), aPayment(4, 'completed')] }),
      anOrder(2, { payments: [aPayment(5, 'pending', { createdAt: at(2) }), aPayment(6, 'failed'), aPayment(7, 'refunded')] }),
    ]).pending();
    expect([...pending.payments]).toEqual([5, 3]);
    expect([...pending.orders]).toEqual([2, 1]);
    expect([...pending.ages]).toEqual([Date.parse(at(2)), Date.parse(at(5))]);
  });

  it('without a time are as old as their orders, equals stand by number, and without any time first', () => {
    const orders = [
      anOrder(1, { createdAt: at(4), payments: [aPayment(9, 'pending', { createdAt: null })] }),
      anOrder(2, {
        createdAt: at(1),
        payments: [aPayment(8, 'pending', { createdAt: at(4) }), aPayment(7, 'pending', { createdAt: at(9) })],
      }),
      anOrder(3, { createdAt: null, payments: [aPayment(10, 'pending', { createdAt: null })] }),
    ];
    expect(idsOf(orders)).toEqual([10, 8, 9, 7]);
    expect(anIndex(orders).pending().ages[0]).toBe(Number.NEGATIVE_INFINITY);
  });

  it('are summed exactly, whatever a float could hold; an amount that is not told counts as nothing', () => {
    const payments = [
      aPayment(1, 'pending', { amount: amount('0.10') }),
      aPayment(2, 'pending', { amount: amount('0.20') }),
      aPayment(3, 'pending', { amount: amount('90071992547409.93') }),
      aPayment(4, 'pending', { amount: null }),
      aPayment(5, 'completed', { amount: amount('1000') }),
      aPayment(6, 'pending', { amount: amount('99999999999999999999999999') }),
    ];
    expect(anIndex([anOrder(1, { payments })]).pending().sum).toBe(amount('99999999999999999999999999') + amount('90071992547410.23'));
    const many = Array.from({ length: 40 }, (_, place) => aPayment(place + 1, 'pending', { amount: amount('225179981368.5247') }));
    expect(anIndex([anOrder(1, { payments: many })]).pending().sum).toBe(amount('225179981368.5247') * 40n);
  });

  it('follow what is told of their orders', () => {
    const index = anIndex([
      anOrder(1, { payments: [aPayment(3, 'pending'), aPayment(4, 'pending')] }),
      anOrder(5, { payments: [aPayment(9, 'pending')] }),
    ]);
    index.put(anOrder(1, { payments: [aPayment(3, 'completed'), aPayment(4, 'pending')] }));
    expect([...index.pending().payments]).toEqual([4, 9]);
    index.put(anOrder(1, { payments: [] }));
    expect([...index.pending().payments]).toEqual([9]);
    index.put(anOrder(1, { payments: [aPayment(12, 'pending'), aPayment(13, 'pending'), aPayment(14, 'failed')] }));
    expect([...index.pending().payments]).toEqual([9, 12, 13]);
    expect([...index.pending().orders]).toEqual([5, 1, 1]);
    refill(index, []);
    expect([...index.pending().payments]).toEqual([]);
  });
});

describe('where a payment stands', () => {
  it('is known by its number, for few questions and for many', () => {
    const orders = Array.from({ length: 50 }, (_, place) =>
      anOrder(place + 1, { payments: place % 5 === 0 ? [] : [aPayment(1_000 - place, 'failed')] }),
    );
    const index = anIndex(orders);
    for (let round = 0; round < 2; round += 1) {
      for (const order of orders) for (const { id } of order.payments ?? []) expect(index.orderOfPayment(id)).toBe(order.id);
      expect(index.orderOfPayment(7)).toBeNull();
      expect(index.orderOfPayment(1_000)).toBeNull();
    }
    index.put(anOrder(1, { payments: [aPayment(7, 'failed')] }));
    expect([index.orderOfPayment(7), index.orderOfPayment(951)]).toEqual([1, 50]);
  });
});

describe('whether the orders tell their payments', () => {
  it('is taken for granted before the first order', () => {
    expect(anIndex([]).tellsPayments()).toBe(true);
  });

  it('is so when every order lists its payments, even none', () => {
    expect(anIndex([anOrder(1, { payments: [] }), anOrder(2, { payments: [aPayment(1, 'pending')] })]).tellsPayments()).toBe(true);
  });

  it('is not so when any order lists none, or bare numbers without a status, until it does', () => {
    expect(anIndex([anOrder(1, { payments: null })]).tellsPayments()).toBe(false);
    const index = anIndex([anOrder(1, { payments: [aPayment(1, null), aPayment(2, null)] }), anOrder(2, { payments: [] })]);
    expect(index.tellsPayments()).toBe(false);
    index.put(anOrder(1, { payments: [aPayment(1, 'failed')] }));
    expect(index.tellsPayments()).toBe(true);
  });
});
