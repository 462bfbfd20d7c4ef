// What a row shows of an operation that has just moved, ahead of the next answer of its list.
import { describe, expect, it } from 'vitest';
import { orderWithMark, pendingWithMark } from '../../../src/renderer/marks/mark-on-row.ts';
import type { Operation, OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import { order, payment } from '../support/facts.ts';
import { DONE, operation, TRAIL } from '../support/operations.ts';

const until = '2026-11-22T09:00:04.000Z';
const markOf = (payment: number, state: OperationState): Operation =>
  operation({ id: 'own', wish: { kind: 'mark', payment, to: 'completed' }, state });
const held = markOf(7, { name: 'held', until });
const pending = (id: number) => ({ payment: payment(id), product: 'Acer', customer: null });

describe('a row of the pending payments', () => {
  it('is held as soon as its mark is', () => {
    expect(pendingWithMark(held)(pending(7)).payment).toEqual(
      payment(7, { standing: 'held', asked: 'completed', operation: 'own', until }),
    );
  });

  it.each([
    ['sending', { name: 'sending', trail: TRAIL }, 'sending'],
    ['waiting', { name: 'waiting', why: 'offline', problem: null, trail: TRAIL }, 'waiting'],
    ['waiting after a lost answer', { name: 'waiting', why: 'offline', problem: null, trail: { ...TRAIL, doubt: true } }, 'unknown'],
  ] satisfies [string, OperationState, string][])('tells that it is %s', (_name, state, standing) => {
    expect(pendingWithMark(markOf(7, state))(pending(7)).payment.standing).toBe(standing);
  });

  it('stays the very row where another payment is marked, or where it says so already', () => {
    const other = pending(8);
    expect(pendingWithMark(held)(other)).toBe(other);
    const told = pendingWithMark(held)(pending(7));
    expect(pendingWithMark(held)(told)).toBe(told);
  });

  it('claims nothing of a settled one: what the server says comes with the list', () => {
    const row = pendingWithMark(held)(pending(7));
    expect(pendingWithMark(markOf(7, DONE))(row)).toBe(row);
  });

  it('is as before when its own mark is undone, and stays when another’s is', () => {
    const row = pendingWithMark(held)(pending(7));
    const undone = markOf(7, { name: 'undone' });
    expect(pendingWithMark(undone)(row)).toEqual(pending(7));
    expect(pendingWithMark({ ...undone, id: 'another' })(row)).toBe(row);
  });
});

describe('a row of the orders', () => {
  it('holds the payment that is marked, and no other', () => {
    const row = order(34, { payments: [payment(6), payment(7)] });
    const { payments } = orderWithMark(held)(row);
    expect(payments?.map(({ standing }) => standing)).toEqual(['settled', 'held']);
    expect(payments?.[0]).toBe(row.payments?.[0]);
  });

  it('stays the very row where it has no such payment, or tells none', () => {
    for (const row of [order(34, { payments: [payment(6)] }), order(35, { payments: null }), order(36)]) {
      expect(orderWithMark(held)(row)).toBe(row);
    }
  });
});
