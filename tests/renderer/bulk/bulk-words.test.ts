// The words of a run: every number in them is one that main has counted, and what did not happen is not said.
import { describe, expect, it } from 'vitest';
import {
  batchCounts,
  batchTitle,
  exampleText,
  finishedText,
  leftOutText,
  namesText,
  outcomeNote,
  outcomeWords,
} from '../../../src/renderer/bulk/bulk-words.ts';
import type { OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import { LEFT_OUT } from '../../../src/shared/ipc/bulk-requests.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';
import { aBatch } from './a-batch.ts';

describe('a run', () => {
  it('is named by what it does, and at its end by what it has done', () => {
    expect(batchTitle(aBatch({ total: 1_000, done: 3 }))).toBe('Completing 1,000 payments');
    expect(batchTitle(aBatch({ total: 12, done: 12, to: 'failed' }))).toBe('Marked 12 payments failed');
    expect(batchTitle(aBatch({ total: 12, done: 9, failed: 2, decisions: 1 }))).toBe('Completed 9 of 12 payments');
  });

  it('counts only what there is', () => {
    expect(batchCounts(aBatch({ total: 10, done: 10 }))).toBe('10 done');
    expect(batchCounts(aBatch({ total: 10, done: 4, failed: 1, decisions: 2, cancelled: 1 }))).toBe(
      '4 done · 1 not done · 2 to decide · 1 cancelled · 2 waiting',
    );
  });

  it('is told once at its end', () => {
    expect(finishedText(aBatch({ total: 2, done: 2 }))).toBe('2 payments marked completed.');
    expect(finishedText(aBatch({ total: 12, done: 9, failed: 1, decisions: 1, cancelled: 1 }))).toBe(
      '9 of 12 payments marked completed; 1 not done, 1 to be decided, 1 cancelled before they were sent.',
    );
    expect(finishedText(aBatch({ total: 1, cancelled: 1 }))).toBe('Undone: 1 payment was not marked completed.');
  });
});

describe('what is left out', () => {
  it('is said in one line for one and for many', () => {
    expect(LEFT_OUT.map((why) => leftOutText(why, 1, 'failed'))).toEqual([
      '1 is failed already',
      '1 is no longer pending: a correction needs a reason of its own, so it is made one by one',
      '1 has a mark that is not settled yet',
      '1 has no payment to mark',
      '1 was not told by this server',
    ]);
    expect(leftOutText('not-told', 1_200, 'failed')).toBe('1,200 were not told by this server');
  });

  it('is named by what was chosen', () => {
    const one = { payment: 12, order: 34, product: 'Acer', amount: '450.00' };
    expect(namesText([one, { ...one, payment: null }], 5, 'payments')).toBe('payment 12, order 34 and 3 more');
    expect(namesText([one], 1, 'orders')).toBe('order 34');
    expect(exampleText(one, '')).toBe('Payment 12 · order 34 · Acer · 450.00');
    expect(exampleText({ payment: null, order: 3, product: null, amount: null }, '')).toBe('Order 3');
  });
});

describe('one payment of a run', () => {
  const trail = { doubt: false, tries: 1, baseline: null, rejected: [] };
  const of = (state: OperationState) => {
    const operation = anOperation({ state, wish: { kind: 'mark', payment: 5, to: 'failed' } });
    return [outcomeWords(operation).word, outcomeNote(operation)];
  };

  it('says what has become of it, and why', () => {
    expect(of({ name: 'done', how: 'answered', number: 5 })).toEqual(['Marked failed', null]);
    expect(of({ name: 'done', how: 'already', number: 5 })).toEqual(['Marked failed', 'It was so already; nothing was sent.']);
    expect(of({ name: 'refused', problem: { kind: 'not-found', thing: 'payment', id: 5 } })).toEqual([
      'Refused',
      'The server has no payment 5. Check the number.',
    ]);
    const theirs = { status: 'completed', amount: null, order: null, product: null };
    expect(of({ name: 'conflict', theirs, trail })[1]).toContain('now completed');
    expect(of({ name: 'waiting', why: 'server', problem: null, trail: { ...trail, doubt: true } })[0]).toBe('Not known');
    expect(of({ name: 'undone' })).toEqual(['Cancelled', null]);
  });
});
