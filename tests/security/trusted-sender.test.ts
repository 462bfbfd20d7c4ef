// Attack: a request whose sender only looks like the page: another frame, another host, a sender that is gone.
import type { IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../src/main/ipc/trusted-sender.ts';

const frame = (url: string): WebFrameMain => ({ url }) as WebFrameMain;
type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;
const fromTop = (url: string): Sender => {
  const main = frame(url);
  return { senderFrame: main, sender: { mainFrame: main } as Sender['sender'] };
};

describe('who may ask', () => {
  it('the page may', () => {
    expect(isTrustedSender(fromTop('app://paydesk/index.html'), 'app://paydesk')).toBe(true);
    expect(isTrustedSender(fromTop('http://localhost:5173/'), 'http://localhost:5173')).toBe(true);
  });

  it.each([
    'app://paydesk.evil/index.html',
    'app://evil/app://paydesk/',
    'app://evil/?app://paydesk/',
    'app://paydesk:81/index.html',
    'apps://paydesk/index.html',
    'http://paydesk/index.html',
    'file:///app://paydesk/index.html',
    'data:text/html,app://paydesk/',
    'blob:app://paydesk/0c2a',
    'about:blank',
    'about:srcdoc',
    'javascript:app://paydesk/',
    'app:paydesk',
    'chrome-error://chromewebdata/',
    '',
    'nonsense',
  ])('a top frame at %j may not', (url) => {
    expect(isTrustedSender(fromTop(url), 'app://paydesk')).toBe(false);
  });

  it('a frame within the page may not, though it comes from the same origin', () => {
    const event: Sender = { senderFrame: frame('app://paydesk/index.html'), sender: fromTop('app://paydesk/index.html').sender };
    expect(isTrustedSender(event, 'app://paydesk')).toBe(false);
  });

  it('a frame that is gone may not', () => {
    expect(isTrustedSender({ ...fromTop('app://paydesk/index.html'), senderFrame: null }, 'app://paydesk')).toBe(false);
  });
});
