// The few bytes of JSON that tell where things begin and end. All of them are ASCII, so none is ever part of another character in UTF-8.

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const LIST = 0x5b;
export const LIST_END = 0x5d;
export const RECORD = 0x7b;
/** With this bit set `[` is `{`, and `]` is `}`. */
export const FOLD = 0x20;
export const FOLDED_OPEN = 0x7b;
export const FOLDED_CLOSE = 0x7d;
const BACKSLASH = 0x5c;

export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** The string goes on in the next piece, where it is to be read from its first byte, or from its second. */
const GOES_ON = -1;
export const GOES_ON_BEHIND_ONE = -2;

/** @param at inside of the string. @returns the place behind its closing quote, or that it goes on. */
export function endOfString(bytes: Uint8Array, at: number): number {
  const { length } = bytes;
  let place = at;
  while (place < length) {
    const byte = bytes[place];
    place += 1;
    if (byte === QUOTE) return place;
    if (byte === BACKSLASH) place += 1;
  }
  return place > length ? GOES_ON_BEHIND_ONE : GOES_ON;
}

/**
 * @param at inside of an object or list, and of no string.
 * @param nesting how deep; 0 afterwards where it has ended.
 * @returns the place behind its closing bracket, or `bytes.length`, or that a string goes on.
 */
export function endOfNested(bytes: Uint8Array, at: number, nesting: { depth: number }): number {
  const { length } = bytes;
  let { depth } = nesting;
  let place = at;
  while (place < length && depth > 0) {
    const byte = bytes[place] as number;
    place += 1;
    if (byte === QUOTE) {
      place = endOfString(bytes, place);
      if (place < 0) break;
      // Most bytes outside of strings are smaller than any bracket.
    } else if (byte >= LIST) {
      const folded = byte | FOLD;
      if (folded === FOLDED_OPEN) depth += 1;
      else if (folded === FOLDED_CLOSE) depth -= 1;
    }
  }
  nesting.depth = depth;
  return place;
}
