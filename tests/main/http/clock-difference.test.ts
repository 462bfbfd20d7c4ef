// How far the server's clock is ahead, by one answer's `Date`.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockDifference } from '../../../src/main/http/clock-difference.ts';

const NOON = Date.UTC(2024, 10, 12, 12, 0, 0);
const date = (at: number): string => new Date(at).toUTCString();

it('takes the middle between sending and receiving, and the half second that the header leaves out', () => {
  expect(clockDifference(date(NOON), NOON, NOON)).toBe(500);
  expect(clockDifference(date(NOON + 10_000), NOON, NOON + 2_000)).toBe(9_500);
  expect(clockDifference(date(NOON - 840_000), NOON, NOON + 1_000)).toBe(-840_000);
});

it('is wrong by half of the way and half a second at most, however the way is divided', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -86_400_000, max: 86_400_000 }),
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: 0, max: 999 }),
      (ahead, there, back, part) => {
        const sent = NOON + part;
        const measured = clockDifference(date(sent + there + ahead), sent, sent + there + back);
        expect(measured).not.toBeNull();
        expect(Math.abs((measured ?? 0) - ahead)).toBeLessThanOrEqual((there + back) / 2 + 501);
      },
    ),
    { numRuns: 1_000 },
  );
});

it.each([
  null,
  '',
  'now',
  '0',
  '1731412800',
  '2024-11-12T12:00:00Z',
  'Tue, 12 Nov 2024 12:00:00',
  'Tue, 12 Nov 2024 12:00:00 +0200',
  'Tuesday, 12-Nov-24 12:00:00 GMT',
  'Tue, 99 Nov 2024 12:00:00 GMT',
  'Tue, 12 Nov 2024 12:00:00 GMT, Tue, 12 Nov 2024 12:00:00 GMT',
])('%j says nothing', (header) => {
  expect(clockDifference(header, NOON, NOON)).toBeNull();
});

it.each([
  [NOON, NOON - 1],
  [Number.NaN, NOON],
  [NOON, Number.POSITIVE_INFINITY],
])('a way from %d to %d is none', (sent, received) => {
  expect(clockDifference(date(NOON), sent, received)).toBeNull();
});
