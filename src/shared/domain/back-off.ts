// How long to wait before trying again: full jitter (AWS Architecture Blog, 2015), with the server's own wish as a minimum.

/** Milliseconds. */
const BASE = 500;
const CAP = 30_000;

/**
 * @param failures how many in a row, from 1.
 * @param random 0 up to 1.
 * @param retryAfter seconds, as the server said; null where it did not.
 * @returns milliseconds
 */
export function backOff(failures: number, random: number, retryAfter: number | null): number {
  const ceiling = Math.min(CAP, BASE * 2 ** Math.min(failures, 16));
  return Math.max(Math.floor(random * ceiling), (retryAfter ?? 0) * 1_000);
}
