// Where the time limits of a run come from.
import { expect, it } from 'vitest';
import { chooseTimeLimits } from '../../../src/main/app/time-limits.ts';
import { USUAL_LIMITS } from '../../../src/main/http/transport.ts';

it('a development or test run may have limits of its own', () => {
  expect(chooseTimeLimits('500,2000,1500', false)).toEqual({ connect: 500, firstByte: 2_000, idle: 1_500 });
});

it('an installed Paydesk takes none from its surroundings', () => {
  expect(chooseTimeLimits('500,2000,1500', true)).toBe(USUAL_LIMITS);
});

it.each([undefined, '', '500', '500,2000', '500,2000,1500,7', '0,2000,1500', '-1,2000,1500', '500,2000,1.5', '500, 2000,1500', 'a,b,c'])(
  '%j is none: the usual ones hold',
  (given) => {
    expect(chooseTimeLimits(given, false)).toBe(USUAL_LIMITS);
  },
);
