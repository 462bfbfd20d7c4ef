// Keys that belong to a whole screen: never taken from a text box where they mean a letter, silent while a dialog is open.
import { useContext, useEffect } from 'react';
import { LetterKeysContext } from './context.ts';

interface KeyPress {
  readonly key: string;
  /** Where the key sits: with Alt some systems make another sign of it. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey?: boolean;
}

/**
 * `Ctrl+f`, `Ctrl+Shift+e`, `F5`, `/`, `Alt+ArrowLeft`, `Alt+1`. With Alt letters type signs on some keyboards, as Ctrl and Alt together do.
 * The Command key counts as Ctrl, so that one table serves every desk.
 */
export function keyName({ key, code, ctrlKey, metaKey, altKey, shiftKey = false }: KeyPress): string | null {
  if (altKey) return ctrlKey || metaKey ? null : altName(key, code);
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (!ctrlKey && !metaKey) return name;
  // Of signs and numbers Shift makes others; of a letter with Ctrl it makes another key.
  return shiftKey && /^[a-z]$/.test(name) ? `Ctrl+Shift+${name}` : `Ctrl+${name}`;
}

function altName(key: string, code = ''): string | null {
  if (key.length > 1) return `Alt+${key}`;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit === undefined ? null : `Alt+${digit}`;
}

/** A key that types something belongs to the text box that has the focus; a key with Ctrl, or F5, does not type. */
export function typesSomething(name: string): boolean {
  return name.length === 1;
}

const TAKES_LETTERS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

export function useScreenKeys(keys: Readonly<Record<string, () => void>>): void {
  const letterKeys = useContext(LetterKeysContext);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const name = keyName(event);
      if (name === null || !Object.hasOwn(keys, name) || event.defaultPrevented || event.repeat) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
      if (typesSomething(name) && (!letterKeys || takesLetters(event.target))) return;
      event.preventDefault();
      keys[name]?.();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [keys, letterKeys]);
}

function takesLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TAKES_LETTERS);
}
