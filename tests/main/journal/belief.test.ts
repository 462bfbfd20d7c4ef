// What the book takes from the journal where no answer has told it.
import { expect, it } from 'vitest';
import { createBelief } from '../../../src/main/journal/belief.ts';
import type { OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';
import { aBook } from '../store/support/a-book.ts';
import { aPayment } from '../store/support/facts.ts';

const ADA = { server: 'https://shop.example', username: 'ada' };
const answered: OperationState = { name: 'done', how: 'answered', number: 5 };

function setUp(status: string | null) {
  const book = aBook();
  if (status !== null) book.putPayment(aPayment(5, status, { order: 3 }), book.now());
  return { book, belief: createBelief(book, ADA), status: () => book.payment(5)?.payment.status };
}

it('a mark that was confirmed without a word on the status', () => {
  const { belief, book, status } = setUp('pending');
  belief.unsaid('one');
  belief.moved(anOperation({ state: answered }));
  expect(status()).toBe('completed');
  expect(book.payment(5)?.payment).toEqual(aPayment(5, 'completed', { order: 3 }));
});

it('also of a payment of which only the number is known', () => {
  const { belief, status } = setUp(null);
  belief.unsaid('one');
  belief.moved(anOperation({ state: answered }));
  expect(status()).toBe('completed');
});

it('nothing where the server has said the status itself: something newer may have come after it', () => {
  const { belief, status } = setUp('failed');
  belief.moved(anOperation({ state: answered }));
  expect(status()).toBe('failed');
});

it('nothing of an earlier attempt', () => {
  const { belief, status } = setUp('failed');
  belief.unsaid('one');
  belief.moved(anOperation({ state: { name: 'sending', trail: { doubt: true, tries: 2, baseline: null, rejected: [] } } }));
  belief.moved(anOperation({ state: answered }));
  expect(status()).toBe('failed');
});

it('nothing that waits, is not known, was given up or refused', () => {
  const { belief, status } = setUp('pending');
  const trail = { doubt: true, tries: 1, baseline: null, rejected: [] };
  const states: OperationState[] = [
    { name: 'waiting', why: 'offline', problem: null, trail },
    { name: 'unknown', problem: null, trail, matches: [], emptyReads: [], unreadable: true },
    { name: 'decided', how: 'given-up', number: null },
    { name: 'decided', how: 'kept-theirs', number: null },
    { name: 'not-done' },
    { name: 'refused', problem: { kind: 'forbidden', said: null } },
  ];
  for (const state of states) {
    belief.unsaid('one');
    belief.moved(anOperation({ state }));
    expect(status()).toBe('pending');
  }
});

it('a person’s word that it was carried out', () => {
  const { belief, status } = setUp('pending');
  belief.moved(anOperation({ state: { name: 'decided', how: 'is-done', number: null } }));
  expect(status()).toBe('completed');
});

it('of somebody who has left, only what this person can see', () => {
  const ram = anOperation({ owner: { ...ADA, username: 'ram' }, state: answered });
  const seen = setUp('pending');
  seen.belief.moved(ram);
  expect(seen.status()).toBe('completed');
  const unseen = setUp(null);
  unseen.belief.moved(ram);
  expect(unseen.book.payment(5)).toBeNull();
});

it('nothing of a creation', () => {
  const { belief, book } = setUp(null);
  belief.unsaid('one');
  belief.moved(anOperation({ wish: { kind: 'record-payment', order: 3, amount: '1.00', another: false }, state: answered }));
  expect(book.payment(5)).toBeNull();
});
