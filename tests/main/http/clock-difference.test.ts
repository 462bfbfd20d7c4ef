// The server's clock against this computer's, by one answer's `Date`.
import { expect, it } from 'vitest';
import { clockDifference } from '../../../src/main/http/clock-difference.ts';

const AT = Date.parse('2026-11-02T09:30:00Z');

it.each([
  ['Mon, 02 Nov 2026 09:30:00 GMT', AT + 400, AT + 600, 0],
  ['Tue, 03 Nov 2026 09:30:00 GMT', AT, AT + 1_000, 86_400_000],
  ['Mon, 02 Nov 2026 09:29:00 GMT', AT, AT + 1_000, -60_000],
])('%s', (header, sent, received, ahead) => {
  expect(clockDifference(header, sent, received)).toBe(ahead);
});

it.each([null, '', 'soon'])('%j says no time', (header) => {
  expect(clockDifference(header, AT, AT)).toBeNull();
});
