// Cuts a JSON list into its rows without parsing them: where each begins and ends, whatever pieces the bytes come in.
// What stands between the rows is checked here; the rows themselves by whoever parses them.
import { isUtf8 } from 'node:buffer';
import { createGrowing } from './growing.ts';
import { COMMA, endOfNested, endOfString, FOLD, FOLDED_OPEN, GOES_ON_BEHIND_ONE, isBlank, LIST_END, QUOTE } from './json-bytes.ts';
import { hashRow, type RowHash } from './row-hash.ts';

/** @param bytes the row stands in them from `start` up to `end`, until the call returns. `high`, `low`: unsigned halves of its digest. */
export type TellRow = (bytes: Uint8Array, start: number, end: number, high: number, low: number) => void;

export interface RowCutter {
  /** Goes on at `at`, inside of the list. @returns the place behind the list's end, or `bytes.length` where it goes on. */
  cut(bytes: Uint8Array, at: number): number;
  rows(): number;
  /** `broken`: no JSON, or no UTF-8. */
  state(): 'inside' | 'ended' | 'broken';
}

// Where the next byte stands. Numbers, because they are compared for every row.
/** Behind the opening bracket. */
const FIRST = 0;
/** Behind a comma. */
const NEXT = 1;
/** Behind a row. */
const BETWEEN = 2;
/** In a row that is an object or a list, or in a string inside of it. */
const NESTED = 3;
const NESTED_STRING = 4;
/** In a row that is a string. */
const TEXT = 5;
/** In a row that is a number or a word. */
const WORD = 6;
const ENDED = 7;
const BROKEN = 8;

export function createRowCutter(tell: TellRow): RowCutter {
  const straddling = createGrowing();
  const hash: RowHash = { high: 0, low: 0 };
  let place = FIRST;
  const nesting = { depth: 0 };
  let skip = 0;
  let rows = 0;
  /** Of the piece at hand: where the row under way begins, and where the last whole one has ended. */
  let view: DataView = new DataView(new ArrayBuffer(0));
  let begin = 0;
  let ended = 0;

  const finish = (bytes: Uint8Array, end: number): void => {
    place = BETWEEN;
    rows += 1;
    ended = end;
    if (straddling.length === 0) {
      hashRow(view, begin, end, hash);
      tell(bytes, begin, end, hash.high, hash.low);
      return;
    }
    straddling.add(bytes, begin, end);
    const whole = straddling.bytes();
    hashRow(straddling.view(), 0, whole.length, hash);
    if (isUtf8(whole)) tell(whole, 0, whole.length, hash.high, hash.low);
    else place = BROKEN;
    straddling.clear();
  };

  const nested = (bytes: Uint8Array, at: number): number => {
    const next = endOfNested(bytes, at, nesting);
    if (next < 0) place = NESTED_STRING;
    else if (nesting.depth === 0) finish(bytes, next);
    skip = next === GOES_ON_BEHIND_ONE ? 1 : 0;
    return next < 0 ? bytes.length : next;
  };

  const resumeString = (bytes: Uint8Array, at: number): number => {
    const end = endOfString(bytes, at + skip);
    skip = end === GOES_ON_BEHIND_ONE ? 1 : 0;
    if (end < 0) return bytes.length;
    if (place === TEXT) finish(bytes, end);
    else place = NESTED;
    return end;
  };

  const word = (bytes: Uint8Array, at: number): number => {
    let end = at;
    for (; end < bytes.length; end += 1) {
      const byte = bytes[end] as number;
      if (byte !== COMMA && byte !== LIST_END && !isBlank(byte)) continue;
      finish(bytes, end);
      break;
    }
    return end;
  };

  const startRow = (byte: number, at: number): number => {
    begin = at;
    nesting.depth = 1;
    if ((byte | FOLD) === FOLDED_OPEN) place = NESTED;
    else if (byte === QUOTE) place = TEXT;
    else place = STARTS_A_WORD.has(byte) ? WORD : BROKEN;
    // A word's first byte is read with it: one alone may be all of it.
    return place === WORD ? at : at + 1;
  };

  const step = (byte: number, at: number): number => {
    if (isBlank(byte)) return at + 1;
    if (byte === LIST_END && place !== NEXT) place = ENDED;
    else if (place !== BETWEEN) return startRow(byte, at);
    else place = byte === COMMA ? NEXT : BROKEN;
    return at + 1;
  };

  const advance = (bytes: Uint8Array, at: number): number => {
    switch (place) {
      case NESTED:
        return nested(bytes, at);
      case NESTED_STRING:
      case TEXT:
        return resumeString(bytes, at);
      case WORD:
        return word(bytes, at);
      default:
        return step(bytes[at] as number, at);
    }
  };

  return {
    cut: (bytes, at) => {
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const straddled = straddling.length > 0;
      begin = at;
      ended = at;
      let next = at;
      while (next < bytes.length && place < ENDED) next = advance(bytes, next);
      if (place >= NESTED && place <= WORD) straddling.add(bytes, begin, bytes.length);
      // What straddles has been looked at by itself, or will be; its bytes are no harm here, but for a character that is cut in two.
      const clean = straddled ? startOfCharacter(bytes, at) : at;
      if (ended > clean && !isUtf8(bytes.subarray(clean, ended))) place = BROKEN;
      return Math.min(next, bytes.length);
    },
    rows: () => rows,
    state: () => (place === ENDED ? 'ended' : place === BROKEN ? 'broken' : 'inside'),
  };
}

/** Minus, digits, and the letters of `true`, `false`, `null`. */
const STARTS_A_WORD = new Set([0x2d, 0x66, 0x6e, 0x74, ...Array.from({ length: 10 }, (_, digit) => 0x30 + digit)]);

/** Behind what may be left of a character that began in the piece before. */
function startOfCharacter(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start < at + 3 && start < bytes.length && ((bytes[start] as number) & 0xc0) === 0x80) start += 1;
  return start;
}
