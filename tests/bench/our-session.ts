// Paydesk at a shop of some size: signs in, reads the history, and is measured; then it is started once more.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRACTICE_ACCOUNT } from '../../src/main/practice/people.ts';
import { type App, PAYDESK, spawnApp } from '../kill/app.ts';
import { type Expected, expect } from './expected.ts';
import type { Figures, Part } from './figures.ts';
import { inPage } from './in-page.ts';
import { launchToRows } from './launch.ts';
import { freePort, inspectMain, type MainThread } from './main-thread.ts';
import { atRest, heapOf, residentOf } from './memory.ts';
import { flingOurs, searchOurs, sortOurs } from './our-grid.ts';
import { LAST_PRODUCT } from './shop-data.ts';
import { type Pulled, refreshInPage, watchPull } from './watch-pull.ts';

export interface Shop {
  readonly url: string;
  readonly orders: number;
}

export async function measureOurs(shop: Shop, parts: ReadonlySet<Part>, expected: Expected): Promise<Figures> {
  const figures: Figures = {};
  const desk = await openDesk(parts.has('block') || parts.has('rest'));
  const { app, main } = desk;
  if (parts.has('block')) await main?.watchBlocks();
  const { since, firstRows, searchable } = await pull(app, shop);
  if (parts.has('block') && main !== null) figures.block = await main.longestBlock();
  if (parts.has('pull')) {
    Object.assign(figures, { firstRows: firstRows - since, searchable: searchable - since });
    figures.secondPull = Number(await app.page.evaluate(inPage(refreshInPage)));
  }
  if (parts.has('heap')) figures.heap = await heapOf(app.page);
  if (parts.has('rest')) {
    await main?.collectGarbage();
    await heapOf(app.page);
    await atRest(app.pid);
    const { resident, proportional } = residentOf(app.pid);
    Object.assign(figures, { resident, ...(proportional === null ? {} : { proportional }) });
  }
  if (parts.has('search')) figures.search = await searchOurs(app, expected);
  if (parts.has('sort')) figures.sort = await sortOurs(app, expected);
  if (parts.has('fling')) figures.fling = await flingOurs(app);
  main?.close();
  // As a person quits: what is written at the end is part of what the next start finds.
  app.page.quit();
  await app.ended;
  if (parts.has('cached')) figures.cached = await launchToRows(desk.folder);
  rmSync(desk.folder, { recursive: true, force: true });
  return figures;
}

/** A session that is thrown away: it warms the disk's caches, and is asked what there will be to see. */
export async function rehearse(shop: Shop, parts: ReadonlySet<Part>): Promise<Expected> {
  if (!parts.has('search') && !parts.has('sort')) return { search: new Map(), sort: new Map() };
  const { app, folder } = await openDesk(false);
  await pull(app, shop);
  const expected = await expect(app, { search: parts.has('search'), sort: parts.has('sort') });
  await app.kill(true);
  rmSync(folder, { recursive: true, force: true });
  return expected;
}

async function openDesk(inspected: boolean): Promise<{ readonly app: App; readonly main: MainThread | null; readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-bench-'));
  const port = inspected ? await freePort() : 0;
  const app = await spawnApp(folder, { ...PAYDESK, switches: inspected ? [`--inspect=127.0.0.1:${port}`] : [] }).open();
  return { app, folder, main: inspected ? await inspectMain(port) : null };
}

async function pull(app: App, { url, orders }: Shop): Promise<Pulled> {
  await app.page.evaluate(inPage(watchPull, String(orders), JSON.stringify(LAST_PRODUCT)));
  const view = await app.request('session.signIn', { server: url, ...PRACTICE_ACCOUNT, acceptPlainHttp: false });
  if (!view.ok) throw new Error(`could not sign in: ${JSON.stringify(view.error)}`);
  return (await app.page.evaluate('window.pulled')) as Pulled;
}
