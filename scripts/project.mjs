// Where the project lies and what its package.json says.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {...string} parts */
export const inProject = (...parts) => join(root, ...parts);

/**
 * Reads a JSON file, or answers `undefined` where there is none or it is broken.
 * @param {string} file
 * @returns {any}
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Ends a command of ours: expected failures in one sentence, bugs with their stack.
 * @param {() => Promise<number | void>} main answers the exit code; nothing means 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}

/** A failure that a person can do something about; its message says what. */
export class Stop extends Error {}
