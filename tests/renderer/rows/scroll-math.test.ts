// Rows under a scroll bar: exact for ordinary lists, and every row reachable in a list taller than a browser can lay out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isScaled,
  laidOutHeight,
  offsetFor,
  offsetShowing,
  rowsAround,
  scrollTopFor,
  TALLEST,
} from '../../../src/renderer/rows/scroll-math.ts';

const ordinary = { count: 5_000, rowHeight: 36, view: 720 };
const huge = { count: 1_000_000, rowHeight: 36, view: 720 };

describe('an ordinary list', () => {
  it('scrolls pixel for pixel', () => {
    expect(isScaled(ordinary)).toBe(false);
    expect(laidOutHeight(ordinary)).toBe(180_000);
    expect(offsetFor(12_345, ordinary)).toBe(12_345);
    expect(scrollTopFor(12_345, ordinary)).toBe(12_345);
  });

  it('never goes beyond its ends', () => {
    expect(offsetFor(-50, ordinary)).toBe(0);
    expect(offsetFor(999_999, ordinary)).toBe(180_000 - 720);
    expect(offsetFor(10, { count: 3, rowHeight: 36, view: 720 })).toBe(0);
  });

  it('draws what is seen and some rows beyond', () => {
    expect(rowsAround(3_600, ordinary, 10)).toEqual({ first: 90, last: 130 });
    expect(rowsAround(0, { count: 0, rowHeight: 36, view: 720 }, 10)).toEqual({ first: 0, last: -1 });
  });
});

describe('a million orders', () => {
  it('are laid out within what a browser can', () => {
    expect(isScaled(huge)).toBe(true);
    expect(laidOutHeight(huge)).toBe(TALLEST);
  });

  it('begin at the top of the scroll bar and end at its bottom', () => {
    expect(rowsAround(offsetFor(0, huge), huge, 0).first).toBe(0);
    expect(rowsAround(offsetFor(TALLEST - huge.view, huge), huge, 0).last).toBe(999_999);
  });

  it('come back from the scroll bar to the same row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_980 }), (index) => {
        const offset = index * huge.rowHeight;
        return Math.abs(offsetFor(scrollTopFor(offset, huge), huge) - offset) < 0.01;
      }),
    );
  });
});

describe('bringing a row into sight', () => {
  it('moves no further than needed', () => {
    expect(offsetShowing(5, 0, ordinary)).toBe(0);
    expect(offsetShowing(20, 0, ordinary)).toBe(36);
    expect(offsetShowing(2, 360, ordinary)).toBe(72);
    expect(offsetShowing(4_999, 0, ordinary)).toBe(180_000 - 720);
  });
});
