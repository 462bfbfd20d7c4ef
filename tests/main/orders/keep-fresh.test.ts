// Keeping the history fresh: seldom where a pull costs much, never two at once, and only while somebody is signed in.
import { describe, expect, it } from 'vitest';
import { createKeepFresh, pauseAfter } from '../../../src/main/orders/keep-fresh.ts';
import { createVirtualClock } from '../../simulation/virtual-clock.ts';

function setUp({ takes = 0 } = {}) {
  const clock = createVirtualClock(0);
  const pulls: { readonly at: number; readonly unasked: boolean }[] = [];
  let may = true;
  const fresh = createKeepFresh({
    pull: (unasked) => {
      pulls.push({ at: clock.now(), unasked });
      return takes === 0 ? Promise.resolve() : new Promise((resolve) => clock.at(takes, resolve));
    },
    mayPull: () => may,
    now: clock.now,
    random: () => 0.5,
    after: clock.at,
  });
  const pass = async (milliseconds: number) => {
    const end = clock.now() + milliseconds;
    await settled();
    while (clock.step(end - clock.now())) await settled();
    clock.skip(end - clock.now());
    await settled();
  };
  return {
    fresh,
    pulls,
    pass,
    allow: (now: boolean) => {
      may = now;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the pause between two pulls', () => {
  it('is a minute at least, and twenty times what a pull takes', () => {
    expect(pauseAfter(200, 0)).toBe(60_000);
    expect(pauseAfter(12_000, 0)).toBe(240_000);
  });

  it('is made longer at random, never shorter', () => {
    expect(pauseAfter(200, 0.5)).toBe(66_000);
    expect(pauseAfter(200, 0.999)).toBeLessThan(72_000);
  });
});

describe('the history', () => {
  it('is pulled by itself after each pause, from the end of the last pull', async () => {
    const { fresh, pulls, pass } = setUp({ takes: 6_000 });
    void fresh.refresh();
    await pass(300_000);
    // 20 × 6 s, and a tenth of that at random.
    expect(pulls).toEqual([
      { at: 0, unasked: false },
      { at: 138_000, unasked: true },
      { at: 276_000, unasked: true },
    ]);
  });

  it('is not pulled twice at once: whoever asks meanwhile waits for the one that runs', async () => {
    const { fresh, pulls, pass } = setUp({ takes: 5_000 });
    const both = Promise.all([fresh.refresh(), fresh.refresh()]);
    fresh.look();
    await pass(5_000);
    await both;
    expect(pulls).toHaveLength(1);
  });

  it('is pulled when somebody looks and it is older than a minute, not before', async () => {
    const { fresh, pulls, pass } = setUp();
    fresh.look();
    expect(pulls).toEqual([]);
    void fresh.refresh();
    await pass(59_999);
    fresh.look();
    expect(pulls).toHaveLength(1);
    await pass(1);
    fresh.look();
    expect(pulls).toHaveLength(2);
  });

  it('a refresh by hand puts the next one off', async () => {
    const { fresh, pulls, pass } = setUp();
    void fresh.refresh();
    await pass(50_000);
    void fresh.refresh();
    await pass(65_999);
    expect(pulls).toHaveLength(2);
    await pass(1);
    expect(pulls).toHaveLength(3);
  });

  it('is left alone while nobody is signed in, and goes on afterwards', async () => {
    const { fresh, pulls, pass, allow } = setUp();
    void fresh.refresh();
    allow(false);
    await pass(200_000);
    fresh.look();
    expect(pulls).toHaveLength(1);
    allow(true);
    await pass(66_000);
    expect(pulls).toHaveLength(2);
  });

  it('is left alone for good once it is stopped, also by a pull that ends later', async () => {
    const { fresh, pulls, pass } = setUp({ takes: 1_000 });
    void fresh.refresh();
    fresh.stop();
    await pass(600_000);
    fresh.look();
    expect(pulls).toHaveLength(1);
  });
});

describe('the first pull of a start', () => {
  it('is begun unless somebody has asked for one already', async () => {
    const asked = setUp();
    void asked.fresh.refresh();
    await asked.pass(10);
    asked.fresh.begin();
    await asked.pass(10);
    expect(asked.pulls).toHaveLength(1);
    const left = setUp();
    left.fresh.begin();
    left.fresh.begin();
    await left.pass(10);
    expect(left.pulls).toEqual([{ at: 0, unasked: false }]);
    const stopped = setUp();
    stopped.fresh.stop();
    stopped.fresh.begin();
    await stopped.pass(10);
    expect(stopped.pulls).toEqual([]);
  });
});
