import { describe, expect, it } from 'vitest';
import { areAllOwn } from '../../../src/main/store/own-orders.ts';

const PAT = { userId: 11, username: 'pat' };

describe('orders that are all one’s own', () => {
  it.each([
    ['by the number of the user', { user: 11 }],
    ['by the number as text', { user_id: '11' }],
    ['by the user name', { user: 'pat' }],
    ['by an object with a number', { user: { id: 11 } }],
    ['by an object with a user name', { customer: { id: 4, username: 'pat' } }],
    ['by who made it', { created_by: { pk: 11 } }],
    ['whatever row of another table the customer is', { user: 11, customer: 4 }],
  ])('are told so %s', (_, row) => {
    expect(
      areAllOwn(
        [
          { id: 1, ...row },
          { id: 2, ...row },
        ],
        PAT,
      ),
    ).toBe(true);
  });

  it.each([
    ['one is another person’s', { user: 12 }],
    ['one is another person’s by name', { user: 'sam' }],
    ['one was made by another', { user: 11, created_by: 12 }],
    ['one does not say', {}],
    ['one says nobody', { user: null }],
    ['one only names a customer’s row', { customer: 11 }],
    ['one only names a customer', { customer: 'Ram Rai' }],
  ])('are not told so where %s', (_, row) => {
    expect(
      areAllOwn(
        [
          { id: 1, user: 11 },
          { id: 2, ...row },
        ],
        PAT,
      ),
    ).toBe(false);
  });

  it('are not told so of an empty history, of rows that are none, or by a number that the token does not name', () => {
    expect(areAllOwn([], PAT)).toBe(false);
    expect(areAllOwn([{ user: 11 }, 7], PAT)).toBe(false);
    expect(areAllOwn([{ user: 11 }], { ...PAT, userId: null })).toBe(false);
  });
});
