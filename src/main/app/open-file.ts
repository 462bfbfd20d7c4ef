// The one door of the open dialog: asks the person which file, and reads it.
import { open } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import { fail, ok, type Result } from '../../shared/result.ts';

export interface FileToOpen {
  /** What such a file is called in the dialog. */
  readonly type: string;
  readonly extension: string;
  /** Longer ones are not read, in bytes. */
  readonly longest: number;
}

/** @returns the function that opens: the file's text; null when the person closed the dialog. */
export function createOpenFile(window: () => BrowserWindow | null): (file: FileToOpen) => Promise<Result<string | null>> {
  return async ({ type, extension, longest }) => {
    const options = { properties: ['openFile' as const], filters: [{ name: type, extensions: [extension] }] };
    const own = window();
    const { canceled, filePaths } = await (own === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(own, options));
    const [path] = filePaths;
    return canceled || path === undefined ? ok(null) : await readText(path, longest);
  };
}

async function readText(path: string, longest: number): Promise<Result<string>> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return fail({ kind: 'not-taken-in', problem: 'unreadable' });
  try {
    // By what is there, not by what the file says of its size: a device has none.
    const { bytesRead, buffer } = await file.read(Buffer.alloc(longest + 1), 0, longest + 1, 0);
    if (bytesRead > longest) return fail({ kind: 'not-taken-in', problem: 'not-views' });
    return ok(buffer.toString('utf8', 0, bytesRead));
  } catch {
    return fail({ kind: 'not-taken-in', problem: 'unreadable' });
  } finally {
    await file.close();
  }
}
