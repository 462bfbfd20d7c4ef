// The page holds windows of the list, never the list: what it asks for, keeps and forgets.
import { describe, expect, it } from 'vitest';
import {
  emptyCache,
  indexOf,
  keepSame,
  nextPage,
  outdated,
  PAGE_SIZE,
  type PageCache,
  rowAt,
  withPage,
} from '../../../src/renderer/rows/page-cache.ts';

const rowsFrom = (start: number, count = PAGE_SIZE) => Array.from({ length: count }, (_, index) => start + index);
const filled = (pages: readonly number[], total = 1_000_000, revision = 1): PageCache<number> =>
  pages.reduce((cache, page) => withPage(cache, page, { revision, total, rows: rowsFrom(page * PAGE_SIZE) }), emptyCache<number>());

describe('what to ask for next', () => {
  it('is the first page before anything is known', () => {
    expect(nextPage(emptyCache(), { first: 0, last: 40 }, null, 0)).toBe(0);
  });

  it('is the first missing page in sight', () => {
    expect(nextPage(filled([0]), { first: 80, last: 130 }, 1_000_000, 1)).toBe(1);
  });

  it('is nothing when all in sight is at hand and new', () => {
    expect(nextPage(filled([0, 1]), { first: 80, last: 130 }, 1_000_000, 1)).toBeNull();
  });

  it('is a page that is older than the history, once it is in sight', () => {
    const cache = filled([0, 1]);
    expect(nextPage(cache, { first: 0, last: 40 }, 1_000_000, 2)).toBe(0);
  });

  it('is never beyond the end', () => {
    expect(nextPage(filled([0], 100), { first: 60, last: 140 }, 100, 1)).toBeNull();
  });

  it('is not asked for again in an empty list', () => {
    const empty = withPage(emptyCache<number>(), 0, { revision: 3, total: 0, rows: [] });
    expect(nextPage(empty, { first: 0, last: 0 }, 0, 3)).toBeNull();
  });
});

describe('what is kept', () => {
  it('finds rows and their places', () => {
    const cache = filled([0, 7]);
    expect(rowAt(cache, 742)).toBe(742);
    expect(rowAt(cache, 200)).toBeUndefined();
    expect(indexOf(cache, (row) => row === 742)).toBe(742);
    expect(indexOf(cache, (row) => row === 200)).toBeNull();
  });

  it('forgets what is far away, so that a walk through a million orders stays small', () => {
    const cache = filled(rowsFrom(0, 200));
    expect(cache.pages.size).toBeLessThan(40);
    expect(rowAt(cache, 199 * PAGE_SIZE)).toBe(199 * PAGE_SIZE);
  });

  it('drops pages beyond a list that became shorter', () => {
    const cache = withPage(filled([0, 5]), 0, { revision: 2, total: 30, rows: rowsFrom(0, 30) });
    expect([...cache.pages.keys()]).toEqual([0]);
    expect(rowAt(cache, 30)).toBeUndefined();
  });

  it('shows outdated rows but asks for them again', () => {
    const cache = outdated(filled([0]));
    expect(rowAt(cache, 3)).toBe(3);
    expect(nextPage(cache, { first: 0, last: 10 }, 1_000_000, 0)).toBe(0);
  });
});

describe('rows of an answer', () => {
  it('are the objects that were known where they say the same, wherever they stand now', () => {
    const [rice, salt] = [
      { id: 1, word: 'rice' },
      { id: 2, word: 'salt' },
    ];
    const cache = withPage(emptyCache<typeof rice>(), 0, { revision: 1, total: 2, rows: [rice, salt] });
    const told = keepSame(
      cache,
      [
        { id: 2, word: 'salt' },
        { id: 1, word: 'RICE' },
        { id: 3, word: 'tea' },
      ],
      ({ id }) => id,
    );
    expect(told[0]).toBe(salt);
    expect(told[1]).toEqual({ id: 1, word: 'RICE' });
    expect(told[2]).toEqual({ id: 3, word: 'tea' });
  });
});
