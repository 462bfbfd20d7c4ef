// What the book takes from the journal where no answer has told it.
import { expect, it } from 'vitest';
import { createBelief } from '../../../src/main/journal/belief.ts';
import type { OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';
import { aHistory } from '../store/support/a-history.ts';
import { aPayment } from '../store/support/facts.ts';

const ADA = { server: 'https://shop.example', username: 'ada' };
const answered: OperationState = { name: 'done', how: 'answered', number: 5 };

function setUp(status: string | null) {
  const book = aHistory();
  if (status !== null) book.putPayment(aPayment(5, status, { order: 3 }), book.now());
  return { book, belief: createBelief(book, ADA), status: async () => (await book.payments([5]))[0]?.payment.status };
}

it('a mark that was confirmed without a word on the status', async () => {
  const { belief, book, status } = setUp('pending');
  belief.unsaid('one');
  await belief.moved(anOperation({ state: answered }));
  expect(await status()).toBe('completed');
  expect((await book.payments([5]))[0]?.payment).toEqual(aPayment(5, 'completed', { order: 3 }));
});

it('also of a payment of which only the number is known', async () => {
  const { belief, status } = setUp(null);
  belief.unsaid('one');
  await belief.moved(anOperation({ state: answered }));
  expect(await status()).toBe('completed');
});

it('nothing where the server has said the status itself: something newer may have come after it', async () => {
  const { belief, status } = setUp('failed');
  await belief.moved(anOperation({ state: answered }));
  expect(await status()).toBe('failed');
});

it('nothing of an earlier attempt', async () => {
  const { belief, status } = setUp('failed');
  belief.unsaid('one');
  await belief.moved(anOperation({ state: { name: 'sending', trail: { doubt: true, tries: 2, baseline: null, rejected: [] } } }));
  await belief.moved(anOperation({ state: answered }));
  expect(await status()).toBe('failed');
});

it('nothing that waits, is not known, was given up or refused', async () => {
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
    await belief.moved(anOperation({ state }));
    expect(await status()).toBe('pending');
  }
});

it('a person’s word that it was carried out', async () => {
  const { belief, status } = setUp('pending');
  await belief.moved(anOperation({ state: { name: 'decided', how: 'is-done', number: null } }));
  expect(await status()).toBe('completed');
});

it('of somebody who has left, only what this person can see', async () => {
  const ram = anOperation({ owner: { ...ADA, username: 'ram' }, state: answered });
  const seen = setUp('pending');
  await seen.belief.moved(ram);
  expect(await seen.status()).toBe('completed');
  const unseen = setUp(null);
  await unseen.belief.moved(ram);
  expect((await unseen.book.payments([5]))[0]).toBeNull();
});

it('nothing of a creation', async () => {
  const { belief, book } = setUp(null);
  belief.unsaid('one');
  await belief.moved(anOperation({ wish: { kind: 'record-payment', order: 3, amount: '1.00', another: false }, state: answered }));
  expect((await book.payments([5]))[0]).toBeNull();
});
