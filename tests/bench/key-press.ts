// From the key C in Payments until the mark is in journal.db and its row is painted as held.
// Ours: the built app in its real window, a shop of 3,000 orders, the usual hold of 4 s, so that marks go out while others are pressed. The
// clock runs from the key event's own time stamp to the task after the frame in which the row says that it is held; main says so only when
// the mark is on the disk, and after each press the row is looked for in journal.db from outside. Yardstick: the same from key to frame in a
// plain page of the same Electron (`bare-page.ts`), where the key changes one word.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as rest } from 'node:timers/promises';
import { type App, spawnApp, until } from '../kill/app.ts';
import { createChance } from '../simulation/chance.ts';
import { atMost, type Measured, percentile } from './row.ts';
import { startPracticeServer } from './server-process.ts';
import { openSignedIn } from './signed-in.ts';

const ORDERS = 3_000;
/** Seconds: what people have who change nothing. */
const HOLD = 4;
/** Milliseconds. */
const GOAL = 50;
/** Pressed before the clock runs: what is done once, for the first time, is no key press. */
const WARM_UP = 10;

/** In the page: from now on what `found` looks for, as it was when this began, is awaited, and when it has been painted, `painted` resolves. */
function watchInPage(before: string, found: string): string {
  return `window.painted = new Promise((resolve) => {
    const name = (${before})();
    let pressed = 0;
    addEventListener('keydown', (event) => { pressed = event.timeStamp; }, { once: true, capture: true });
    const seen = new MutationObserver(() => {
      if ((${found})(name) === null) return;
      seen.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ name, milliseconds: performance.now() - pressed });
        port2.postMessage(null);
      });
    });
    seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  }); null`;
}

interface Press {
  readonly name: string;
  readonly milliseconds: number;
}

async function press(app: App, key: string, watch: string): Promise<Press> {
  // Watching before the key is sent: input overtakes what is evaluated.
  await app.page.evaluate(watch);
  const event = { key, code: `Key${key.toUpperCase()}`, text: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
  await app.page.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
  await app.page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  return (await app.page.evaluate('window.painted')) as Press;
}

/** @param after each press, with what was marked. @returns the 95th percentile. */
async function pressOften(app: App, presses: number, watch: string, after: (name: string) => void): Promise<number> {
  const chance = createChance(presses);
  const times: number[] = [];
  for (let index = 0; index < WARM_UP + presses; index += 1) {
    const { name, milliseconds } = await press(app, 'c', watch);
    if (index >= WARM_UP) times.push(milliseconds);
    after(name);
    // Not in step with the screen's frames.
    await rest(chance.whole(20, 60));
  }
  return percentile(times, 0.95);
}

const OURS = watchInPage(
  `() => document.querySelector('[role=grid][aria-label="Pending payments"] [role=row][aria-selected=true]').getAttribute('aria-label')`,
  `(name) => document.querySelector('[role=row][aria-label="' + name + '"] .status[data-look=held]')`,
);
const PLAIN = watchInPage(`() => String(performance.now())`, `() => document.querySelector('.status[data-look=held]')`);

async function ours(presses: number): Promise<number> {
  const server = await startPracticeServer(ORDERS);
  const { app, folder, end } = await openSignedIn(server.url, HOLD);
  await app.page.evaluate(`[...document.querySelectorAll('a')].find((link) => link.textContent.includes('Payments')).click()`);
  const selected = `document.querySelector('[role=grid][aria-label="Pending payments"] [role=row][aria-selected=true]') !== null`;
  const anyRow = `document.querySelector('[role=grid][aria-label="Pending payments"] [role=row][aria-label^="Payment "]') !== null`;
  await until('the payments are there', async () => (await app.page.evaluate(anyRow)) === true);
  if ((await app.page.evaluate(selected)) !== true) {
    await app.page.evaluate(
      `document.querySelector('[role=grid][aria-label="Pending payments"] [role=row][aria-label^="Payment "]').click()`,
    );
    await until('the first one is selected', async () => (await app.page.evaluate(selected)) === true);
  }
  const journal = new DatabaseSync(join(folder, 'journal.db'), { readOnly: true, timeout: 5_000 });
  const find = journal.prepare('SELECT 1 FROM standing WHERE payment = ?');
  const slowest = await pressOften(app, presses, OURS, (name) => {
    const payment = Number(name.replace('Payment ', ''));
    if (find.get(payment) === undefined) throw new Error(`${name} is painted as held and is not in the journal`);
  });
  journal.close();
  await end();
  server.stop();
  return slowest;
}

async function plain(presses: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-bench-'));
  const entry = join(import.meta.dirname, 'bare.mjs');
  const app = await spawnApp(folder, { entry, loaded: `document.title === 'Plain' && document.readyState === 'complete'` }).open();
  const slowest = await pressOften(app, presses, PLAIN, () => undefined);
  await app.kill(true);
  rmSync(folder, { recursive: true, force: true });
  return slowest;
}

export async function measureKeyPress(presses: number): Promise<Measured> {
  return { ours: await ours(presses), yardstick: await plain(presses) };
}

export const keyPress = { name: 'key C to journalled and painted, 95th percentile, in ms', ...atMost(GOAL, 'ms') };
