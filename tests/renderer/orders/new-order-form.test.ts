// A new order and a payment while they are typed: exact totals, and what an amount means before it is sent.
import { describe, expect, it } from 'vitest';
import { amountMeaning, checkNewOrder, isTouched, liveTotal, offeredAmount } from '../../../src/renderer/orders/new-order-form.ts';

const draft = { product: 'Acer', quantity: '5', price: '450000.00' };

describe('a new order', () => {
  it('shows its exact total while typing', () => {
    expect(liveTotal(draft)).toBe('2250000.00');
    expect(liveTotal({ ...draft, quantity: '3', price: '0.10' })).toBe('0.30');
    expect(liveTotal({ ...draft, price: '4,5' })).toBeNull();
  });

  it('says under each field what is wrong with it', () => {
    expect(checkNewOrder(draft)).toEqual({});
    expect(Object.keys(checkNewOrder({ product: ' ', quantity: '0', price: '-1' }))).toEqual(['product', 'quantity', 'price']);
  });

  it('knows whether there is anything to lose', () => {
    expect(isTouched({ product: '', quantity: '1', price: '' })).toBe(false);
    expect(isTouched({ product: 'A', quantity: '1', price: '' })).toBe(true);
  });
});

describe('an amount', () => {
  it.each([
    ['470', '450.00', 'warn', 'This is 20.00 more than is due.'],
    ['430', '450.00', 'info', 'This leaves 20.00 still due.'],
    ['450.00', '450.00', 'info', 'This is exactly what is due.'],
    ['10', '0.00', 'warn', 'This is 10.00 more than is due.'],
    ['10', null, 'info', 'What is due on this order is not known.'],
  ])('%s against %s', (typed, due, tone, words) => {
    expect(amountMeaning(typed, due, '')).toEqual({ tone, words });
  });

  it('means nothing while it cannot be read', () => {
    expect(amountMeaning('lots', '450.00', '')).toBeNull();
  });

  it('is offered only when something is due', () => {
    expect([offeredAmount('450.5'), offeredAmount('0.00'), offeredAmount('-5.00'), offeredAmount(null)]).toEqual(['450.50', '', '', '']);
  });
});
