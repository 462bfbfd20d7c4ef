// Which key is which, and whose it is.
import { describe, expect, it } from 'vitest';
import { keyName, typesSomething } from '../../../src/renderer/app/screen-keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

const ALT = { ctrlKey: false, metaKey: false, altKey: true };

describe('a key', () => {
  it.each([
    [press('f', { ctrlKey: true }), 'Ctrl+f'],
    [press('F', { metaKey: true }), 'Ctrl+f'],
    [press('E', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+e'],
    [press('C', { metaKey: true, shiftKey: true }), 'Ctrl+Shift+c'],
    [press('?', { shiftKey: true }), '?'],
    [press('C', { shiftKey: true }), 'c'],
    [press('*', { ctrlKey: true, shiftKey: true }), 'Ctrl+*'],
    [press('F5'), 'F5'],
    [press('/'), '/'],
    [press('c'), 'c'],
    [press('C'), 'c'],
    [press('z', { ctrlKey: true }), 'Ctrl+z'],
    [press('z', { altKey: true }), null],
    [press('f', { altKey: true }), null],
    [press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
    [press('ArrowLeft', { altKey: true, ctrlKey: true }), null],
    [keyName({ ...ALT, key: '1', code: 'Digit1' }), 'Alt+1'],
    [keyName({ ...ALT, key: '¡', code: 'Digit1' }), 'Alt+1'],
    [keyName({ ...ALT, key: '@', code: 'KeyQ' }), null],
  ])('is called %s', (name, expected) => {
    expect(name).toBe(expected);
  });

  it('that types something is left to a text box', () => {
    expect(['c', 'f', 'z', 'j', 'k'].every(typesSomething)).toBe(true);
    expect([typesSomething('/'), typesSomething('?'), typesSomething('Ctrl+f'), typesSomething('F5')]).toEqual([true, true, false, false]);
  });
});
