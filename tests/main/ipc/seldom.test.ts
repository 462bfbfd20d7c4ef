// Telling seldom: the first word at once, the last one never lost, and the one that somebody waits for not held back.
import { expect, it } from 'vitest';
import { seldom } from '../../../src/main/ipc/seldom.ts';

function told(): { call: ReturnType<typeof seldom>; times: number[]; pass: (milliseconds: number) => void } {
  const times: number[] = [];
  let now = 0;
  let timers: { at: number; work: () => void }[] = [];
  const after = (milliseconds: number, work: () => void): (() => void) => {
    const timer = { at: now + milliseconds, work };
    timers.push(timer);
    return () => {
      timers = timers.filter((each) => each !== timer);
    };
  };
  const pass = (milliseconds: number): void => {
    const until = now + milliseconds;
    for (let next = timers.find(({ at }) => at <= until); next !== undefined; next = timers.find(({ at }) => at <= until)) {
      const due = next;
      timers = timers.filter((each) => each !== due);
      now = due.at;
      due.work();
    }
    now = until;
  };
  return {
    call: seldom(
      () => times.push(now),
      () => 100,
      after,
    ),
    times,
    pass,
  };
}

it('is told at once, and once more at the end of the rest for all that came meanwhile', () => {
  const { call, times, pass } = told();
  call();
  pass(10);
  call();
  pass(10);
  call();
  expect(times).toEqual([0]);
  pass(500);
  expect(times).toEqual([0, 100]);
});

it('now does not wait for the end of a rest, and begins another one', () => {
  const { call, times, pass } = told();
  call();
  pass(30);
  call();
  call.now();
  expect(times).toEqual([0, 30]);
  pass(60);
  call();
  expect(times).toEqual([0, 30]);
  pass(500);
  expect(times).toEqual([0, 30, 130]);
});

it('says nothing after its stop', () => {
  const { call, times, pass } = told();
  call();
  call();
  call.stop();
  pass(500);
  expect(times).toEqual([0]);
});
