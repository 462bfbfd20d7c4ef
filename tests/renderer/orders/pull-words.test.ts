// A history that is on its way, in words.
import { expect, it } from 'vitest';
import { cancelledWords, pullWords, soFar } from '../../../src/renderer/orders/pull-words.ts';
import { secondsSince } from '../../../src/renderer/ui/use-seconds-since.ts';

const since = '2024-11-12T12:00:00.000Z';

it('is waited for at first, and counted as soon as something has come', () => {
  expect(pullWords({ received: 0, expected: null, since }, 12)).toEqual({ words: 'Waiting for the server… 12 s', part: null });
  expect(pullWords({ received: 4_000, expected: null, since }, 15)).toEqual({ words: '4,000 orders so far, 15 s', part: null });
  expect(pullWords({ received: 4_000, expected: 10_000, since }, 15)).toEqual({ words: '4,000 of 10,000 orders, 15 s', part: 0.4 });
  expect(pullWords({ received: 11, expected: 10, since }, 1).part).toBe(1);
});

it('counts whole seconds, none where a clock was set back', () => {
  const began = Date.parse(since);
  expect([999, 1_000, 61_500, -5_000].map((passed) => secondsSince(began, began + passed))).toEqual([0, 1, 61, 0]);
});

it('says calmly what is left of a cancelled one', () => {
  const now = new Date(2024, 10, 12, 14, 30);
  expect(cancelledWords(new Date(2024, 10, 12, 14, 2).toISOString(), now)).toBe('Loading was cancelled. Shown is what was known at 14:02.');
  expect(cancelledWords(null, now)).toBe('Loading was cancelled. Nothing has been loaded yet.');
});

it('counts of a beginning say that there are at least so many', () => {
  expect([soFar(1_510, true), soFar(1_510, false)]).toEqual(['1,510+', '1,510']);
});
