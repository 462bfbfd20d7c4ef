// Everything by which the program can be asked to end, brought to one place: the window's close, quitting, and the computer going down.
import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { Closing } from './closing.ts';

export function closeBy(closing: Closing, window: BrowserWindow): void {
  const wished = (event: { preventDefault(): void }): void => {
    if (!closing.mayClose()) event.preventDefault();
  };
  window.on('close', wished);
  app.on('before-quit', wished);
  window.webContents.on('render-process-gone', closing.pageGone);
  // Windows says it to the window, the others to the power monitor.
  window.on('session-end', closing.atOnce);
  powerMonitor.on('shutdown', closing.atOnce);
  // Electron's own handlers would ask: whoever sends a signal does not wait for an answer.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, closing.atOnce);
}
