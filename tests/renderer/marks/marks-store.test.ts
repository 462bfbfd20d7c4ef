// Marking: one at a time for each payment, and the result said in words that claim no more than is known.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createMarksStore, markedText, notMarkedText } from '../../../src/renderer/payments/marks.ts';
import { marksFor } from '../../../src/renderer/payments/marks-for.ts';
import { ok } from '../../../src/shared/result.ts';
import { payment } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

describe('a mark', () => {
  it('is not sent twice while it is under way', async () => {
    let answer: () => void = () => undefined;
    const client = createFakeClient({
      'payments.mark': ({ payment: id, to }) =>
        new Promise((resolve) => {
          answer = () => resolve(ok({ payment: payment(id, { status: to }), before: 'pending' }));
        }),
    });
    const store = createMarksStore(client, createAnnouncements(), () => '');
    const first = store.getState().mark(12, 'completed');
    expect(await store.getState().mark(12, 'failed')).toBe(false);
    expect(store.getState().underWay.get(12)).toBe('completed');
    answer();
    expect(await first).toBe(true);
    expect(client.asked).toHaveLength(1);
    expect(store.getState().underWay.size).toBe(0);
  });

  it('is announced with payment, order and amount', () => {
    expect(markedText(payment(12), 'completed', '')).toBe('Payment 12 of order 34 marked completed: 450.00');
    expect(markedText(payment(12, { order: null, amount: null }), 'failed', '')).toBe('Payment 12 marked failed');
  });

  it('with a lost answer is not called unmarked', () => {
    expect(notMarkedText(12, 'completed', { kind: 'not-found', thing: 'payment', id: 12 })).toMatch(
      /^Payment 12 was not marked completed\./,
    );
    expect(notMarkedText(12, 'completed', { kind: 'outcome-unknown', thing: 'payment', status: null })).not.toContain('not marked');
  });
});

describe('the marks on offer', () => {
  it('leave out the present status, unless nobody knows it', () => {
    expect(marksFor(payment(1))).toEqual(['completed', 'failed']);
    expect(marksFor(payment(1, { status: 'completed' }))).toEqual(['failed', 'pending']);
    expect(marksFor(payment(1, { standing: 'unknown' }))).toEqual(['completed', 'failed', 'pending']);
    expect(marksFor(payment(1, { status: 'refunded' }))).toEqual(['completed', 'failed', 'pending']);
    expect(marksFor(null)).toHaveLength(3);
  });
});
