// What a reading proves about a mark, a new order, a new payment.
import { describe, expect, it } from 'vitest';
import { comparePayment, findOrder, findPayment, seenOf } from '../../../src/shared/domain/operation-evidence.ts';
import { type Baseline, NOTHING_SEEN } from '../../../src/shared/domain/operation-schemas.ts';
import { at } from './an-operation.ts';

const saw = { status: 'pending', amount: '10.00', order: 3, product: 'Rice' };
const payment = { id: 5, order: 3, amount: 100_000n, status: 'pending' };

describe('a payment', () => {
  it.each([
    ['as the person saw it', payment, saw, 'as-seen'],
    ['already as asked', { ...payment, status: 'completed' }, saw, 'as-asked'],
    ['changed', { ...payment, status: 'failed' }, saw, 'changed'],
    ['of another amount', { ...payment, amount: 1n }, saw, 'changed'],
    ['of an amount that nobody saw', payment, { ...saw, amount: null }, 'as-seen'],
    ['of an amount that is not told', { ...payment, amount: null }, saw, 'as-seen'],
    ['without a status', { ...payment, status: null }, saw, 'silent'],
    ['known by its number, pending', payment, NOTHING_SEEN, 'as-seen'],
    ['known by its number, not pending', { ...payment, status: 'failed' }, NOTHING_SEEN, 'changed'],
  ])('%s', (_what, now, before, standing) => {
    expect(comparePayment(now, before, 'completed')).toBe(standing);
  });

  it('is seen with what is told, and with what was known before', () => {
    expect(seenOf({ ...payment, order: null, amount: null, status: 'failed' }, saw)).toEqual({ ...saw, status: 'failed' });
    expect(seenOf({ ...payment, amount: 5_000n }, saw)).toEqual({ ...saw, amount: '0.50' });
  });
});

const wish = { kind: 'create-order', product: 'Rice', quantity: 2, price: '12.50', another: false } as const;
const before: Baseline = { highestOrder: 10, payments: null, sentAt: at, serverClock: true };
const order = { id: 11, product: 'Rice', customer: null, quantity: 20_000n, price: 125_000n, createdAt: at };
const seconds = (later: number): string => new Date(Date.parse(at) + later * 1_000).toISOString();

describe('a new order', () => {
  it.each([
    ['the one', {}, { certain: 11, matches: [11] }],
    ['known before', { id: 10 }, { certain: null, matches: [] }],
    ['of another product', { product: 'Rice, white' }, { certain: null, matches: [] }],
    ['of another quantity', { quantity: 30_000n }, { certain: null, matches: [] }],
    ['of another price', { price: 125_100n }, { certain: null, matches: [] }],
    ['a second too early, by a clock of whole seconds', { createdAt: seconds(-1) }, { certain: 11, matches: [11] }],
    ['made before it was sent', { createdAt: seconds(-60) }, { certain: null, matches: [] }],
    ['of this person', { customer: ' Ada ' }, { certain: 11, matches: [11] }],
    ['of somebody by another name', { customer: 'Ada Lovelace' }, { certain: null, matches: [11] }],
  ])('%s', (_what, change, finding) => {
    expect(findOrder(wish, before, [{ ...order, ...change }], ['ada'], new Set())).toEqual(finding);
  });

  it('is not certain where two could be it', () => {
    expect(findOrder(wish, before, [order, { ...order, id: 12 }], [], new Set())).toEqual({ certain: null, matches: [11, 12] });
    expect(findOrder(wish, before, [order, { ...order, id: 12 }], [], new Set([12]))).toEqual({ certain: 11, matches: [11] });
  });

  it('is not certain where neither numbers nor times tell it from an old one', () => {
    const blind = { ...before, highestOrder: null };
    expect(findOrder(wish, blind, [{ ...order, createdAt: null }], [], new Set())).toEqual({ certain: null, matches: [11] });
    expect(findOrder(wish, blind, [order], [], new Set())).toEqual({ certain: 11, matches: [11] });
  });

  it('allows for this computer’s clock where the server’s is not known', () => {
    const own = { ...before, serverClock: false };
    expect(findOrder(wish, own, [{ ...order, createdAt: seconds(-200) }], [], new Set()).certain).toBe(11);
    expect(findOrder(wish, own, [{ ...order, createdAt: seconds(-400) }], [], new Set()).certain).toBeNull();
  });
});

describe('a new payment', () => {
  const record = { kind: 'record-payment', order: 3, amount: '10', another: false } as const;
  const known = { ...before, payments: [5] };

  it('is the one of this amount that was not there before', () => {
    const list = [payment, { ...payment, id: 6 }, { ...payment, id: 7, amount: 1n }];
    expect(findPayment(record, known, list, new Set())).toEqual({ certain: 6, matches: [6] });
    expect(findPayment(record, known, [...list, { ...payment, id: 8 }], new Set())).toEqual({ certain: null, matches: [6, 8] });
    expect(findPayment(record, known, list, new Set([6]))).toEqual({ certain: null, matches: [] });
  });

  it('cannot be found where payments are not told', () => {
    expect(findPayment(record, known, null, new Set())).toBeNull();
    expect(findPayment(record, before, [payment], new Set())).toBeNull();
  });
});
