import { describe, expect, it } from 'vitest';
import { createActivity } from '../../../src/main/activity/activity.ts';

const mark = { what: 'Payment 12 of order 3: pending → completed', order: 3, payment: 12 };
const lost = { kind: 'outcome-unknown', thing: 'payment', status: null } as const;

function anActivity() {
  let second = 0;
  let changes = 0;
  const activity = createActivity(
    () => {
      second += 1;
      return new Date(Date.UTC(2026, 9, 22, 10, 0, second)).toISOString();
    },
    () => {
      changes += 1;
    },
  );
  return { ...activity, changes: () => changes };
}

describe('the activity', () => {
  it('says who asked for what, when, and that it is on its way', () => {
    const activity = anActivity();
    activity.of('ram').begin(mark);
    expect(activity.list()).toEqual([{ id: 1, at: '2026-10-22T10:00:01.000Z', who: 'ram', ...mark, outcome: 'sending', problem: null }]);
  });

  it('says what became of each, newest first', () => {
    const activity = anActivity();
    const log = activity.of('ram');
    const writes = [1, 2, 3, 4].map((payment) => log.begin({ ...mark, payment }));
    writes[2]?.settle({ class: 'refused', error: { kind: 'refused', summary: ['No.'], fields: {} } });
    writes[0]?.settle({ class: 'done', body: null });
    writes[1]?.settle({ class: 'not-done', error: { kind: 'unreachable', reason: 'offline' } });
    writes[3]?.settle({ class: 'unknown', error: lost });
    expect(activity.list().map(({ payment, outcome, problem }) => [payment, outcome, problem?.kind ?? null])).toEqual([
      [4, 'unknown', 'outcome-unknown'],
      [3, 'refused', 'refused'],
      [2, 'not-sent', 'unreachable'],
      [1, 'done', null],
    ]);
  });

  it('tells of every change', () => {
    const activity = anActivity();
    const write = activity.of('ram').begin(mark);
    write.settle({ class: 'done', body: null });
    activity.clear();
    expect(activity.changes()).toBe(3);
  });

  it('is cleared for good: what comes late from the person who left leaves no trace', () => {
    const activity = anActivity();
    const left = activity.of('ram');
    const underWay = left.begin(mark);
    activity.clear();
    underWay.settle({ class: 'unknown', error: lost });
    left.begin(mark).settle({ class: 'done', body: null });
    expect(activity.list()).toEqual([]);
    activity.of('sita').begin(mark);
    expect(activity.list().map(({ who }) => who)).toEqual(['sita']);
  });
});
