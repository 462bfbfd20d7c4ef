// AG Grid Community in a bare Electron window of the same size, with the same bytes: searched, sorted and flung through as ours is.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, spawnApp } from '../kill/app.ts';
import { COLUMNS, type Figures, longFrames, type Part } from './figures.ts';
import { countedFrames, countFrames, inPage, watch } from './in-page.ts';
import { heapOf } from './memory.ts';
import { median, percentile } from './row.ts';
import { click, createPause, fling, press, strokes } from './typing.ts';

const AGREES = 'window.agBench.agrees()';

export async function measureGrid(server: string, parts: ReadonlySet<Part>): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-bench-'));
  const entry = join(import.meta.dirname, 'bare-window.mjs');
  const app = await spawnApp(folder, { entry, loaded: `document.title === 'AG Grid'`, switches: [`--page=${server}/bench/`] }).open();
  await app.page.evaluate(LOADED);
  const figures: Figures = {};
  if (parts.has('heap')) figures.heap = await heapOf(app.page);
  if (parts.has('search')) figures.search = await search(app);
  if (parts.has('sort')) figures.sort = await sort(app);
  if (parts.has('fling')) {
    await app.page.evaluate(inPage(countFrames));
    await fling(app.page, `document.querySelector('#grid')`);
    figures.fling = longFrames((await app.page.evaluate(inPage(countedFrames))) as readonly number[]);
  }
  await app.kill(true);
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

const LOADED = `new Promise((resolve) => {
  const look = () => (window.agBench?.agrees() && document.querySelector('[row-index="0"]') !== null ? resolve() : requestAnimationFrame(look));
  look();
})`;

async function search({ page }: App): Promise<number> {
  const pause = createPause();
  await page.evaluate(`document.querySelector('input').focus()`);
  const times: number[] = [];
  for (const { key, text } of strokes()) {
    await page.evaluate(inPage(watch, `'keydown'`, `() => document.querySelector('input').value === ${JSON.stringify(text)} && ${AGREES}`));
    await press(page, key);
    times.push(Number(await page.evaluate('window.painted')));
    await pause();
  }
  return percentile(times, 0.95);
}

async function sort({ page }: App): Promise<Record<string, number>> {
  const medians: Record<string, number> = {};
  for (const { label, field } of COLUMNS) {
    const head = `document.querySelector('.ag-header-cell[col-id="${field}"]')`;
    const times: number[] = [];
    for (const direction of ['ascending', 'descending']) {
      await page.evaluate(inPage(watch, `'mouseup'`, `() => ${head}.getAttribute('aria-sort') === '${direction}' && ${AGREES}`));
      await click(page, head);
      times.push(Number(await page.evaluate('window.painted')));
    }
    medians[label] = median(times);
  }
  return medians;
}
