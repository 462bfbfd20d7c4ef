// The one door of printing: the system's own dialog, over the window as it stands. What of it is printed, the page's style sheet says.
import type { BrowserWindow } from 'electron';
import { fail, ok, type Result } from '../../shared/result.ts';

/** @returns the function that prints: false when the person closed the dialog. */
export function createPrint(window: () => BrowserWindow | null): () => Promise<Result<boolean>> {
  return () =>
    new Promise((resolve) => {
      const own = window();
      if (own === null) return resolve(fail({ kind: 'not-printed' }));
      own.webContents.print({ printBackground: false }, (printed, reason) => {
        // Chromium's own words, which Electron hands on: "Print job canceled".
        const cancelled = /cancel/i.test(reason);
        resolve(printed ? ok(true) : cancelled ? ok(false) : fail({ kind: 'not-printed' }));
      });
    });
}
