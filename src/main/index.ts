// Composition root: builds each part and hands it what it needs; reads top to bottom.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { askClosing } from './app/ask-closing.ts';
import { copyText } from './app/clipboard.ts';
import { createClosing } from './app/closing.ts';
import { limitConnecting } from './app/connect-limit.ts';
import { LINK_SCHEME, readLink, withoutLink } from './app/deep-link.ts';
import { createLog } from './app/log.ts';
import { setMenu } from './app/menu.ts';
import { openNetwork } from './app/network.ts';
import { bringToFront, createNotify } from './app/notify.ts';
import { closeBy } from './app/on-closing.ts';
import { createOpenFile } from './app/open-file.ts';
import { declareScheme, PAGE_ORIGIN } from './app/page-protocol.ts';
import { createPrint } from './app/print.ts';
import { createSaveFile } from './app/save-file.ts';
import { openSight } from './app/sight.ts';
import { readSwitch } from './app/switches.ts';
import { chooseTimeLimits } from './app/time-limits.ts';
import { createPageSession, createWindow, type WindowParts } from './app/window.ts';
import { createDirect } from './check/direct.ts';
import { createDesk } from './desk/desk.ts';
import { createPublish } from './ipc/publish.ts';
import { registerRequests } from './ipc/register.ts';
import { createServe } from './ipc/serve.ts';
import { openInThreads } from './journal/open-in-threads.ts';
import { createWritePath } from './journal/write-path.ts';
import { openPracticeStore } from './practice-door.ts';
import { createKeytarKeychain } from './session/keytar-store.ts';
import { createSecretStore } from './session/secret-store.ts';
import { createDeskFile } from './settings/desk-file.ts';
import { createViewsFile } from './settings/views-file.ts';
import { createKeptHistories } from './store/kept-histories.ts';

const KEYCHAIN_TIME_LIMIT = 5_000;
const timeLimits = chooseTimeLimits(process.env['PAYDESK_TIME_LIMITS'], app.isPackaged);

const wallClock = (): Date => new Date();
const timeNow = (): string => wallClock().toISOString();
const after = (milliseconds: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};
let window: BrowserWindow | null = null;
/** On macOS a link may come before there is anything to show it with. */
const early: string[] = [];
let openLink = (argv: readonly string[]): void => {
  early.push(...argv);
};

declareScheme();
limitConnecting(timeLimits.connect);

// One process for one desk: two of them would use up each other's refresh token.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => {
    bringToFront(window);
    openLink(argv);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    bringToFront(window);
    openLink([url]);
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  const folder = app.getPath('userData');
  const log = createLog(join(folder, 'paydesk.log'), timeNow);
  const developmentPage = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
  const publish = createPublish(() => window);

  setMenu(developmentPage !== null);
  // First of all: the page's process starts while the rest is built. What the page asks is heard when this has run to its end.
  const parts: WindowParts = {
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    page: join(import.meta.dirname, '../renderer'),
    developmentPage,
    log,
  };
  window = createWindow(parts, createPageSession(parts));
  window.on('closed', () => {
    window = null;
  });

  const writePath = createWritePath({
    timeNow,
    newId: () => randomUUID(),
    now: () => Date.now(),
    random: Math.random,
    after,
    failed: (thrown) => log(`delivery: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : 'threw something that is no error'}`),
    openShopJournal: () =>
      openInThreads({
        folder,
        program: join(import.meta.dirname, 'journal-worker.js'),
        timeNow,
        newId: () => randomUUID(),
        now: () => performance.now(),
        after,
        log,
      }),
  });

  const closing = createClosing({
    unsent: {
      count: () => desk.unsent.count(),
      send: () => desk.unsent.send(),
      cancel: () => desk.unsent.cancel(),
    },
    askPage: () => {
      publish('app.closing', null);
      return window !== null && !window.webContents.isCrashed();
    },
    askNatively: (count, tried) => askClosing(window, count, tried),
    hide: () => window?.hide(),
    stop: () => desk.stop(),
    exit: () => {
      // A page that hangs would hold up its own closing.
      window?.destroy();
      app.quit();
    },
    after,
  });

  const desk = createDesk({
    writePath,
    after,
    random: Math.random,
    front: { isFocused: () => window?.isFocused() === true, notify: createNotify(() => window) },
    closingShown: closing.shown,
    close: closing.answer,
    sight: openSight(),
    direct: createDirect(timeLimits.connect),
    copy: copyText,
    network: openNetwork({ limit: timeLimits.connect, now: () => performance.now() }),
    limits: timeLimits,
    secrets: createSecretStore(createKeytarKeychain(), KEYCHAIN_TIME_LIMIT),
    file: createDeskFile(join(folder, 'desk.json'), log),
    views: createViewsFile(join(folder, 'views.json'), log),
    server: readSwitch(withoutLink(process.argv), 'server'),
    info: { version: app.getVersion(), electron: process.versions.electron, platform: process.platform },
    openHistory: createKeptHistories({ folder: join(folder, 'history'), program: join(import.meta.dirname, 'history-worker.js'), log }),
    openPractice: () => openPracticeStore(() => Date.now()),
    publish,
    saveFile: createSaveFile(() => window),
    openFile: createOpenFile(() => window),
    print: createPrint(() => window),
    now: () => performance.now(),
    wallClock,
    newKey: () => randomUUID(),
    log,
  });

  const pageOrigin = developmentPage === null ? PAGE_ORIGIN : new URL(developmentPage).origin;
  const serve = createServe({ handlers: desk.handlers, newReference: () => randomUUID().slice(0, 8), log });
  registerRequests(serve, pageOrigin, log);
  closeBy(closing, window);
  openLink = (argv) => {
    const link = readLink(argv);
    if (link.kind === 'order') desk.showOrder(link.order);
    if (link.kind === 'refused') log('a link that leads to no order was ignored');
  };
  openLink([...process.argv, ...early]);
  // Never for a checkout: the system would start that for every link from then on.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--']);
  void desk.restore();
}
