// The one door of ipcMain, and the one way by which events reach the page.
import { type BrowserWindow, ipcMain } from 'electron';
import * as v from 'valibot';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../../shared/ipc/bridge.ts';
import { type EventName, type EventPayload, events } from '../../shared/ipc/contract.ts';
import { isTrustedSender } from './trusted-sender.ts';

export function registerRequests(
  serve: (name: unknown, input: unknown) => Promise<unknown>,
  origin: string,
  log: (line: string) => void,
): void {
  ipcMain.handle(REQUEST_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isTrustedSender(event, origin)) {
      log('refused a request from a sender that is not the app’s own page');
      throw new Error('refused: not the app’s own page');
    }
    return serve(name, input);
  });
}

export type Publish = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

/** @param window the window there is just now, if any: an event for nobody is dropped, since every page reads the state when it starts. */
export function createPublish(window: () => BrowserWindow | null): Publish {
  return (name, payload) => {
    const checked = v.parse(events[name] as v.GenericSchema, payload);
    const target = window();
    if (target !== null && !target.isDestroyed()) target.webContents.send(EVENT_CHANNEL, name, checked);
  };
}
