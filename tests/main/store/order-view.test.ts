import { describe, expect, it } from 'vitest';
import type { Order, Payment } from '../../../src/main/store/facts.ts';
import { rowOf as viewOf } from '../../../src/main/store/order-view.ts';
import type { OrderRow } from '../../../src/shared/ipc/order-schemas.ts';
import { amount, anOrder, aPayment } from './support/facts.ts';

const rowOf = (more: Partial<Order>): OrderRow => viewOf(anOrder(1, more));

describe('the total of an order', () => {
  it.each([
    ['0.10', '3', '0.30'],
    ['19.99', '7', '139.93'],
    ['450000.00', '5', '2250000.00'],
    ['99999999.99', '2147483647', '214748364678525163.53'],
    ['3.333', '0.125', '0.4166'],
    ['0', '5', '0.00'],
  ])('is %s × %s, exactly', (price, quantity, total) => {
    expect(rowOf({ price: amount(price), quantity: amount(quantity) }).total).toBe(total);
  });

  it('is not told without price or quantity, and then nothing is due that anybody knows of', () => {
    expect(rowOf({ price: null })).toMatchObject({ total: null, due: null, paid: '0.00' });
    expect(rowOf({ quantity: null })).toMatchObject({ total: null, due: null, quantity: null });
  });
});

it.each([
  ['5', '5'],
  ['10', '10'],
  ['100', '100'],
  ['0', '0'],
  ['0.5', '0.5'],
  ['1.250', '1.25'],
  ['0.125', '0.125'],
])('a quantity of %s is shown as %s', (quantity, shown) => {
  expect(rowOf({ quantity: amount(quantity) }).quantity).toBe(shown);
});

describe('what is paid and due', () => {
  const forThirty = { price: amount('10'), quantity: amount('3') };
  const pay = (id: number, status: string | null, sum: string): Payment => aPayment(id, status, { order: 1, amount: amount(sum) });

  it('counts completed payments and no others', () => {
    const payments = [
      pay(1, 'completed', '0.10'),
      pay(2, 'completed', '0.20'),
      pay(3, 'failed', '5'),
      pay(4, 'pending', '7'),
      pay(5, 'refunded', '9'),
    ];
    expect(rowOf({ ...forThirty, payments })).toMatchObject({ total: '30.00', paid: '0.30', due: '29.70', state: 'pending' });
  });

  it('may be more than was owed', () => {
    expect(rowOf({ ...forThirty, payments: [pay(1, 'completed', '31')] })).toMatchObject({
      paid: '31.00',
      due: '-1.00',
      state: 'completed',
    });
  });

  it('is not told where payments are not told', () => {
    expect(rowOf({ ...forThirty, payments: null })).toMatchObject({ paid: null, due: null, state: 'not-told', payments: null });
  });

  it('is not told where a payment’s status or a completed one’s amount is not', () => {
    const bare = { id: 2, order: 1, amount: null, status: null, createdAt: null };
    expect(rowOf({ ...forThirty, payments: [pay(1, 'completed', '10'), bare] })).toMatchObject({ paid: null, due: null });
    expect(rowOf({ ...forThirty, payments: [{ ...bare, status: 'completed' }] })).toMatchObject({ paid: null, due: null });
    expect(rowOf({ ...forThirty, payments: [{ ...bare, status: 'failed' }] })).toMatchObject({ paid: '0.00', due: '30.00' });
  });
});

describe('the state of an order', () => {
  const state = (...statuses: string[]): string =>
    rowOf({ price: amount('20'), quantity: amount('1'), payments: statuses.map((status, index) => aPayment(index + 1, status)) }).state;

  it('is pending while anything waits for somebody, then what is paid, then failed', () => {
    expect(state()).toBe('no-payment');
    expect(state('completed', 'completed', 'pending')).toBe('pending');
    expect(state('completed', 'completed', 'failed')).toBe('completed');
    expect(state('completed', 'failed')).toBe('partly-paid');
    expect(state('failed')).toBe('failed');
    expect(state('refunded')).toBe('not-told');
  });
});

it('a row shows each payment as settled: marks are main’s to add', () => {
  const told = { id: 7, order: 1, amount: '10.00', status: 'pending', createdAt: '2026-10-01T10:00:00.000Z' };
  expect(rowOf({ payments: [aPayment(7, 'pending', { order: 1 })] }).payments).toEqual([
    { ...told, standing: 'settled', asked: null, operation: null, until: null },
  ]);
});
