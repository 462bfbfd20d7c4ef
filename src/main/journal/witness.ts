// A second memory of how long the journal was, in a small file beside it. A chain alone cannot show that its own end was cut off, or that
// an older copy of the whole file was put in its place; this can, unless both files are put back together.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

export interface Testimony {
  readonly entries: number;
  readonly hash: string;
}

export interface Witness {
  /** What stood there when the journal was opened. */
  readonly before: Testimony | null;
  note(testimony: Testimony): void;
  close(): void;
}

export const noWitness: Witness = { before: null, note: () => undefined, close: () => undefined };

/**
 * Written after each commit and left to the system to bring to the disk: after a power cut it may be behind the journal, never before it,
 * so it never accuses a whole one. A witness that cannot be written is none: the journal itself is what must not be lost.
 */
export function openWitness(path: string): Witness {
  const before = read(path);
  let file: number;
  try {
    file = openSync(path, before === null ? 'w' : 'r+');
  } catch {
    return { ...noWitness, before };
  }
  return {
    before,
    note: ({ entries, hash }) => {
      try {
        writeSync(file, `${String(entries).padStart(15, '0')} ${hash}\n`, 0);
      } catch {
        // A full disk: it stays behind, which accuses nobody.
        return;
      }
    },
    close: () => closeSync(file),
  };
}

function read(path: string): Testimony | null {
  try {
    const match = /^(\d{15}) ([0-9a-f]{64})\n$/.exec(readFileSync(path, 'utf8'));
    return match === null ? null : { entries: Number(match[1]), hash: match[2] ?? '' };
  } catch {
    return null;
  }
}
