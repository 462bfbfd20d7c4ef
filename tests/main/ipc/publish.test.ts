// Events to the page: checked like answers, and dropped where there is no page.
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { createPublish } from '../../../src/main/ipc/publish.ts';

const SIGNED_OUT = { state: 'signed-out', server: 'https://shop.example', username: 'ram', notice: null } as const;

function createWindow(destroyed: boolean) {
  const sent: unknown[][] = [];
  const window = { isDestroyed: () => destroyed, webContents: { send: (...all: unknown[]) => sent.push(all) } };
  return { sent, window: window as unknown as BrowserWindow };
}

describe('an event', () => {
  it('reaches the page there is, on the one channel', () => {
    const { sent, window } = createWindow(false);
    createPublish(() => window)('session.changed', SIGNED_OUT);
    expect(sent).toEqual([['paydesk:event', 'session.changed', SIGNED_OUT]]);
  });

  it('with an extra token does not leave', () => {
    const { sent, window } = createWindow(false);
    expect(() => createPublish(() => window)('session.changed', { ...SIGNED_OUT, access: 'SECRET' } as typeof SIGNED_OUT)).toThrow();
    expect(sent).toEqual([]);
  });

  it('for nobody is dropped', () => {
    const { sent, window } = createWindow(true);
    createPublish(() => window)('session.changed', SIGNED_OUT);
    createPublish(() => null)('session.changed', SIGNED_OUT);
    expect(sent).toEqual([]);
  });
});
