// What is typed into the search, and the real keys and clicks that do it.
import { setTimeout as rest } from 'node:timers/promises';
import type { DevTools } from '../kill/devtools.ts';
import { createChance } from '../simulation/chance.ts';
import { inPage, middleOf, settled } from './in-page.ts';

/**
 * `<` deletes a letter: words of products and customers, pieces of numbers, several scripts, a slip of the finger. After each of them the box is
 * emptied letter by letter, too.
 */
const TYPED = ['acer mo<<ke', 'gurung si', '9417<3', 'इलाम चि', 'lindq', 'zoë 12', 'tefal 4', 'müller k'];

export interface Stroke {
  /** A letter, or `Backspace`. */
  readonly key: string;
  /** What stands in the box after it. */
  readonly text: string;
}

export function strokes(typed: readonly string[] = TYPED): readonly Stroke[] {
  return typed.flatMap((each) => {
    let text = '';
    const done = Array.from(each, (letter) => {
      text = letter === '<' ? Array.from(text).slice(0, -1).join('') : text + letter;
      return { key: letter === '<' ? 'Backspace' : letter, text };
    });
    const emptied = Array.from(text, (_, deleted) => ({
      key: 'Backspace',
      text: Array.from(text)
        .slice(0, -1 - deleted)
        .join(''),
    }));
    return [...done, ...emptied];
  });
}

export async function press(page: DevTools, key: string): Promise<void> {
  const event =
    key === 'Backspace'
      ? { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 8, nativeVirtualKeyCode: 8 }
      : { type: 'keyDown', key, text: key, unmodifiedText: key };
  await page.send('Input.dispatchKeyEvent', event);
  await page.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp', text: undefined });
}

/** @param element code that finds it. */
export async function click(page: DevTools, element: string): Promise<void> {
  const at = (await page.evaluate(inPage(middleOf, element))) as { readonly x: number; readonly y: number };
  const event = { ...at, button: 'left', clickCount: 1 };
  await page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
  await page.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...event });
  await page.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...event });
}

const NOTCHES = 180;
/** Pixels a notch, sixty a second: more than a screenful each, some 6,000 rows in three seconds. */
const NOTCH = 1_200;

/** A wheel that spins freely over the middle of an element. */
export async function fling(page: DevTools, element: string): Promise<void> {
  const at = (await page.evaluate(inPage(middleOf, element))) as { readonly x: number; readonly y: number };
  const sent: Promise<unknown>[] = [];
  for (let notch = 0; notch < NOTCHES; notch += 1) {
    // Not awaited one by one: a wheel does not wait for the window.
    sent.push(page.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY: NOTCH }));
    await rest(16);
  }
  await Promise.all(sent);
  await page.evaluate(inPage(settled));
}

/** A hand's pause between two keys, not in step with the screen's frames. */
export function createPause(): () => Promise<unknown> {
  const chance = createChance(7);
  return () => rest(chance.whole(5, 25));
}
