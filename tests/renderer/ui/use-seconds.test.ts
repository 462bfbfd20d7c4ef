// The seconds that are left of a hold.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secondsLeft } from '../../../src/renderer/ui/use-seconds.ts';

const UNTIL = '2026-03-01T09:00:04.000Z';
const end = Date.parse(UNTIL);

it.each([
  [4_000, 4],
  [3_999, 4],
  [3_001, 4],
  [3_000, 3],
  [1, 1],
  [0, 0],
  [-1, 0],
  [-60_000, 0],
])('%d ms before its end are %d seconds', (before, seconds) => {
  expect(secondsLeft(UNTIL, end - before)).toBe(seconds);
});

it('is 0 only when the hold is over, and never grows', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), fc.nat({ max: 5_000 }), (before, passed) => {
      expect(secondsLeft(UNTIL, end - before) === 0).toBe(before <= 0);
      expect(secondsLeft(UNTIL, end - before + passed)).toBeLessThanOrEqual(secondsLeft(UNTIL, end - before));
    }),
  );
});
