// Sorting and choosing in the history.
import { describe, expect, it } from 'vitest';
import { actedOn } from '../../../src/renderer/orders/detail-store.ts';
import { sortedAlso, sortedBy } from '../../../src/renderer/orders/sorting.ts';
import { FIRST_QUERY } from '../../../src/shared/domain/built-in-views.ts';
import { payment } from '../support/facts.ts';

describe('sorting by a column', () => {
  it('starts with the largest number or with A, and turns round at the second press', () => {
    const byTotal = sortedBy(FIRST_QUERY, 'total');
    expect(byTotal.sort).toEqual([{ by: 'total', direction: 'descending' }]);
    expect(sortedBy(byTotal, 'total').sort).toEqual([{ by: 'total', direction: 'ascending' }]);
    expect(sortedBy(byTotal, 'product').sort).toEqual([{ by: 'product', direction: 'ascending' }]);
  });

  it('keeps search and filter', () => {
    expect(sortedBy({ ...FIRST_QUERY, text: 'dell', state: 'failed' }, 'due')).toMatchObject({ text: 'dell', state: 'failed' });
  });
});

describe('the payment that the buttons act on', () => {
  const payments = [payment(1, { status: 'completed' }), payment(2), payment(3)];

  it('is the chosen one, or the first pending one, or the last', () => {
    expect(actedOn(payments, 3)?.id).toBe(3);
    expect(actedOn(payments, null)?.id).toBe(2);
    expect(actedOn([payment(1, { status: 'completed' }), payment(4, { status: 'failed' })], null)?.id).toBe(4);
    expect(actedOn(payments, 99)?.id).toBe(2);
    expect(actedOn([], null)).toBeNull();
  });
});
