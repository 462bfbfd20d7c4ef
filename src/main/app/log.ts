// The log: a line for what a developer must know, on standard error and in one small file. Never a token, a password or an answer's body.
import { appendFileSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** In bytes; beyond it the file starts anew, so that it never fills a disk. */
const LARGEST_LOG = 2_000_000;

/** Anything shaped like a JWT, in case a library puts one into an error's text. */
const TOKEN_SHAPE = /[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g;

export function createLog(path: string, timeNow: () => string): (line: string) => void {
  return (line) => {
    const text = `${timeNow()} ${line.replace(TOKEN_SHAPE, '(token)')}\n`;
    process.stderr.write(text);
    try {
      mkdirSync(dirname(path), { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) truncateSync(path);
      appendFileSync(path, text);
    } catch (thrown) {
      process.stderr.write(`the log file could not be written: ${thrown instanceof Error ? thrown.message : ''}\n`);
    }
  };
}
