// The one window: sandboxed, isolated, without a network, without permissions, unable to go anywhere.
import { BrowserWindow, type Session, session } from 'electron';
import { checkNoSpelling } from './no-spelling.ts';
import { PAGE_ORIGIN, servePage } from './page-protocol.ts';

export interface WindowParts {
  readonly preload: string;
  /** Folder of the built page. */
  readonly page: string;
  /** The development server's address; null for the built page. */
  readonly developmentPage: string | null;
  log(line: string): void;
}

/** Its session is the page's alone: main's calls go through others, so everything here can be blocked. */
export function createPageSession(parts: WindowParts): Session {
  const own = session.fromPartition('paydesk-page', { cache: false });
  servePage(own, parts.page);
  const allowed = [`${PAGE_ORIGIN}/`, 'devtools://', 'data:image/', ...developmentOrigins(parts.developmentPage)];
  own.webRequest.onBeforeRequest(({ url }, decide) => {
    const cancel = !allowed.some((start) => url.startsWith(start));
    if (cancel) parts.log(`the page tried to reach ${URL.parse(url)?.protocol ?? 'something'} and was stopped`);
    decide({ cancel });
  });
  if (parts.developmentPage === null) void own.setProxy(NO_WAY_OUT);
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  checkNoSpelling(own);
  own.on('will-download', (event) => {
    event.preventDefault();
    parts.log('stopped the page from saving a file');
  });
  return own;
}

/**
 * Threat: what is no request (a link's `preconnect`, WebRTC over TCP) passes neither the policy nor `onBeforeRequest`. Mechanism: all of it
 * has to go through a proxy, loopback too, and there is none at port 1.
 */
const NO_WAY_OUT = { mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' } as const;

export function createWindow(parts: WindowParts, own: Session): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Paydesk',
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session: own,
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
    },
  });
  // WebRTC's packets are no requests either; what is left to it is TCP through the proxy.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  const page = parts.developmentPage ?? `${PAGE_ORIGIN}/index.html`;
  hold(window, page, parts.log);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(page);
  return window;
}

/** No navigation, no second window, no webview: there is nothing that the page needs to open. */
function hold(window: BrowserWindow, page: string, log: (line: string) => void): void {
  const contents = window.webContents;
  const stop = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    log('stopped the page from going elsewhere');
  };
  contents.on('will-navigate', stop);
  contents.on('will-redirect', stop);
  contents.on('will-attach-webview', stop);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Chromium goes to about:blank without asking anybody: then the person would be left with an empty window.
  contents.on('did-navigate', (_event, url) => {
    if (URL.parse(url)?.host === URL.parse(page)?.host) return;
    log('brought the window back to its page');
    void window.loadURL(page);
  });
}

function developmentOrigins(page: string | null): string[] {
  const url = page === null ? null : URL.parse(page);
  return url === null ? [] : [`${url.origin}/`, `${url.origin.replace(/^http/, 'ws')}/`];
}
