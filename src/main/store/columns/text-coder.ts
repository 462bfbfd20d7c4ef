// Finds the codes of many texts: a hash table beside the dictionary, to be thrown away afterwards.
import { addText, enterText, isSameText, NOT_TOLD, type TextDictionary, writeText } from './text-dictionary.ts';
import { withRoom } from './typed-cells.ts';

/** Folding is slow where letters do not fold one by one, so that such spellings are remembered; no more of them than this, lest they fill the memory. */
const MOST_REMEMBERED = 200_000;

export interface TextCoder {
  codeOf(text: string | null): number;
  /** The code here of a text in another dictionary. */
  codeOfOther(other: TextDictionary, code: number): number;
}

export function createTextCoder(texts: TextDictionary): TextCoder {
  /** Pairs: the hash of a text, which tells most strangers apart without reading them, and its code. */
  let table = new Uint32Array(2_048);
  const remembered = new Map<string, number>();

  /** @returns where the pair of an equal text stands, or would stand. */
  const placeOf = (wanted: number, hash: number): number => {
    const mask = table.length - 1;
    let place = (hash << 1) & mask;
    for (let code = table[place + 1] as number; code !== 0; code = table[place + 1] as number) {
      if (table[place] === hash && isSameText(texts, code, wanted)) break;
      place = (place + 2) & mask;
    }
    return place;
  };
  const enter = (place: number, hash: number, code: number): void => {
    table[place] = hash;
    table[place + 1] = code;
  };
  const refill = (): void => {
    while (table.length < texts.count * 4) table = new Uint32Array(table.length * 2);
    for (let code = 1; code < texts.count; code += 1) {
      const hash = hashOf(texts.bytes, texts.ends[code - 1] as number, texts.ends[code] as number);
      enter(placeOf(code, hash), hash, code);
    }
  };
  /** @param added the last code: taken back where the text is there already */
  const settled = (added: number): number => {
    const hash = hashOf(texts.bytes, texts.ends[added - 1] as number, texts.ends[added] as number);
    const place = placeOf(added, hash);
    const known = table[place + 1] as number;
    if (known !== 0) {
      texts.count = added;
      return known;
    }
    enter(place, hash, added);
    if (texts.count * 4 > table.length) refill();
    return added;
  };
  /** Compared where it has been written behind the last text, and entered only when it is new. @returns -1: its letters do not fold one by one. */
  const codeOfSteady = (text: string): number => {
    const start = texts.ends[texts.count - 1] as number;
    const end = writeText(texts, text, start);
    if (end === -1) return -1;
    const hash = hashOf(texts.bytes, start, end);
    const mask = table.length - 1;
    let place = (hash << 1) & mask;
    for (let code = table[place + 1] as number; code !== 0; code = table[place + 1] as number) {
      if (table[place] === hash && isText(texts, code, start, end)) return code;
      place = (place + 2) & mask;
    }
    const code = enterText(texts, end);
    enter(place, hash, code);
    if (texts.count * 4 > table.length) refill();
    return code;
  };
  refill();
  return {
    codeOf: (text) => {
      if (text === null) return NOT_TOLD;
      const steady = codeOfSteady(text);
      if (steady !== -1) return steady;
      const known = remembered.get(text);
      if (known !== undefined) return known;
      const code = settled(addText(texts, text));
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(text, code);
      return code;
    },
    codeOfOther: (other, code) => (code === NOT_TOLD ? NOT_TOLD : settled(copyText(texts, other, code))),
  };
}

/** FNV-1a, mixed once more so that its low bits tell. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** @param start of the text that is compared, which stands among the same bytes */
function isText({ bytes, ends }: TextDictionary, code: number, start: number, end: number): boolean {
  const own = ends[code - 1] as number;
  if ((ends[code] as number) - own !== end - start) return false;
  for (let at = start; at < end; at += 1) if (bytes[at] !== bytes[own + at - start]) return false;
  return true;
}

function copyText(texts: TextDictionary, other: TextDictionary, code: number): number {
  const own = texts.count;
  const start = texts.ends[own - 1] as number;
  const [from, to] = [other.ends[code - 1] as number, other.ends[code] as number];
  texts.ends = withRoom(texts.ends, own + 1, 256 + (own >>> 4));
  texts.letters = withRoom(texts.letters, own + 1, 256 + (own >>> 4));
  texts.bytes = withRoom(texts.bytes, start + to - from, 4_096 + (start >>> 4));
  texts.bytes.set(other.bytes.subarray(from, to), start);
  texts.ends[own] = start + to - from;
  texts.letters[own] = other.letters[code] as number;
  texts.count = own + 1;
  return own;
}
