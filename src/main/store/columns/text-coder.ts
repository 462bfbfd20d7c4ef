// Finds the codes of many texts: a hash table beside the dictionary, to be thrown away afterwards.
import { addText, isSameText, NOT_TOLD, type TextDictionary } from './text-dictionary.ts';
import { withRoom } from './typed-cells.ts';

/** Folding is slow beyond ASCII, so that such spellings are remembered; no more of them than this, lest they fill the memory. */
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
      const hash = hashOf(texts, code);
      enter(placeOf(code, hash), hash, code);
    }
  };
  /** @param added the last code: taken back where the text is there already */
  const settled = (added: number): number => {
    const hash = hashOf(texts, added);
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
  refill();
  return {
    codeOf: (text) => {
      if (text === null) return NOT_TOLD;
      if (isShortOfAscii(text)) return settled(addText(texts, text));
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

function isShortOfAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** FNV-1a, mixed once more so that its low bits tell. */
function hashOf({ bytes, ends }: TextDictionary, code: number): number {
  const end = ends[code] as number;
  let hash = 0x811c9dc5;
  for (let at = ends[code - 1] as number; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
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
