// What a key does in a list: which row it goes to, and what becomes of the choice. Pure.
import type { Gesture } from './choice.ts';

/**
 * @param index the selected row, or null.
 * @param page how many rows are seen at once.
 * @returns the row to select, or null when the key is none of the list's.
 */
export function indexAfterKey(key: string, index: number | null, count: number, page: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const clamp = (wanted: number) => Math.max(0, Math.min(wanted, last));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return index === null ? 0 : clamp(index + 1);
    case 'ArrowUp':
    case 'k':
      return index === null ? last : clamp(index - 1);
    case 'PageDown':
      return clamp((index ?? 0) + Math.max(1, page - 1));
    case 'PageUp':
      return clamp((index ?? 0) - Math.max(1, page - 1));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export type ListAct =
  | { readonly kind: 'go'; readonly index: number; readonly gesture: Gesture }
  | { readonly kind: 'open' }
  /** At the row that the keys are at. */
  | { readonly kind: 'peek' }
  | { readonly kind: 'all' }
  | { readonly kind: 'clear' };

interface ListPlace {
  /** The selected row, or null. */
  readonly index: number | null;
  readonly count: number;
  /** How many rows are seen at once. */
  readonly page: number;
  /** Whether anything is chosen. */
  readonly choosing: boolean;
  /** Whether there is more to see of a row than it shows: then the space bar shows it. */
  readonly peeks: boolean;
}

/** Shift takes the rows on the way along, Ctrl goes past them, X or Ctrl and the space bar tick the row it is on, Ctrl+A takes all, Escape none. */
export function actOfKey(press: KeyPress, { index, count, page, choosing, peeks }: ListPlace): ListAct | null {
  const { key, shiftKey } = press;
  const ctrl = press.ctrlKey || press.metaKey;
  switch (ctrl ? `Ctrl+${key.toLowerCase()}` : key) {
    case 'Escape':
      return choosing ? { kind: 'clear' } : null;
    case 'Ctrl+a':
      return count > 0 ? { kind: 'all' } : null;
    case 'Enter':
      return at(index, 'open');
    case ' ':
      return peeks ? at(index, 'peek') : goTo(index, 'tick');
    case 'x':
    case 'Ctrl+ ':
      return goTo(index, 'tick');
    default:
      // A letter with Ctrl belongs to the screen, one with Shift to nobody.
      return key.length === 1 && (ctrl || shiftKey) ? null : goTo(indexAfterKey(key, index, count, page), gestureOf(ctrl, shiftKey));
  }
}

function at(index: number | null, kind: 'open' | 'peek'): ListAct | null {
  return index === null ? null : { kind };
}

function goTo(index: number | null, gesture: Gesture): ListAct | null {
  return index === null ? null : { kind: 'go', index, gesture };
}

function gestureOf(ctrl: boolean, shift: boolean): Gesture {
  if (shift) return ctrl ? 'add-range' : 'range';
  return ctrl ? 'walk' : 'only';
}
