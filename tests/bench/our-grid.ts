// Our window with a history in it: searched, sorted and flung through by real keys, clicks and wheels.
import type { App } from '../kill/app.ts';
import { type Expected, type Shown, sortName } from './expected.ts';
import { COLUMNS, longFrames } from './figures.ts';
import { countedFrames, countFrames, inPage, settled, watch } from './in-page.ts';
import { median, percentile } from './row.ts';
import { click, createPause, fling, press, strokes } from './typing.ts';

const GRID = `document.querySelector('[role=grid][aria-label="Orders"]')`;
const BOX = `document.querySelector('input[aria-label="Search orders"]')`;
/** Fewer would be no percentile. */
const LEAST_KEYS = 60;

/** Code: the grid counts so many rows, and this order stands first. */
function shows({ total, first }: Shown): string {
  const top = `${GRID}.querySelector('[role=row][aria-rowindex="2"][aria-label]')?.getAttribute('aria-label') ?? ''`;
  const right = first === null ? '=== ""' : `.match(/^Order (\\d+)/)?.[1] === '${first}'`;
  return `(${GRID}.getAttribute('aria-rowcount') === '${total + 1}' && (${top})${right})`;
}

/** @returns the 95th percentile, in milliseconds. */
export async function searchOurs({ page }: App, { search }: Expected): Promise<number> {
  const pause = createPause();
  await page.evaluate(`${BOX}.focus()`);
  const times: number[] = [];
  let before = shownFor(search, '');
  for (const { key, text } of strokes()) {
    const now = shownFor(search, text);
    if (before.total === now.total && before.first === now.first) {
      // Nothing is to be seen of it, so there is nothing to measure by.
      await press(page, key);
      await page.evaluate(inPage(settled));
    } else {
      await page.evaluate(inPage(watch, `'keydown'`, `() => ${shows(now)}`));
      await press(page, key);
      times.push(Number(await page.evaluate('window.painted')));
    }
    before = now;
    await pause();
  }
  if (times.length < LEAST_KEYS) throw new Error(`only ${times.length} keys changed anything`);
  return percentile(times, 0.95);
}

function shownFor(all: ReadonlyMap<string, Shown>, name: string): Shown {
  const shown = all.get(name);
  if (shown === undefined) throw new Error(`nobody has asked for ${JSON.stringify(name)}`);
  return shown;
}

/** @returns medians by column, in milliseconds; a column that cannot be sorted by, or changes nothing, is left out. */
export async function sortOurs({ page }: App, { sort }: Expected): Promise<Record<string, number>> {
  const medians: Record<string, number> = {};
  let first: number | null = -1;
  for (const { label, by } of COLUMNS) {
    const head = `[...${GRID}.querySelectorAll('[role=columnheader]')].find((head) => head.textContent.trim().startsWith('${label}'))`;
    if ((await page.evaluate(`${head}?.querySelector('button') != null`)) !== true) continue;
    const times: number[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const wanted = (direction: string): string =>
        `${head}.getAttribute('aria-sort') === '${direction}' && ${shows(shownFor(sort, sortName(by, direction)))}`;
      await page.evaluate(inPage(watch, `'mouseup'`, `() => ${wanted('ascending')} || ${wanted('descending')}`));
      await click(page, `${head}.querySelector('button')`);
      const milliseconds = Number(await page.evaluate('window.painted'));
      const shown = shownFor(sort, sortName(by, String(await page.evaluate(`${head}.getAttribute('aria-sort')`))));
      if (shown.first !== first) times.push(milliseconds);
      first = shown.first;
    }
    if (times.length > 0) medians[label] = median(times);
  }
  return medians;
}

/** @returns frames longer than 33 ms. */
export async function flingOurs({ page }: App): Promise<number> {
  await page.evaluate(inPage(countFrames));
  await fling(page, GRID);
  return longFrames((await page.evaluate(inPage(countedFrames))) as readonly number[]);
}
