// Attack: the page is led away from the app, or opens a second window, and takes the bridge along; or it drops a file on this computer.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { type Desk, launch } from '../support/desk.ts';
import { type Ear, openEar } from '../support/ear.ts';

let desk: Desk;
let ear: Ear;

test.beforeAll(async () => {
  [desk, ear] = await Promise.all([launch(), openEar()]);
  await expect(desk.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await inPage("window.stays = 'yes'");
});

/** Asked of main: a navigation that is stopped leaves Playwright's own view of the page waiting for it. */
function inPage(script: string): Promise<unknown> {
  return desk.app.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code), script);
}

test.afterEach(async () => {
  // The same document as before, with what was left in it.
  expect(await inPage("window.stays + ' ' + location.href")).toBe('yes app://paydesk/index.html');
  expect(desk.app.windows()).toHaveLength(1);
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(ear.heard).toEqual([]);
});

test.afterAll(async () => {
  await Promise.all([desk.close(), ear.close()]);
});

async function stopped(): Promise<number> {
  const log = await readFile(join(desk.folder, 'paydesk.log'), 'utf8');
  return log.split('\n').filter((line) => line.includes('stopped the page from going elsewhere')).length;
}

const follow = (page: Page, attributes: Record<string, string>): Promise<void> =>
  page.evaluate((given) => {
    const link = document.createElement('a');
    for (const [name, value] of Object.entries(given)) link.setAttribute(name, value);
    document.body.append(link);
    link.click();
    link.remove();
  }, attributes);

test('every navigation is stopped', async () => {
  const { page } = desk;
  const addresses = [ear.url, 'data:text/html,gone', 'file:///etc/passwd', 'app://elsewhere/index.html', 'https://shop.invalid/'];
  const ways: readonly ((address: string) => Promise<unknown>)[] = [
    (address) => page.evaluate((to) => window.location.assign(to), address),
    (address) => page.evaluate((to) => window.location.replace(to), address),
    (address) => follow(page, { href: address }),
    (address) => follow(page, { href: address, target: '_top' }),
  ];
  for (const address of addresses) {
    for (const way of ways) await way(address).catch(() => undefined);
    // Some are stopped by Chromium before main hears of them; the ear's is let through to main, and comes after them.
    const before = await stopped();
    await follow(page, { href: ear.url });
    await expect.poll(stopped).toBeGreaterThan(before);
  }
});

test('from an empty page, which Chromium opens without asking, the window comes back', async () => {
  await inPage("location.assign('about:blank')");
  await expect
    .poll(() => inPage("location.href + ' ' + document.querySelector('h1')?.textContent"))
    .toBe('app://paydesk/index.html Sign in');
  await inPage("window.stays = 'yes'");
});

test('no second window opens', async () => {
  const { page } = desk;
  const opened = await page.evaluate(
    (addresses) => addresses.map((address) => window.open(address) ?? window.open(address, 'named', 'popup')),
    [ear.url, '', 'about:blank', 'app://paydesk/index.html', 'data:text/html,x', 'file:///etc/passwd', 'ms-settings:', 'javascript:0'],
  );
  expect(opened).toEqual(Array(8).fill(null));
  for (const target of ['_blank', 'named']) await follow(page, { href: ear.url, target });
  await page.getByRole('heading', { name: 'Sign in' }).click({ button: 'middle' });
});

test('a form cannot be posted anywhere', async () => {
  const blocked = await desk.page.evaluate(
    (action) =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true });
        const form = document.createElement('form');
        form.method = 'post';
        form.action = action;
        document.body.append(form);
        form.submit();
        form.remove();
      }),
    ear.url,
  );
  expect(blocked).toBe('form-action');
});

test('a file dropped on the window is not opened', async () => {
  const { page } = desk;
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [join(process.cwd(), 'package.json')], dragOperationsMask: 1 };
  const dropped = page.evaluate(() => new Promise((resolve) => window.addEventListener('dragover', resolve, { once: true })));
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await dropped;
  await session.detach();
});

test('nothing is written to this computer as a download', async () => {
  const decided = desk.app.evaluate(
    ({ session }) =>
      new Promise((resolve) => {
        // Registered after the app's own listener, so it sees what that one decided.
        session.fromPartition('paydesk-page').once('will-download', (event) => {
          resolve(event.defaultPrevented);
          event.preventDefault();
        });
      }),
  );
  const download =
    "const link = document.createElement('a'); link.href = URL.createObjectURL(new Blob(['#!'])); link.download = 'run-me.sh'; link.click();";
  await inPage(`${download} 0`);
  expect(await decided).toBe(true);
});
