// What may be typed into the settings of marking.
import { expect, it } from 'vitest';
import { checkHold, checkLimit, holdMeaning, limitMeaning } from '../../../src/renderer/settings/marking-rules.ts';

const problem = { problem: expect.any(String) };

it.each([
  ['0', { value: 0 }],
  [' 4 ', { value: 4 }],
  ['10', { value: 10 }],
  ['11', problem],
  ['-1', problem],
  ['2.5', problem],
  ['', problem],
  ['ten', problem],
  ['1e1', problem],
])('seconds to undo: %j', (typed, checked) => {
  expect(checkHold(typed)).toEqual(checked);
});

it.each([
  ['', { value: '' }],
  ['  ', { value: '' }],
  ['500', { value: '500.00' }],
  ['0', { value: '0.00' }],
  ['1234.5', { value: '1234.50' }],
  ['1,000', problem],
  ['-5', problem],
  ['EUR 5', problem],
  ['1'.repeat(16), problem],
])('confirm above: %j', (typed, checked) => {
  expect(checkLimit(typed)).toEqual(checked);
});

it('each value is said in words', () => {
  expect(holdMeaning(0)).toMatch(/at once/);
  expect(holdMeaning(1)).toMatch(/1 second /);
  expect(limitMeaning('', '')).toMatch(/^No mark/);
  expect(limitMeaning('500.00', '')).toMatch(/more than 500\.00/);
});
