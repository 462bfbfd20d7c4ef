// What is said of a mark at each of its steps: never more than is known.
import { describe, expect, it } from 'vitest';
import { heldText, isMark, markFacts, movedText, notTakenText } from '../../../src/renderer/marks/mark-words.ts';
import { marksFor } from '../../../src/renderer/marks/marks-for.ts';
import { targetByNumber, targetOf } from '../../../src/renderer/marks/target.ts';
import type { Operation, OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import { payment } from '../support/facts.ts';
import { held, mark } from '../support/held-marks.ts';

const trail = { doubt: true, tries: 1, baseline: null, rejected: [] };
const unknown: OperationState = { name: 'unknown', problem: null, trail, matches: [], emptyReads: [], unreadable: false };
const theirs = { status: 'failed', amount: '450.00', order: 34, product: 'Acer' };
const bare = { status: null, amount: null, order: null, product: null };
const said = (state: OperationState, change: Partial<Operation> = {}) => movedText(mark({ state, ...change }), '');

describe('a move', () => {
  it.each<[OperationState, string, RegExp]>([
    [{ name: 'done', how: 'answered', number: 12 }, 'good', /^Payment 12 of order 34 marked completed: 450\.00$/],
    [{ name: 'undone' }, 'good', /^Undone: payment 12 of order 34 was not marked completed\.$/],
    [
      { name: 'refused', problem: { kind: 'forbidden', said: 'Owners only.' } },
      'bad',
      /^Payment 12 was not marked completed\. .*Owners only\./,
    ],
    [{ name: 'conflict', theirs, trail }, 'bad', /was not marked completed: somebody else has changed it meanwhile \(now failed\)/],
    [{ name: 'waiting', why: 'offline', problem: { kind: 'unreachable', reason: 'offline' }, trail }, 'soft', /waits to be sent\. .+/],
    [unknown, 'soft', /^The answer about payment 12 of order 34 was lost\. Paydesk looks again\.$/],
    [{ ...unknown, unreadable: true }, 'bad', /^It is not known whether payment 12 of order 34 was marked completed\. Decide/],
  ])('%j is said', (state, tone, text) => {
    expect(said(state)).toEqual({ tone, text: expect.stringMatching(text) });
  });

  it.each<OperationState>([
    held,
    { name: 'sending', trail },
    { name: 'waiting', why: 'person', problem: null, trail },
    { name: 'decided', how: 'kept-theirs', number: null },
    { name: 'not-done' },
  ])('%j is not worth a word', (state) => {
    expect(said(state)).toBeNull();
  });

  it('that is not known is never called unmarked, nor marked', () => {
    for (const state of [unknown, { ...unknown, unreadable: true }])
      expect(said(state)?.text).not.toMatch(/was not marked|^Payment .* marked/);
  });

  it('of a payment marked by its number alone claims nobody’s change', () => {
    expect(said({ name: 'conflict', theirs, trail }, { saw: bare })?.text).toMatch(/no longer pending \(now failed/);
    expect(said({ name: 'conflict', theirs, trail }, { saw: bare })?.text).not.toMatch(/somebody/);
    expect(said({ name: 'done', how: 'answered', number: 12 }, { saw: bare })?.text).toBe('Payment 12 marked completed');
  });

  it('of a creation is told by its form', () => {
    expect(
      said({ name: 'done', how: 'answered', number: 7 }, { wish: { kind: 'record-payment', order: 34, amount: '1.00', another: false } }),
    ).toBeNull();
  });
});

describe('a mark in words', () => {
  const ours = mark();

  it('has the facts by which the right one is known, as far as they were seen', () => {
    expect(isMark(ours) && markFacts(ours, '')).toMatch(/^order 34 · .*Acer.* · 450\.00$/);
    const unseen = mark({ saw: bare });
    expect(isMark(unseen) && markFacts(unseen, '')).toBe('');
  });

  it('that is held can be undone; one that was not taken on says why', () => {
    expect(heldText(ours)).toBe('Payment 12 of order 34 will be marked completed. Press Z to undo.');
    expect(heldText(mark({ wish: { kind: 'create-order', product: 'a', quantity: 1, price: '1.00', another: false } }))).toBe('');
    expect(notTakenText(12, 'failed', { kind: 'not-found', thing: 'payment', id: 12 })).toMatch(/^Payment 12 was not marked failed\. /);
  });
});

describe('what is marked', () => {
  it('is a payment as it stood on the screen', () => {
    expect(targetOf(payment(12), { product: 'Acer' })).toEqual({
      payment: 12,
      saw: { status: 'pending', amount: '450.00', order: 34, product: 'Acer' },
    });
    expect(targetOf(payment(12), null).saw.product).toBeNull();
  });

  it('by its number alone is a payment of which nothing was seen', () => {
    expect(targetByNumber(12)).toEqual({ payment: 12, saw: bare });
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
