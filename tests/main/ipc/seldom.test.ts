// Telling seldom, with time in the test's hand: never twice within a rest, and never without the last word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seldom } from '../../../src/main/ipc/seldom.ts';
import { createVirtualClock } from '../../simulation/virtual-clock.ts';

const REST = 100;

function setUp() {
  const clock = createVirtualClock(0);
  const world = { value: 0, told: [] as { at: number; value: number }[] };
  const tell = seldom(() => world.told.push({ at: clock.now(), value: world.value }), REST, clock.at);
  const pass = (milliseconds: number): void => {
    const end = clock.now() + milliseconds;
    while (clock.step(end - clock.now()));
    clock.skip(Math.max(0, end - clock.now()));
  };
  return { tell, world, pass, times: () => world.told.map(({ at }) => at) };
}

describe('telling seldom', () => {
  it('tells at once, then at the end of a rest, and once for all that came in between', () => {
    const { tell, pass, times } = setUp();
    for (let count = 0; count < 5; count += 1) tell();
    pass(REST);
    pass(REST);
    expect(times()).toEqual([0, REST]);
    pass(REST);
    tell();
    expect(times()).toEqual([0, REST, 3 * REST]);
  });

  it('tells now when it must be now, and rests after that', () => {
    const { tell, pass, times } = setUp();
    tell();
    pass(10);
    tell();
    tell.now();
    tell();
    pass(REST);
    expect(times()).toEqual([0, 10, 110]);
  });

  it('tells once more when the telling itself brings something new', () => {
    const clock = createVirtualClock(0);
    let told = 0;
    const tell = seldom(
      () => {
        told += 1;
        if (told === 1) tell();
      },
      REST,
      clock.at,
    );
    tell();
    while (clock.step());
    expect(told).toBe(2);
  });

  it('goes on after a telling that has failed', () => {
    const clock = createVirtualClock(0);
    let told = 0;
    const tell = seldom(
      () => {
        told += 1;
        if (told === 1) throw new Error('a bug');
      },
      REST,
      clock.at,
    );
    expect(tell).toThrow('a bug');
    tell();
    while (clock.step());
    expect(told).toBe(2);
  });

  it('tells nothing more once it is stopped', () => {
    const { tell, pass, times } = setUp();
    tell();
    tell();
    tell.stop();
    pass(10 * REST);
    expect(times()).toEqual([0]);
  });
});

it('whatever is asked when, the last word is told within a rest, and no two tellings that could wait are nearer than one', () => {
  const step = fc.record({ wait: fc.nat({ max: 250 }), now: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const { tell, world, pass } = setUp();
      let urgent = 0;
      for (const { wait, now } of steps) {
        world.value += 1;
        if (now) tell.now();
        else tell();
        urgent += now ? 1 : 0;
        pass(wait);
      }
      pass(REST);
      expect(world.told.at(-1)?.value).toBe(world.value);
      const near = world.told.filter(({ at }, index) => index > 0 && at - (world.told[index - 1]?.at ?? 0) < REST);
      expect(near.length).toBeLessThanOrEqual(urgent);
    }),
    { numRuns: 1_000 },
  );
});
