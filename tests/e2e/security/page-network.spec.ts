// Attack: script that got into the page calls home, by every way that a browser has: it would take orders and customers with it.
import { expect, type Page, test } from 'playwright/test';
import { type Desk, launch } from '../support/desk.ts';
import { type Ear, openEar } from '../support/ear.ts';
import { tryEveryWayOut } from '../support/ways-out.ts';

/** What the same attempts bring to the ear from a window without our walls. */
const HEARD_WITHOUT_WALLS = [
  ...['fetch', 'xhr', 'socket', 'events', 'image', 'background', 'font', 'script', 'import', 'video', 'object', 'frame', 'worker'],
  ...['shared-worker', 'link-stylesheet', 'link-prefetch', 'link-preload'],
].map((path) => `GET /${path}`);
const POSTED_WITHOUT_WALLS = ['fetch-no-cors', 'beacon', 'form'].map((path) => `POST /${path}`);

test('nothing that the page tries reaches anybody, while from a bare window all of it arrives', async () => {
  const [desk, ear, control] = await Promise.all([launch(), openEar(), openEar()]);
  await expect(desk.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await desk.page.evaluate(tryEveryWayOut, ear.port);

  const bare = await openBareWindow(desk, control);
  await bare.evaluate(tryEveryWayOut, control.port);
  for (const line of [...HEARD_WITHOUT_WALLS, ...POSTED_WITHOUT_WALLS, 'udp']) {
    await expect.poll(() => control.heard, { message: line }).toContain(line);
  }
  await expect.poll(() => control.text(), { message: 'TURN over TCP: a STUN allocate request' }).toContain('\u0000\u0003');
  // The bare window began later and all of its attempts have arrived, so nothing of the page's is still on its way.
  expect(ear.heard).toEqual([]);

  await Promise.all([desk.close(), ear.close(), control.close()]);
});

/** A window as no window of ours is: no policy, the network open. */
async function openBareWindow(desk: Desk, ear: Ear): Promise<Page> {
  const opened = desk.app.waitForEvent('window');
  await desk.app.evaluate(async ({ BrowserWindow, session }, url) => {
    await new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition('bare') } }).loadURL(url);
  }, `${ear.url}/start`);
  return await opened;
}
