// Attack: a window or frame with foreign content has got hold of the bridge, as in CVE-2022-29247, and asks main as if it were the page.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Frame, type Page, test } from 'playwright/test';
import { type Desk, launch } from '../support/desk.ts';

let desk: Desk;
let foreign: ReturnType<typeof createServer>;
let foreignUrl: string;

test.beforeAll(async () => {
  foreign = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<title>foreign</title>'));
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
  desk = await launch();
  await expect(desk.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test.afterAll(async () => {
  await desk.close();
  foreign.close();
});

/** A window with our preload, as if the app had been made to open it: `app:` is served to it by the attacker, frames get the bridge, too. */
async function openWith(address: string, html = '<title>attacker</title>'): Promise<Page> {
  const opened = desk.app.waitForEvent('window');
  await desk.app.evaluate(
    async ({ app, BrowserWindow, session }, given) => {
      const own = session.fromPartition('attacker');
      const type = { headers: { 'content-type': 'text/html' } };
      if (own.protocol.isProtocolHandled('app')) own.protocol.unhandle('app');
      own.protocol.handle('app', (request) => new Response(request.url.endsWith('/frame') ? '<title>frame</title>' : given.html, type));
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const webPreferences = { session: own, preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true };
      await new BrowserWindow({ show: false, webPreferences }).loadURL(given.address);
    },
    { address, html },
  );
  return await opened;
}

function ask(frame: Page | Frame): Promise<string> {
  return frame.evaluate(async () => {
    try {
      return `answered: ${JSON.stringify(await window.paydesk.request('settings.read', null))}`;
    } catch (thrown) {
      return String(thrown);
    }
  });
}

const REFUSED = /refused: not the app/;

test('the app’s own page is answered', async () => {
  expect(await ask(desk.page)).toMatch(/^answered: \{"ok":true/);
});

for (const [what, address] of [
  ['a page of a server', () => foreignUrl],
  ['a data: page', () => 'data:text/html,<title>data</title>'],
  ['a blank page', () => 'about:blank'],
  ['another host of our scheme', () => 'app://paydesk.evil/index.html'],
] as const) {
  test(`${what} in a window with the bridge is refused`, async () => {
    const page = await openWith(address());
    expect(await ask(page)).toMatch(REFUSED);
    await page.close();
  });
}

test('a frame is refused, even one of our own origin within our own page', async () => {
  const frames = `<iframe src="app://paydesk/frame"></iframe><iframe src="${foreignUrl}"></iframe><iframe srcdoc="x"></iframe>`;
  const page = await openWith('app://paydesk/index.html', frames);
  const inner = () => page.frames().filter((frame) => frame !== page.mainFrame());
  await expect.poll(() => inner().length).toBe(3);
  for (const frame of inner()) expect(await ask(frame), frame.url()).toMatch(REFUSED);
  await page.close();
});

test('a page that has navigated elsewhere has lost its right', async () => {
  const page = await openWith('app://paydesk/index.html');
  expect(await ask(page)).toMatch(/^answered/);
  await page.goto(foreignUrl);
  expect(await ask(page)).toMatch(REFUSED);
  await page.close();
});

test('each refusal is in the log', async () => {
  const log = await readFile(join(desk.folder, 'paydesk.log'), 'utf8');
  expect(log).toContain('refused a request from a sender that is not the app’s own page');
});

test('the page’s own policy lets no frame show anything, and none has the bridge', async () => {
  const shown = await desk.page.evaluate(async (url) => {
    const addresses = ['app://paydesk/index.html', url, 'data:text/html,x', URL.createObjectURL(new Blob(['x'], { type: 'text/html' }))];
    const loaded = addresses.map(
      (address) =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe');
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true });
          frame.src = address;
          document.body.append(frame);
        }),
    );
    const blank = document.createElement('iframe');
    document.body.append(blank);
    const bridge = typeof Reflect.get(Object(blank.contentWindow), 'paydesk');
    return { directives: await Promise.all(loaded), bridge };
  }, foreignUrl);
  expect(shown).toEqual({ directives: Array(4).fill('frame-src'), bridge: 'undefined' });
});
