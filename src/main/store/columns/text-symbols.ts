// Texts as numbers that sort as people sort letters: each character by its place in the collator's alphabet, digits together by what they count.
import type { TextDictionary } from './text-dictionary.ts';

export interface TextSymbols {
  /** 1 and up; of one text after another. */
  readonly symbols: Uint16Array;
  /** Where those of each code end. */
  readonly ends: Uint32Array;
  /** So many bits hold every symbol. */
  readonly bits: number;
}

interface Alphabet {
  /** By code point; 0: no letter, as control characters are. Letters that differ by case or accent alone have the same place. */
  readonly places: Uint16Array;
  /** By code point: what a digit of any script counts, and 1 more. */
  readonly digits: Uint8Array;
  readonly size: number;
}

const POINTS = 0x110000;
/** Lengths of numbers are symbols as well: at least so many bits. */
const LEAST_BITS = 5;

export function symbolsOf(texts: TextDictionary): TextSymbols {
  const length = texts.ends[texts.count - 1] as number;
  const alphabet = alphabetOf(texts.bytes, length);
  const bits = Math.max(LEAST_BITS, 32 - Math.clz32(alphabet.size));
  // A digit alone is written as three symbols; nothing takes more.
  const symbols = new Uint16Array(length * 3);
  const ends = new Uint32Array(texts.count);
  let end = 0;
  for (let code = 1; code < texts.count; code += 1) {
    end = writeSymbols(symbols, end, texts.bytes, texts.ends[code - 1] as number, texts.ends[code] as number, alphabet, 2 ** bits - 1);
    ends[code] = end;
  }
  return { symbols, ends, bits };
}

/** @returns the end of what has been written. @param most the highest symbol */
function writeSymbols(
  symbols: Uint16Array,
  start: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  { places, digits }: Alphabet,
  most: number,
): number {
  let end = start;
  /** Where the number began that is being written; -1: none is. */
  let number = -1;
  for (let at = from; at < to; ) {
    const point = pointAt(bytes, at);
    at += sizeOf(point);
    const digit = digits[point] as number;
    if (digit !== 0) {
      if (number === -1) {
        number = end;
        symbols[end] = places[ZERO] as number;
        end += 2;
      }
      // Zeros before a number count as nothing.
      if (digit > 1 || end > number + 2) {
        symbols[end] = digit;
        end += 1;
      }
      symbols[number + 1] = Math.min(end - number - 1, most);
      continue;
    }
    number = -1;
    const place = places[point] as number;
    if (place === 0) continue;
    symbols[end] = place;
    end += 1;
  }
  return end;
}

const ZERO = 48;
const DIGIT = /\p{Nd}/u;

function alphabetOf(bytes: Uint8Array, length: number): Alphabet {
  const seen = new Uint8Array(POINTS);
  seen[ZERO] = 1;
  for (let at = 0; at < length; ) {
    const point = pointAt(bytes, at);
    seen[point] = 1;
    at += sizeOf(point);
  }
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
  const characters: string[] = [];
  for (let point = 0; point < POINTS; point += 1) if (seen[point] === 1) characters.push(String.fromCodePoint(point));
  const places = new Uint16Array(POINTS);
  const digits = new Uint8Array(POINTS);
  let [size, last] = [0, ''];
  for (const character of characters.sort(compare)) {
    if (compare(character, last) !== 0) size += 1;
    last = character;
    const point = character.codePointAt(0) ?? 0;
    places[point] = size;
    if (DIGIT.test(character)) digits[point] = '0123456789'.split('').findIndex((digit) => compare(digit, character) === 0) + 1;
  }
  return { places, digits, size: size + 1 };
}

/** The code point whose UTF-8 begins here. */
function pointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return first;
  const second = (bytes[at + 1] as number) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = (bytes[at + 2] as number) & 0x3f;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] as number) & 0x3f);
}

function sizeOf(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
