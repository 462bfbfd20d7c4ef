// The arithmetic of the bench's table: medians, percentiles, ratios and goals.
import { describe, expect, test } from 'vitest';
import { HISTORY_ROWS, historyRow, type Ledger } from './history-rows.ts';
import { atMost, judge, lineOf, median, percentile, timesAtMost } from './row.ts';
import { strokes } from './typing.ts';

describe('figures', () => {
  test('a median is the one in the middle, or between the two there', () => {
    expect(median([3])).toBe(3);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 10, 2, 1])).toBe(3);
    expect(median([])).toBeNaN();
  });

  test('nineteen of twenty are as small as the 95th percentile', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect(percentile(values, 0.95)).toBe(19);
    expect(percentile([7], 0.95)).toBe(7);
  });
});

describe('a row', () => {
  const fast = { name: 'a row', ...timesAtMost(1.5) };

  test('compares the medians of both sides', () => {
    expect(judge(fast, [30, 10, 20], [10, 10, 40])).toEqual({
      ...{ name: 'a row', ours: 20, yardstick: 10, ratio: 2 },
      ...{ goal: 'at most 1.5 x', met: false },
    });
    expect(judge(fast, [15], [10]).met).toBe(true);
    expect(judge(fast, [15.1], [10]).met).toBe(false);
  });

  test('without a yardstick has no ratio, and is judged by ours alone', () => {
    const row = judge({ name: 'a row', ...atMost(50, 'ms') }, [60, 49, 50], []);
    expect(row).toEqual({ name: 'a row', ours: 50, yardstick: null, ratio: null, goal: 'at most 50 ms', met: true });
    expect(lineOf(row)).toMatch(/50\.0\s+-\s+- .*at most 50 ms: met$/);
  });

  test('whose goal speaks of a yardstick is not met where there is none', () => {
    expect(judge(fast, [1], []).met).toBe(false);
  });
});

describe('the rows of the history', () => {
  const named = (words: string) => HISTORY_ROWS.find(({ name }) => name.includes(words) && name.includes('100,000')) ?? HISTORY_ROWS[0];
  const ledger = (ours: object[], grid: object[]): Ledger => ({
    ...{ signIn: [], bare: { paint: [100], resident: [], proportional: [] }, parse: [200] },
    shops: new Map([
      [1_000, { ours: [{ heap: 4 }], grid: [{ heap: 10 }] }],
      [100_000, { ours, grid }],
    ]),
  });
  const of = (words: string, ours: object[], grid: object[] = []) => {
    const row = named(words);
    return row === undefined ? null : historyRow(row, ledger(ours, grid));
  };

  test('each has a name of its own', () => {
    expect(new Set(HISTORY_ROWS.map(({ name }) => name)).size).toBe(HISTORY_ROWS.length);
  });

  test('sorting is told by the median of the columns, and by the one that fares worst beside the yardstick', () => {
    const ours = [{ sort: { Product: 40, Total: 10 } }, { sort: { Product: 42, Total: 12 } }, { sort: { Product: 41, Total: 11 } }];
    const grid = [{ sort: { Product: 410, Total: 22, Due: 5 } }];
    expect(of('the worst', ours, grid)).toMatchObject({ ours: 11, yardstick: 22, ratio: 0.5, met: false });
    expect(of('median of columns', ours, grid)).toMatchObject({ ours: 26, yardstick: 216, met: false });
  });

  test('a heap is told by what it has grown from a thousand orders', () => {
    expect(of('heap of the page', [{ heap: 13 }], [{ heap: 70 }])).toMatchObject({ ours: 9, yardstick: 60, met: true });
    expect(of('heap of the page', [{ heap: 15 }], [{ heap: 70 }])).toMatchObject({ ours: 11, met: false });
  });

  test('a fling is smooth or it is not, whatever the yardstick does', () => {
    expect(of('fling', [{ fling: 0 }], [{ fling: 9 }])?.met).toBe(true);
    expect(of('fling', [{ fling: 1 }], [{ fling: 9 }])?.met).toBe(false);
  });

  test('what was not measured has no row', () => {
    expect(of('fling', [{ heap: 1 }])).toBeNull();
  });
});

describe('what is typed', () => {
  test('letters are added, deleted, and the box is empty after each piece', () => {
    expect(strokes(['ab<c', 'é'])).toEqual([
      { key: 'a', text: 'a' },
      { key: 'b', text: 'ab' },
      { key: 'Backspace', text: 'a' },
      { key: 'c', text: 'ac' },
      { key: 'Backspace', text: 'a' },
      { key: 'Backspace', text: '' },
      { key: 'é', text: 'é' },
      { key: 'Backspace', text: '' },
    ]);
  });
});
