// Time left: nothing is claimed before it is known, and nothing more than the last seconds have shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftWords, noted, type Pace, secondsLeft } from '../../../src/renderer/bulk/pace.ts';

const steady = (perSecond: number, seconds: number): Pace => {
  let pace: Pace = [];
  for (let at = 0; at <= seconds * 1_000; at += 200) pace = noted(pace, at, Math.floor((at / 1_000) * perSecond));
  return pace;
};

describe('the seconds that are left', () => {
  it('come from the rate of the last ten', () => {
    expect(secondsLeft(steady(10, 5), 100, 5_000)).toBeCloseTo(10, 0);
    let pace = steady(10, 10);
    for (let at = 10_200; at <= 30_000; at += 200) pace = noted(pace, at, 100 + Math.floor((at - 10_000) / 1_000));
    expect(secondsLeft(pace, 100, 30_000)).toBeGreaterThan(90);
  });

  it('are not told in the first two seconds, and not while nothing comes to an end', () => {
    expect(secondsLeft([], 10, 0)).toBeNull();
    expect(secondsLeft(steady(10, 1), 100, 1_000)).toBeNull();
    expect(secondsLeft(steady(0, 8), 100, 8_000)).toBeNull();
  });

  it('grow while a run stands still, and then are no longer told', () => {
    const pace = steady(10, 5);
    expect(secondsLeft(pace, 100, 9_000) ?? 0).toBeGreaterThan(secondsLeft(pace, 100, 5_000) ?? 0);
    expect(secondsLeft(pace, 100, 16_000)).toBeNull();
  });

  it('are never negative, and remember no more than they look back', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ wait: fc.nat(3_000), settled: fc.nat(50) })), fc.nat(5_000), (steps, waiting) => {
        let pace: Pace = [];
        let [at, settled] = [0, 0];
        for (const step of steps) {
          at += step.wait;
          settled += step.settled;
          pace = noted(pace, at, settled);
        }
        expect(secondsLeft(pace, waiting, at) ?? 0).toBeGreaterThanOrEqual(0);
        expect(pace.every((sample) => at - sample.at <= 10_000)).toBe(true);
      }),
    );
  });
});

it('is said coarsely', () => {
  expect([3, 12, 49, 60, 130, 3_600, 9_000].map(leftWords)).toEqual([
    'a few seconds left',
    'about 20 seconds left',
    'about 50 seconds left',
    'about a minute left',
    'about 2 minutes left',
    'about 60 minutes left',
    'about 3 hours left',
  ]);
});
