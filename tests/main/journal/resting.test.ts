// Who rests after a failure of their own, and who of them is woken by what.
import { expect, it } from 'vitest';
import { createResting } from '../../../src/main/journal/resting.ts';

function setUp() {
  let now = 1_000_000;
  const resting = createResting({ now: () => now, random: () => 0.999 });
  return {
    resting,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    left: (id: string) => Math.max(0, resting.until(id) - now),
  };
}

it('rests for longer after each failure, and not at all once it has been woken', () => {
  const { resting, left } = setUp();
  expect(left('a')).toBe(0);
  resting.failed('a', null);
  const first = left('a');
  resting.failed('a', null);
  expect(left('a')).toBeGreaterThan(first);
  resting.wakeUp('a');
  expect(left('a')).toBe(0);
});

it('is woken by a look at the window, unless the server has asked for the time', () => {
  const { resting, left, pass } = setUp();
  resting.failed('own', null);
  resting.pause('paused', 60_000);
  resting.failed('asked', 90);
  pass(10_000);
  resting.wakeWilling();
  expect([left('own'), left('paused'), left('asked')]).toEqual([0, 0, 80_000]);
});

it('is woken by a person whatever the server has asked', () => {
  const { resting, left } = setUp();
  resting.failed('asked', 90);
  resting.wakeAll();
  expect(left('asked')).toBe(0);
});
