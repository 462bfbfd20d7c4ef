// Sorting and choosing in the history.
import { describe, expect, it } from 'vitest';
import { actedOn } from '../../../src/renderer/orders/detail-store.ts';
import { sortedAlso, sortedBy, sortWords } from '../../../src/renderer/orders/sorting.ts';
import { FIRST_QUERY } from '../../../src/shared/domain/built-in-views.ts';
import type { SortKey, SortStep } from '../../../src/shared/ipc/order-schemas.ts';
import { payment } from '../support/facts.ts';

const byStateAndDue: SortStep[] = [
  { by: 'state', direction: 'ascending' },
  { by: 'due', direction: 'descending' },
];

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

describe('sorting by several columns', () => {
  const sorts = (...keys: readonly SortKey[]) => keys.reduce(sortedAlso, FIRST_QUERY).sort.map(({ by, direction }) => `${by} ${direction}`);

  it('puts the next one behind those that sort already', () => {
    expect(sorts('state', 'due')).toEqual(['id descending', 'state ascending', 'due descending']);
  });

  it('turns one round in its place, then takes it out', () => {
    expect(sorts('state', 'due', 'state')).toEqual(['id descending', 'state descending', 'due descending']);
    expect(sorts('state', 'due', 'state', 'state')).toEqual(['id descending', 'due descending']);
  });

  it('has at least one and at most three', () => {
    expect(sorts('state', 'due', 'paid')).toEqual(['id descending', 'state ascending', 'paid descending']);
    expect(sorts('id')).toEqual(['id ascending']);
    expect(sorts('id', 'id')).toEqual(['id descending']);
  });

  it('is by one alone again after a plain press', () => {
    expect(sortedBy({ ...FIRST_QUERY, sort: byStateAndDue }, 'price').sort).toEqual([{ by: 'price', direction: 'descending' }]);
  });

  it('says in words what stands behind the first', () => {
    expect(sortWords(byStateAndDue, 'due')).toEqual({ place: 2, words: 'Second of 2 in the sorting, descending' });
    expect(sortWords(byStateAndDue, 'total')).toBeNull();
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
