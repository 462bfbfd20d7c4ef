// Words for what was asked and what became of it: never more than is known.
import { describe, expect, it } from 'vitest';
import { factsOf, outcomeWords } from '../../../src/shared/domain/operation-words.ts';
import { CONFLICT, DONE, LOST, newOrder, newPayment, operation, TRAIL } from '../../renderer/support/operations.ts';

describe('the facts', () => {
  it('of a mark are what the person saw', () => {
    expect(factsOf(operation())).toEqual({
      ...{ what: 'Mark', payment: 12, order: 34, product: 'Acer', amount: '450.00', before: 'pending', after: 'completed' },
    });
  });

  it('of a creation are what was asked for, and its number as soon as it is known', () => {
    expect(factsOf(newOrder({ state: DONE }))).toMatchObject({ what: 'New order', payment: null, order: 12, amount: '1.05' });
    expect(factsOf(newOrder({ state: LOST }))).toMatchObject({ order: null });
    expect(factsOf(newPayment({ state: DONE }))).toMatchObject({ what: 'New payment', payment: 12, order: 34, amount: '7.10' });
  });
});

describe('the outcome', () => {
  it.each([
    [operation(), 'Done'],
    [operation({ state: { name: 'done', how: 'already', number: 12 } }), 'Done: it was so already, nothing was sent'],
    [operation({ state: { name: 'done', how: 'found', number: 12 } }), 'Done: its answer was lost, and reading again showed it'],
    [operation({ state: CONFLICT }), 'Conflict: somebody else has changed it to failed'],
    [operation({ state: LOST }), 'Not known: its answer was lost, Paydesk looks again'],
    [operation({ state: { ...LOST, unreadable: true } }), 'Not known: its answer was lost, decide on it'],
    [operation({ state: { ...LOST, trail: { ...TRAIL, tries: 5 } } }), 'Not known: its answer was lost, decide on it'],
    [newOrder({ state: { ...LOST, emptyReads: ['2026-11-22T09:00:00.000Z'] } }), 'Not known: its answer was lost, Paydesk looks again'],
    [
      newOrder({ state: { ...LOST, emptyReads: ['2026-11-22T09:00:00.000Z', '2026-11-22T09:00:30.000Z'] } }),
      'Not known: probably not created, decide on it',
    ],
    [operation({ state: { name: 'undone' } }), 'Undone before it was sent'],
    [
      operation({ state: { name: 'decided', how: 'given-up', number: null } }),
      'Given up by a person: an attempt may have been carried out',
    ],
    [
      operation({ state: { name: 'waiting', why: 'aged', problem: null, trail: TRAIL } }),
      'Asked for more than a day ago: send it or cancel it',
    ],
  ])('%# is told', (asked, words) => {
    expect(outcomeWords(asked)).toBe(words);
  });

  it('of a refusal says why', () => {
    const state = { name: 'refused', problem: { kind: 'not-found', thing: 'payment', id: 12 } } as const;
    expect(outcomeWords(operation({ state }))).toBe('Refused: The server has no payment 12. Check the number.');
  });
});
