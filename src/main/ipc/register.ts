// The one door of ipcMain: every request of the page comes in here.
import { ipcMain } from 'electron';
import { REQUEST_CHANNEL } from '../../shared/ipc/bridge.ts';
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
