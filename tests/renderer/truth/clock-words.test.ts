// A wrong clock, in a clerk's words.
import { expect, it } from 'vitest';
import { clockWords } from '../../../src/renderer/truth/clock-words.ts';

it.each([
  [14, '14 minutes slow'],
  [-3, '3 minutes fast'],
  [119, '119 minutes slow'],
  [-120, '2 hours fast'],
  [1_440, '24 hours slow'],
  [-2_880, '2 days fast'],
  [525_600, '365 days slow'],
])('%i minutes ahead on the server’s side is told as %s', (ahead, words) => {
  expect(clockWords(ahead)).toContain(`This computer’s clock is ${words}: `);
});
