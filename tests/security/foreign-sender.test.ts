// The attack: foreign content in a frame, a window or a look-alike address asks main for something (CVE-2022-29247 and its kind).
import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../src/main/ipc/trusted-sender.ts';

const ORIGIN = 'app://paydesk';
type Event = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

function from(url: string, place: 'main' | 'sub' | 'gone' = 'main', mainUrl = `${ORIGIN}/index.html`): Event {
  const own = { url };
  const mainFrame = place === 'main' ? own : { url: mainUrl };
  return { senderFrame: place === 'gone' ? null : own, sender: { mainFrame } } as unknown as Event;
}

describe('the app’s own page', () => {
  it.each(['app://paydesk/index.html', 'app://paydesk/', 'app://paydesk', 'app://paydesk/index.html?a=1#/orders/7'])(
    '%s is heard',
    (url) => {
      expect(isTrustedSender(from(url), ORIGIN)).toBe(true);
    },
  );

  it('of the development server is heard only where that is the origin', () => {
    expect(isTrustedSender(from('http://localhost:5173/index.html'), 'http://localhost:5173')).toBe(true);
    expect(isTrustedSender(from('http://localhost:5174/index.html'), 'http://localhost:5173')).toBe(false);
    expect(isTrustedSender(from('https://localhost:5173/index.html'), 'http://localhost:5173')).toBe(false);
    expect(isTrustedSender(from('http://localhost:5173/index.html'), ORIGIN)).toBe(false);
  });
});

describe('another sender', () => {
  it('that has gone away is refused', () => {
    expect(isTrustedSender(from('app://paydesk/index.html', 'gone'), ORIGIN)).toBe(false);
  });

  it('in a frame inside the page is refused, even with the page’s own address', () => {
    expect(isTrustedSender(from('app://paydesk/index.html', 'sub'), ORIGIN)).toBe(false);
  });

  it.each([
    'https://paydesk/index.html',
    'http://paydesk/',
    'app://paydesk.evil.example/index.html',
    'app://evil.example/paydesk/index.html',
    'app://paydesk:8080/index.html',
    'app://paydesk@evil.example/',
    'app://evil.example/?app://paydesk/',
    'app://evil.example#app://paydesk',
    'app://PAYDESK/index.html',
    'app://pаydesk/index.html',
    'app:paydesk',
    'app:///paydesk/index.html',
    'apps://paydesk/index.html',
    'xapp://paydesk/index.html',
    'file:///app://paydesk/index.html',
    'data:text/html,app://paydesk',
    'about:blank',
    'about:srcdoc',
    'blob:app://paydesk/7',
    'javascript:app://paydesk',
    '',
    'null',
  ])('at %j is refused', (url) => {
    expect(isTrustedSender(from(url), ORIGIN)).toBe(false);
  });
});
