// The one door of the save dialog: asks the person where, and writes there.
import { type BrowserWindow, dialog } from 'electron';
import { ok, type Result } from '../../shared/result.ts';
import { type Chunks, writeWhole } from './write-whole.ts';

export interface FileToSave {
  /** Suggested, with its extension. */
  readonly name: string;
  /** What such a file is called in the dialog. */
  readonly type: string;
  readonly extension: string;
  readonly chunks: Chunks;
}

/** @returns the function that saves: where it was saved; null when the person closed the dialog. Nothing is made up before they chose. */
export function createSaveFile(window: () => BrowserWindow | null): (file: FileToSave) => Promise<Result<string | null>> {
  return async ({ name, type, extension, chunks }) => {
    const options = { defaultPath: name, filters: [{ name: type, extensions: [extension] }] };
    const own = window();
    const { canceled, filePath } = await (own === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(own, options));
    if (canceled || filePath === '') return ok(null);
    const written = await writeWhole(filePath, chunks);
    return written.ok ? ok(filePath) : written;
  };
}
