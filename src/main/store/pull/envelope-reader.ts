// What stands around the rows of a page: finds the list under `results`, whatever comes before and after it, and keeps the rest to be parsed.
import { isUtf8 } from 'node:buffer';
import { createGrowing } from './growing.ts';
import { COLON, endOfString, FOLD, FOLDED_CLOSE, FOLDED_OPEN, GOES_ON_BEHIND_ONE, isBlank, LIST, QUOTE } from './json-bytes.ts';

export interface EnvelopeReader {
  /** Goes on at `at`, outside of the rows. @returns the place behind the bracket that opens them, or `bytes.length`. */
  read(bytes: Uint8Array, at: number): number;
  /** The rows come now. */
  atRows(): boolean;
  /** They have ended: their closing bracket is the envelope's own again. */
  closeRows(): void;
  /** The object without its rows; `unclear` where only parsing all of it could tell. */
  value(): Readonly<Record<string, unknown>> | 'unclear';
}

const RESULTS = 'results';

export function createEnvelopeReader(): EnvelopeReader {
  const kept = createGrowing();
  let depth = 0;
  let inString = false;
  let skip = 0;
  /** Of the last string: where it begins and ends in `kept`; null once it has been taken as a key. */
  let key: { begin: number; end: number } | null = null;
  /** Behind the colon of `results`. */
  let expectsRows = false;
  let atRows = false;
  let listed = 0;
  let unclear = false;

  const closeKey = (): void => {
    const name = key === null ? '\\' : Buffer.from(kept.bytes().subarray(key.begin, key.end)).toString('latin1');
    key = null;
    // It might spell `results` with escapes.
    if (name.includes('\\')) unclear = true;
    expectsRows = name === RESULTS;
    if (expectsRows) listed += 1;
  };

  const structure = (byte: number): void => {
    if ((byte | FOLD) === FOLDED_OPEN) depth += 1;
    else if ((byte | FOLD) === FOLDED_CLOSE) depth -= 1;
    if (isBlank(byte)) return;
    atRows = expectsRows && byte === LIST;
    expectsRows = false;
  };

  const inside = (bytes: Uint8Array, at: number, keep: (until: number) => void): number => {
    const end = endOfString(bytes, at + skip);
    inString = end < 0;
    skip = end === GOES_ON_BEHIND_ONE ? 1 : 0;
    if (inString) return bytes.length;
    keep(end);
    if (key !== null) key.end = kept.length - 1;
    return end;
  };

  const outside = (bytes: Uint8Array, at: number, keep: (until: number) => void): number => {
    const byte = bytes[at] as number;
    const isColon = byte === COLON && depth === 1;
    if (byte === QUOTE || isColon) {
      keep(at + 1);
      expectsRows = false;
      inString = !isColon;
      if (isColon) closeKey();
      else key = { begin: kept.length, end: kept.length };
    } else structure(byte);
    return at + 1;
  };

  return {
    read: (bytes, at) => {
      let from = at;
      const keep = (until: number): void => {
        kept.add(bytes, from, until);
        from = until;
      };
      let next = at;
      while (next < bytes.length && !atRows && !unclear) next = (inString ? inside : outside)(bytes, next, keep);
      keep(next);
      return unclear ? bytes.length : next;
    },
    atRows: () => atRows,
    closeRows: () => {
      atRows = false;
      depth -= 1;
      kept.add(END_OF_LIST, 0, 1);
    },
    value: () => {
      // Of two lists by one name JSON.parse takes the last.
      if (unclear || listed > 1 || atRows || !isUtf8(kept.bytes())) return 'unclear';
      try {
        return JSON.parse(new TextDecoder().decode(kept.bytes())) as Readonly<Record<string, unknown>>;
      } catch {
        return 'unclear';
      }
    },
  };
}

const END_OF_LIST = Uint8Array.of(0x5d);
