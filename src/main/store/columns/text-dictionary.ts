// Names and products, each spelling once: folded, as UTF-8 one after another, found by their codes. No JavaScript string at rest.
import { fold, foldedUnit } from './fold.ts';
import { emptyCells, trimmed, withRoom } from './typed-cells.ts';

/** Code 0: not told. Nothing is found in it. */
export const NOT_TOLD = 0;

export interface TextDictionary {
  /** Codes in use, 0 included. */
  count: number;
  bytes: Uint8Array;
  /** Where the text of each code ends; it begins where the one before it ends. */
  ends: Uint32Array;
  /** Which letters each text contains: what passes over most texts without reading them. */
  letters: Uint32Array;
}

const A = 97;
const Z = 122;

/** A bit for each letter a to z; digits share three, bytes beyond ASCII two, and all the rest one. */
function letterBit(byte: number): number {
  if (byte >= A && byte <= Z) return 1 << (byte - A);
  if (byte >= 48 && byte <= 57) return 1 << (26 + (byte % 3));
  return byte > 127 ? 1 << (29 + (byte & 1)) : 1 << 31;
}
const LETTER_BITS = Uint32Array.from({ length: 256 }, (_, byte) => letterBit(byte));

const encoder = new TextEncoder();

export function emptyTexts(): TextDictionary {
  return { count: 1, bytes: emptyCells.bytes(), ends: new Uint32Array(1), letters: new Uint32Array(1) };
}

export function folded(text: string): Uint8Array {
  return encoder.encode(fold(text));
}

/** @returns its code. The text may be there already under another one. */
export function addText(texts: TextDictionary, text: string): number {
  const code = texts.count;
  const start = texts.ends[code - 1] as number;
  const end = writeText(texts, text, start);
  return enterText(texts, end === -1 ? writeFolded(texts, text, start) : end);
}

/** What has been written behind the last text becomes one. @param end where it ends @returns its code */
export function enterText(texts: TextDictionary, end: number): number {
  const code = texts.count;
  texts.ends = withRoom(texts.ends, code + 1, 256 + (code >>> 1));
  texts.letters = withRoom(texts.letters, code + 1, 256 + (code >>> 1));
  let letters = 0;
  for (let at = texts.ends[code - 1] as number; at < end; at += 1) letters |= LETTER_BITS[texts.bytes[at] as number] as number;
  texts.ends[code] = end;
  texts.letters[code] = letters;
  texts.count = code + 1;
  return code;
}

/** No code unit that folds by itself takes more bytes than this. */
const MOST_BYTES = 8;

/** Folded, from `start` on. @returns where it ends; -1: its letters do not fold one by one, and nothing has been written that counts. */
export function writeText(texts: TextDictionary, text: string, start: number): number {
  const most = start + text.length * MOST_BYTES;
  if (most > texts.bytes.length) texts.bytes = withRoom(texts.bytes, most, 4_096 + (start >>> 1));
  const { bytes } = texts;
  let end = start;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      bytes[end] = unit >= 65 && unit <= 90 ? unit + 32 : unit;
      end += 1;
      continue;
    }
    const own = foldedUnit(unit);
    if (own === null) return -1;
    for (let byte = 0; byte < own.length; byte += 1) bytes[end + byte] = own[byte] as number;
    end += own.length;
  }
  return end;
}

function writeFolded(texts: TextDictionary, text: string, start: number): number {
  const encoded = folded(text);
  texts.bytes = withRoom(texts.bytes, start + encoded.length, 4_096 + (start >>> 1));
  texts.bytes.set(encoded, start);
  return start + encoded.length;
}

/** For one order at a time. @param likely the code that it had before. */
export function codeOfText(texts: TextDictionary, text: string | null, likely: number): number {
  if (text === null) return NOT_TOLD;
  const added = addText(texts, text);
  const known = isSameText(texts, likely, added) ? likely : firstSame(texts, added);
  if (known !== added) texts.count = added;
  return known;
}

function firstSame(texts: TextDictionary, wanted: number): number {
  const letters = texts.letters[wanted] as number;
  for (let code = 1; code < wanted; code += 1) if (texts.letters[code] === letters && isSameText(texts, code, wanted)) return code;
  return wanted;
}

export function isSameText({ bytes, ends }: TextDictionary, a: number, b: number): boolean {
  if (a === NOT_TOLD) return false;
  const startA = ends[a - 1] as number;
  const startB = ends[b - 1] as number;
  const length = (ends[a] as number) - startA;
  if (length !== (ends[b] as number) - startB) return false;
  for (let at = 0; at < length; at += 1) if (bytes[startA + at] !== bytes[startB + at]) return false;
  return true;
}

/** @returns 1 for each code in whose text the word stands. @param word folded */
export function textsWith(texts: TextDictionary, word: Uint8Array): Uint8Array {
  const { bytes, ends, letters, count } = texts;
  const found = new Uint8Array(count);
  let needed = 0;
  for (const byte of word) needed |= LETTER_BITS[byte] as number;
  const isOneLetter = word.length === 1 && (word[0] as number) >= A && (word[0] as number) <= Z;
  for (let code = 1; code < count; code += 1) {
    if (((letters[code] as number) & needed) !== needed) continue;
    if (isOneLetter || stands(bytes, ends[code - 1] as number, ends[code] as number, word)) found[code] = 1;
  }
  return found;
}

function stands(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  const first = word[0];
  const last = end - word.length;
  for (let at = start; at <= last; at += 1) {
    if (bytes[at] !== first) continue;
    let same = 1;
    while (same < word.length && bytes[at + same] === word[same]) same += 1;
    if (same >= word.length) return true;
  }
  return word.length === 0;
}

export function trimTexts(texts: TextDictionary): void {
  texts.bytes = trimmed(texts.bytes, texts.ends[texts.count - 1] as number);
  texts.ends = trimmed(texts.ends, texts.count);
  texts.letters = trimmed(texts.letters, texts.count);
}
