// Writes a file that is there whole or not at all: beside its name first, onto the disk, then renamed.
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileProblem } from '../../shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Text, or its bytes in UTF-8, made while it is written, so that an export of any length needs no memory; the first error ends it. */
export type Chunks = AsyncIterable<Result<string | Uint8Array>>;

/** What was there before stays until the new file is complete; after a failure nothing of the new one is left. */
export async function writeWhole(path: string, chunks: Chunks): Promise<Result<null>> {
  const part = `${path}.part`;
  try {
    const written = await fill(part, chunks);
    if (!written.ok) {
      await rm(part, { force: true });
      return written;
    }
    await rename(part, path);
    await syncFolder(path);
    return ok(null);
  } catch (thrown) {
    await rm(part, { force: true }).catch(() => undefined);
    return fail({ kind: 'not-saved', problem: problemOf(thrown) });
  }
}

async function fill(part: string, chunks: Chunks): Promise<Result<null>> {
  const file: FileHandle = await open(part, 'w');
  try {
    for await (const chunk of chunks) {
      if (!chunk.ok) return chunk;
      await file.writeFile(chunk.value, 'utf8');
    }
    await file.sync();
    return ok(null);
  } finally {
    await file.close();
  }
}

/** So that a power cut does not take the new name away. Windows opens no folders, and needs none of it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => null);
  if (folder === null) return;
  await folder.sync().catch(() => undefined);
  await folder.close();
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);

function problemOf(thrown: unknown): FileProblem {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return FULL.has(code) ? 'full' : FORBIDDEN.has(code) ? 'not-allowed' : 'other';
}
