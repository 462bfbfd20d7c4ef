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
  let table = new Uint32Array(1_024);
  /** Of each code: what tells most strangers apart without reading them. */
  let hashes: Uint32Array = new Uint32Array(1_024);
  const remembered = new Map<string, number>();

  const placeOf = (wanted: number): number => {
    const mask = table.length - 1;
    const hash = hashOf(texts, wanted);
    hashes = withRoom(hashes, wanted + 1, wanted);
    hashes[wanted] = hash;
    let place = hash & mask;
    for (let code = table[place] as number; code !== 0; code = table[place] as number) {
      if (hashes[code] === hash && isSameText(texts, code, wanted)) break;
      place = (place + 1) & mask;
    }
    return place;
  };
  const refill = (): void => {
    while (table.length < texts.count * 2) table = new Uint32Array(table.length * 2);
    for (let code = 1; code < texts.count; code += 1) table[placeOf(code)] = code;
  };
  /** @param added the last code: taken back where the text is there already */
  const settled = (added: number): number => {
    const place = placeOf(added);
    const known = table[place] as number;
    if (known !== 0) {
      texts.count = added;
      return known;
    }
    table[place] = added;
    if (texts.count * 2 > table.length) refill();
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
