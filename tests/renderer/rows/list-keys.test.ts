// Keys in a list: every one stays within it.
import { describe, expect, it } from 'vitest';
import { indexAfterKey } from '../../../src/renderer/rows/list-keys.ts';

describe('a key in a list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['j', 3, 4],
    ['ArrowUp', 3, 2],
    ['k', 0, 0],
    ['ArrowDown', 99, 99],
    ['PageDown', 3, 22],
    ['PageUp', 3, 0],
    ['Home', 50, 0],
    ['End', 0, 99],
  ])('%s at row %i goes to row %i', (key, from, to) => {
    expect(indexAfterKey(key, from, 100, 20)).toBe(to);
  });

  it('starts at an end when nothing is selected', () => {
    expect(indexAfterKey('ArrowDown', null, 100, 20)).toBe(0);
    expect(indexAfterKey('ArrowUp', null, 100, 20)).toBe(99);
  });

  it('leaves other keys, and empty lists, alone', () => {
    expect(indexAfterKey('c', 3, 100, 20)).toBeNull();
    expect(indexAfterKey('Tab', 3, 100, 20)).toBeNull();
    expect(indexAfterKey('ArrowDown', null, 0, 20)).toBeNull();
  });
});
