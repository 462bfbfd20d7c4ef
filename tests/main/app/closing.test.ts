// Closing: never silently with something unsent, never held up by a page that does not answer, and never twice.
import { describe, expect, it } from 'vitest';
import { type ClosingChoice, createClosing } from '../../../src/main/app/closing.ts';
import { createVirtualClock } from '../../simulation/virtual-clock.ts';

function setUp({ unsent = 0, page = true, natively = [] as ClosingChoice[], stops = true } = {}) {
  const clock = createVirtualClock(0);
  const done: string[] = [];
  let left = unsent;
  let sendable = true;
  const closing = createClosing({
    unsent: {
      count: () => left,
      send: async () => {
        if (sendable) left = 0;
        return left;
      },
      cancel: async () => {
        left = 0;
        return 0;
      },
    },
    askPage: () => {
      done.push('asked the page');
      return page;
    },
    askNatively: async (count, tried) => {
      done.push(`asked natively about ${count}${tried ? ' again' : ''}`);
      return natively.shift() ?? 'stay';
    },
    hide: () => done.push('hidden'),
    stop: () => {
      done.push('stopped');
      return stops ? Promise.resolve() : new Promise(() => undefined);
    },
    exit: () => done.push('exit'),
    after: clock.at,
  });
  const pass = async (milliseconds: number) => {
    const end = clock.now() + milliseconds;
    while (clock.step(end - clock.now())) await settled();
    clock.skip(end - clock.now());
    await settled();
  };
  return {
    closing,
    done,
    pass,
    left: (now: number) => {
      left = now;
    },
    offline: () => {
      sendable = false;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const GONE = ['hidden', 'stopped', 'exit'];

describe('with nothing to be sent', () => {
  it('writes down what is under way, then goes, and asks nobody', async () => {
    const { closing, done } = setUp();
    expect(closing.mayClose()).toBe(false);
    await settled();
    expect(done).toEqual(GONE);
    expect(closing.mayClose()).toBe(true);
  });

  it('goes in the end where the writing down never ends', async () => {
    const { closing, done, pass } = setUp({ stops: false });
    closing.mayClose();
    await pass(4_999);
    expect(done).toEqual(['hidden', 'stopped']);
    await pass(1);
    expect(done).toEqual(GONE);
  });

  it('goes once, however often it is wished', async () => {
    const { closing, done } = setUp();
    closing.mayClose();
    closing.mayClose();
    closing.atOnce();
    await settled();
    expect(done).toEqual(GONE);
  });
});

describe('with something to be sent', () => {
  it('has the page ask, and goes only when it says so', async () => {
    const { closing, done, pass } = setUp({ unsent: 2 });
    expect(closing.mayClose()).toBe(false);
    closing.shown();
    await pass(600_000);
    expect(done).toEqual(['asked the page']);
    closing.answer('close');
    await settled();
    expect(done).toEqual(['asked the page', ...GONE]);
  });

  it('stays where the person wants to stay, and asks anew the next time', async () => {
    const { closing, done } = setUp({ unsent: 2 });
    closing.mayClose();
    closing.shown();
    closing.answer('stay');
    expect(closing.mayClose()).toBe(false);
    await settled();
    expect(done).toEqual(['asked the page', 'asked the page']);
  });

  it('asks natively when the page does not show the question within three seconds', async () => {
    const { closing, done, pass } = setUp({ unsent: 2, natively: ['keep'] });
    closing.mayClose();
    await pass(2_999);
    expect(done).toEqual(['asked the page']);
    await pass(1);
    expect(done).toEqual(['asked the page', 'asked natively about 2', ...GONE]);
  });

  it('asks natively when the page has stopped answering under the question', async () => {
    const { closing, done, pass } = setUp({ unsent: 2, natively: ['stay'] });
    closing.mayClose();
    closing.shown();
    closing.mayClose();
    await pass(3_000);
    expect(done).toEqual(['asked the page', 'asked the page', 'asked natively about 2']);
    // What comes from the page late decides nothing.
    closing.shown();
    closing.answer('close');
    await settled();
    expect(done).not.toContain('exit');
  });

  it('asks natively at once where the page has crashed, before or under the question', async () => {
    const before = setUp({ unsent: 1, page: false });
    before.closing.mayClose();
    await settled();
    expect(before.done).toContain('asked natively about 1');

    const under = setUp({ unsent: 1 });
    under.closing.mayClose();
    under.closing.shown();
    under.closing.pageGone();
    await settled();
    expect(under.done).toContain('asked natively about 1');
  });

  it('sends natively what can be sent; says what could not, and asks again', async () => {
    const { closing, done, offline } = setUp({ unsent: 3, page: false, natively: ['send', 'cancel'] });
    offline();
    closing.mayClose();
    await settled();
    expect(done).toEqual(['asked the page', 'asked natively about 3', 'asked natively about 3 again', ...GONE]);
  });

  it('is not asked about when the computer goes down: it is kept', async () => {
    const { closing, done } = setUp({ unsent: 3 });
    closing.atOnce();
    await settled();
    expect(done).toEqual(GONE);
  });

  it('that the computer goes down ends a question that nobody has answered', async () => {
    const { closing, done, pass } = setUp({ unsent: 3 });
    closing.mayClose();
    closing.atOnce();
    await pass(10_000);
    expect(done).toEqual(['asked the page', ...GONE]);
  });

  it('an answer that nobody has asked for closes nothing', async () => {
    const { closing, done } = setUp({ unsent: 3 });
    closing.answer('close');
    closing.pageGone();
    await settled();
    expect(done).toEqual([]);
  });
});
