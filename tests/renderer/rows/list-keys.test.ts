// Keys in a list: every one stays within it.
import { describe, expect, it } from 'vitest';
import { actOfKey, indexAfterKey } from '../../../src/renderer/rows/list-keys.ts';

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

describe('what a key does to the choice', () => {
  const place = { index: 3, count: 100, page: 20, choosing: true, peeks: false };
  const press = (key: string, held: { ctrl?: boolean; shift?: boolean } = {}) => ({
    ...{ key, ctrlKey: held.ctrl ?? false, metaKey: false, shiftKey: held.shift ?? false },
  });
  const go = (index: number, gesture: string) => ({ kind: 'go', index, gesture });

  it.each([
    [press('ArrowDown'), go(4, 'only')],
    [press('ArrowDown', { shift: true }), go(4, 'range')],
    [press('End', { shift: true }), go(99, 'range')],
    [press('ArrowUp', { ctrl: true }), go(2, 'walk')],
    [press('ArrowUp', { ctrl: true, shift: true }), go(2, 'add-range')],
    [press(' '), go(3, 'tick')],
    [press(' ', { ctrl: true }), go(3, 'tick')],
    [press('x'), go(3, 'tick')],
    [press('a', { ctrl: true }), { kind: 'all' }],
    [press('Escape'), { kind: 'clear' }],
    [press('Enter'), { kind: 'open' }],
  ])('%j', (key, act) => {
    expect(actOfKey(key, place)).toEqual(act);
  });

  it('peeks with the space bar where there is something to peek at, and ticks with Ctrl all the same', () => {
    expect(actOfKey(press(' '), { ...place, peeks: true })).toEqual({ kind: 'peek' });
    expect(actOfKey(press(' '), { ...place, peeks: true, index: null })).toBeNull();
    expect(actOfKey(press(' ', { ctrl: true }), { ...place, peeks: true })).toEqual(go(3, 'tick'));
  });

  it('leaves to others what is theirs', () => {
    expect(actOfKey(press('j', { ctrl: true }), place)).toBeNull();
    expect(actOfKey(press('J', { shift: true }), place)).toBeNull();
    expect(actOfKey(press('Enter', { ctrl: true }), place)).toBeNull();
    expect(actOfKey(press('Escape'), { ...place, choosing: false })).toBeNull();
    expect(actOfKey(press('a', { ctrl: true }), { ...place, index: null, count: 0 })).toBeNull();
    expect(actOfKey(press(' '), { ...place, index: null })).toBeNull();
  });
});
