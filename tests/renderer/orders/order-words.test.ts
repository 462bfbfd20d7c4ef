// Statuses in words: what is on its way or lost is said before what the server last told.
import { describe, expect, it } from 'vitest';
import { orderWords, paymentWords, standingSentence } from '../../../src/renderer/orders/order-words.ts';
import { order, payment } from '../support/facts.ts';

describe('a payment', () => {
  it.each([
    [{ status: 'completed' }, 'Completed'],
    [{ status: 'pending', standing: 'sending', asked: 'completed' } as const, 'Sending…'],
    [{ status: 'pending', standing: 'unknown', asked: 'completed' } as const, 'Not known'],
    [{ status: 'refunded\u202E' }, 'refunded'],
    [{ status: null }, 'Not told'],
  ])('%o is %s', (changes, word) => {
    expect(paymentWords(payment(1, changes)).word).toBe(word);
  });

  it('with a lost mark says what was asked and that the answer is missing', () => {
    expect(standingSentence(payment(1, { standing: 'unknown', asked: 'failed' }))).toBe(
      'Not known: was asked to be failed, the answer was lost.',
    );
    expect(standingSentence(payment(1))).toBeNull();
  });
});

describe('an order', () => {
  it('shows an unknown payment before anything else', () => {
    const payments = [payment(1, { status: 'completed' }), payment(2, { standing: 'sending' }), payment(3, { standing: 'unknown' })];
    expect(orderWords(order(1, { payments })).word).toBe('Not known');
    expect(orderWords(order(1, { state: 'partly-paid', payments: null })).word).toBe('Partly paid');
  });
});
