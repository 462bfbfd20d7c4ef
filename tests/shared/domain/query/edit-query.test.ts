// Pickers write into the query what could be typed, and touch nothing else of it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { termOf, withTerm } from '../../../../src/shared/domain/query/edit-query.ts';

it.each([
  ['', '>500', 'amount:>500'],
  ['lamp', '>500', 'lamp amount:>500'],
  ['lamp amount:5 red', '>500', 'lamp amount:>500 red'],
  ['amount:5 lamp amount:6', '>500', 'amount:>500 lamp'],
  ['lamp -amount:5', '>500', 'lamp -amount:5 amount:>500'],
  ['lamp amount:5 red', null, 'lamp red'],
  ['amount:5', null, ''],
  ['lamp', null, 'lamp'],
  ['', null, ''],
  ['"red la', '>500', 'amount:>500 "red la'],
  ['product:', '>500', 'amount:>500 product:'],
  ['lamp Amount: > 5 red', '1..2', 'lamp amount:1..2 red'],
])('%j with the amount %j is %j', (text, value, expected) => {
  expect(withTerm(text, 'amount', value)).toBe(expected);
});

it.each([
  ['', null],
  ['amount:>500 lamp', '>500'],
  ['amount: 500', '500'],
  ['-amount:500', null],
  ['"amount:500"', null],
  ['amount:', null],
  ['amount:1 amount:2', '1'],
])('of %j the amount is %j', (text, value) => {
  expect(termOf(text, 'amount')).toBe(value);
});

it('finds again what it wrote, and leaves the other fields as they were, in any text', () => {
  const piece = fc.constantFrom('lamp', 'amount:', 'date:', '-', '"', ',', ' ', '>5', 'status:failed', '😀', 'last', 'week', ':');
  const anything = fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(anything, fc.constantFrom('>500', '1..2', '~7'), (text, value) => {
      const written = withTerm(text, 'amount', value);
      expect(termOf(written, 'amount')).toBe(value);
      expect(termOf(written, 'status')).toBe(termOf(text, 'status'));
      expect(termOf(withTerm(written, 'amount', null), 'amount')).toBeNull();
    }),
    { numRuns: 1000 },
  );
});
