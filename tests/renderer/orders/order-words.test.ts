// Statuses in words: what is on its way or lost is said before what the server last told.
import { describe, expect, it } from 'vitest';
import { orderWords, paymentWords, standingSentence } from '../../../src/renderer/orders/order-words.ts';
import { order, payment } from '../support/facts.ts';

describe('a payment', () => {
  it.each([
    [{ status: 'completed' }, 'Completed'],
    [{ status: 'pending', standing: 'held', asked: 'completed' } as const, 'Completed'],
    [{ status: 'pending', standing: 'held', asked: null } as const, 'Held'],
    [{ status: 'pending', standing: 'waiting', asked: 'completed' } as const, 'Waiting'],
    [{ status: 'pending', standing: 'sending', asked: 'completed' } as const, 'Sending…'],
    [{ status: 'pending', standing: 'conflict', asked: 'completed' } as const, 'Conflict'],
    [{ status: 'pending', standing: 'unknown', asked: 'completed' } as const, 'Not known'],
    [{ status: 'refunded\u202E' }, 'refunded'],
    [{ status: null }, 'Not told'],
  ])('%o is %s', (changes, word) => {
    expect(paymentWords(payment(1, changes)).word).toBe(word);
  });

  it('that is held has the time until which it can be undone, and the look of what is not done yet', () => {
    const until = '2026-03-01T09:00:04.000Z';
    expect(paymentWords(payment(1, { standing: 'held', asked: 'failed', until }))).toEqual({ word: 'Failed', look: 'held', until });
    expect(paymentWords(payment(1, { status: 'failed' })).look).not.toBe('held');
  });

  it.each([
    ['held', 'Will be marked failed: it can still be undone.'],
    ['waiting', 'To be marked failed: it is written down and waits to be sent.'],
    ['sending', 'Being marked failed…'],
    ['unknown', /^Not known: was asked to be failed, the answer was lost\./],
    ['conflict', /^Was to be marked failed, but /],
  ] as const)('that is %s says in a sentence what was asked and how it stands', (standing, sentence) => {
    expect(standingSentence(payment(1, { standing, asked: 'failed' }))).toMatch(sentence);
  });

  it('that is settled needs no sentence', () => {
    expect(standingSentence(payment(1))).toBeNull();
  });
});

describe('an order', () => {
  it('shows an unknown payment before anything else', () => {
    const payments = [payment(1, { status: 'completed' }), payment(2, { standing: 'sending' }), payment(3, { standing: 'unknown' })];
    expect(orderWords(order(1, { payments })).word).toBe('Not known');
    const rest = ['conflict', 'unknown', 'sending', 'held', 'waiting'] as const;
    rest.forEach((standing, index) => {
      const less = rest.slice(index).map((each, number) => payment(number + 1, { standing: each, asked: 'failed' }));
      expect(orderWords(order(1, { payments: less.toReversed() }))).toEqual(paymentWords(payment(1, { standing, asked: 'failed' })));
    });
    expect(orderWords(order(1, { state: 'partly-paid', payments: null })).word).toBe('Partly paid');
  });
});
