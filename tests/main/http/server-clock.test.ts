// The server's clock, by the answers that come anyway: which ones count, and what becomes of them when this computer's clock is set.
import { expect, it } from 'vitest';
import { createServerClock } from '../../../src/main/http/server-clock.ts';

const NOON = Date.UTC(2024, 10, 12, 12, 0, 0);
const DAY = 86_400_000;

interface Answer {
  readonly date?: string;
  readonly headers?: Record<string, string>;
  /** Milliseconds on the way there and back. */
  readonly there?: number;
  readonly back?: number;
  /** Happens between the two. */
  readonly during?: () => void;
}

/** A computer whose clock is `slow` behind the server's, and what it measures. */
function aComputer(slow: number) {
  let passed = 0;
  let wrong = slow;
  let asleep = 0;
  const serverNow = (): number => NOON + passed;
  const clock = createServerClock({ wall: () => serverNow() - wrong, now: () => 5_000 + passed - asleep });
  let next: Answer = {};
  const send = clock.watch(async () => {
    passed += next.there ?? 0;
    const date = next.date ?? new Date(serverNow()).toUTCString();
    next.during?.();
    passed += next.back ?? 0;
    return new Response('{}', { headers: { 'content-type': 'application/json', date, ...next.headers } });
  });
  return {
    clock,
    ask: async (answer: Answer = {}) => {
      next = answer;
      await send(new Request('https://shop.example/api/'));
      // Whole minutes: what a header of whole seconds can never be wrong by.
      const ahead = clock.ahead();
      return ahead === null ? null : Math.round(ahead / 60_000);
    },
    set: (slowBy: number) => {
      wrong = slowBy;
    },
    sleep: (milliseconds: number) => {
      passed += milliseconds;
      asleep += milliseconds;
    },
    pass: (milliseconds: number) => {
      passed += milliseconds;
    },
    serverNow,
  };
}

it('is not known before an answer', () => {
  const { clock } = aComputer(0);
  expect([clock.ahead(), clock.time()]).toEqual([null, null]);
});

it.each([0, DAY, -DAY, 840_000])('is measured with a computer that is %d ms behind, and goes on', async (slow) => {
  const { ask, clock, pass, serverNow } = aComputer(slow);
  await ask({ there: 40, back: 60 });
  pass(3_600_000);
  expect(Math.abs((clock.ahead() ?? 0) - slow)).toBeLessThanOrEqual(550);
  expect(Math.abs((clock.time() ?? 0) - serverNow())).toBeLessThanOrEqual(550);
});

it('believes the quickest answer: a slow one hides when it was written', async () => {
  const { ask } = aComputer(0);
  expect(await ask({ there: 240_000, back: 0 })).toBe(2);
  expect(await ask({ there: 10, back: 10 })).toBe(0);
  expect(await ask({ there: 240_000, back: 0 })).toBe(0);
});

it.each([
  ['a cache has kept it', { headers: { age: '600' } }],
  ['its age is nonsense', { headers: { age: 'old' } }],
  ['it is a page, not the API’s', { headers: { 'content-type': 'text/html' } }],
  ['its date is none', { date: 'yesterday' }],
])('does not count an answer when %s', async (_why, answer) => {
  const { ask } = aComputer(600_000);
  expect(await ask(answer)).toBeNull();
  expect(await ask()).toBe(10);
  expect(await ask({ date: new Date(NOON - DAY).toUTCString(), ...answer })).toBe(10);
});

it('counts an answer that a cache has passed on just now', async () => {
  expect(await aComputer(600_000).ask({ headers: { age: '0' } })).toBe(10);
});

it('forgets what was measured once this computer’s clock is set, and measures anew', async () => {
  const { ask, clock, set } = aComputer(840_000);
  expect(await ask()).toBe(14);
  set(0);
  expect(clock.ahead()).toBeNull();
  expect(await ask({ there: 3_000 })).toBe(0);
});

it('does not take a night’s sleep for a wrong clock', async () => {
  const { ask, clock, sleep } = aComputer(0);
  await ask();
  sleep(8 * 3_600_000);
  expect([null, 0]).toContain(clock.ahead() === null ? null : Math.round((clock.ahead() ?? 0) / 60_000));
  expect(await ask()).toBe(0);
});

it('is not spoiled by a clock that is set while an answer is on its way', async () => {
  const own = aComputer(DAY);
  expect(await own.ask({ there: 1_000, back: 1_000, during: () => own.set(0) })).toBe(0);
});
