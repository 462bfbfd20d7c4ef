// What may be typed as the time zone of the history's days.
import { expect, it } from 'vitest';
import { checkTimeZone, timeZoneMeaning } from '../../../src/renderer/settings/time-zone-rules.ts';

const problem = { problem: expect.any(String) };

it.each([
  ['', { value: '' }],
  ['  ', { value: '' }],
  ['Europe/Vienna', { value: 'Europe/Vienna' }],
  [' europe/vienna ', { value: 'Europe/Vienna' }],
  ['America/New York', { value: 'America/New_York' }],
  ['UTC', { value: 'UTC' }],
  ['Vienna', problem],
  ['Europe/Nowhere', problem],
  ['x'.repeat(100), problem],
])('time zone: %j', (typed, checked) => {
  expect(checkTimeZone(typed)).toEqual(checked);
});

it('is said in words, with the name of this computer’s zone', () => {
  expect(timeZoneMeaning('')).toContain(Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(timeZoneMeaning('Asia/Tokyo')).toContain('Asia/Tokyo');
});
