// Attack: script in the page looks for more than it was given: Node, Electron, another channel, an event's sender, a bridge to replace.
import { expect, test } from 'playwright/test';
import { launch } from '../support/desk.ts';

test('the page has two functions and nothing else of Electron or Node', async () => {
  const desk = await launch();
  const { page } = desk;
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  const found = await page.evaluate(async () => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer', 'setImmediate', '__dirname'];
    const refused = (work: () => void): boolean => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    const heard = new Promise<number>((resolve) => {
      window.paydesk.listen((...all: unknown[]) => resolve(all.length));
    });
    const answer = window.paydesk.request('settings.read', null);
    const settings = await answer;
    const save = { theme: 'dark', currency: '' };
    void window.paydesk.request('session.openPractice', null);
    return {
      keys: Object.keys(window.paydesk).sort(),
      types: [typeof window.paydesk.request, typeof window.paydesk.listen],
      globals: names.filter((name) => name in window),
      frozen: Object.isFrozen(window.paydesk),
      replaced: !refused(() => Object.assign(window, { paydesk: {} })) && Object.keys(window.paydesk).length === 0,
      extended: !refused(() => Object.assign(window.paydesk, { more: 1 })),
      ownPromise: answer instanceof Promise,
      ownObject: Object.getPrototypeOf(settings) === Object.prototype,
      ownFunction: window.paydesk.request instanceof Function,
      eventArguments: await heard,
      unused: save.currency,
    };
  });
  expect(found).toEqual({
    keys: ['listen', 'request'],
    types: ['function', 'function'],
    globals: [],
    frozen: true,
    replaced: false,
    extended: false,
    ownPromise: true,
    ownObject: true,
    ownFunction: true,
    // The name and the payload; Electron's own event, with its sender, stays behind.
    eventArguments: 2,
    unused: '',
  });
  await desk.close();
});

test('every page that the app has made is hardened', async () => {
  const desk = await launch();
  const preferences = await desk.app.evaluate(({ webContents }) =>
    // Internal to Electron, and the only way to see what really holds.
    webContents.getAllWebContents().map((contents) => Reflect.get(contents, 'getLastWebPreferences').call(contents) as unknown),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  for (const absent of ['enableBlinkFeatures', 'nodeIntegrationInWorker', 'navigateOnDragDrop', 'plugins']) {
    expect(Reflect.get(Object(preferences[0]), absent), absent).toBeFalsy();
  }
  await desk.close();
});
