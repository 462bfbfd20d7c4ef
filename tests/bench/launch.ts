// From the start of the process to what a person waits for: Paydesk's sign-in, or its first rows, and a bare window's first paint. Started
// alike, with a profile of its own each that has been started with before. The start is read off the clock of this process, the end off the
// page's; both count from the machine's.
import { join } from 'node:path';
import { type App, PAYDESK, type Program, spawnApp } from '../kill/app.ts';
import { firstPaint, inPage, whenPainted } from './in-page.ts';

/** As soon as it is the page's own document, long before it is drawn. */
const EARLY: Program = { ...PAYDESK, loaded: `location.protocol === 'app:'` };
const PLAIN: Program = { entry: join(import.meta.dirname, 'bare-window.mjs'), loaded: `document.title === 'Plain'` };

const BOX = `document.querySelector('form input:enabled:read-write')`;
const ROW = `document.querySelector('[role=grid][aria-label="Orders"] [role=row][aria-label^="Order "]')`;

/** @param folder of the profile. @returns milliseconds until the sign-in form takes what is typed. */
export async function launchToSignIn(folder: string): Promise<number> {
  const { app, milliseconds } = await launch(folder, `${BOX} !== null`);
  await app.page.evaluate(`${BOX}.focus()`);
  await app.page.send('Input.insertText', { text: 'it takes this' });
  const taken = await app.page.evaluate(`${BOX}.value.endsWith('it takes this')`);
  await app.kill(true);
  if (taken !== true) throw new Error('the form was there and did not take what was typed');
  return milliseconds;
}

/** @param folder of a desk at which somebody is signed in. @returns milliseconds until the first orders are painted. */
export async function launchToRows(folder: string): Promise<number> {
  const { app, milliseconds } = await launch(folder, `${ROW} !== null`);
  await app.kill(true);
  return milliseconds;
}

export async function launchBare(folder: string): Promise<number> {
  const began = wallClock();
  const app = await spawnApp(folder, PLAIN).open();
  const painted = Number(await app.page.evaluate(inPage(firstPaint)));
  await app.kill(true);
  return painted - began;
}

/** @returns a bare window that stays. */
export function openBare(folder: string): Promise<App> {
  return spawnApp(folder, PLAIN).open();
}

async function launch(folder: string, holds: string): Promise<{ readonly app: App; readonly milliseconds: number }> {
  const began = wallClock();
  const app = await spawnApp(folder, EARLY).open();
  const painted = Number(await app.page.evaluate(inPage(whenPainted, `() => ${holds}`)));
  return { app, milliseconds: painted - began };
}

function wallClock(): number {
  return performance.timeOrigin + performance.now();
}
