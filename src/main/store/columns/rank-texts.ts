// The place of each text among all of them, as people sort names: numbers inside names as numbers, case and accents aside.

import type { Ranks } from './ranks.ts';
import { sortedByKey, sortedByNumber } from './sort-numbers.ts';
import type { TextDictionary } from './text-dictionary.ts';
import { symbolsOf, type TextSymbols } from './text-symbols.ts';

const known = new WeakMap<TextDictionary, { readonly count: number; readonly ranks: Ranks }>();

/** Worked out once for each change of the dictionary. */
export function rankTexts(texts: TextDictionary): Ranks {
  const own = known.get(texts);
  if (own?.count === texts.count) return own.ranks;
  const ranks = { ranks: ranked(symbolsOf(texts), texts.count), most: texts.count };
  known.set(texts, { count: texts.count, ranks });
  return ranks;
}

/** What a float holds exactly. */
const KEY_BITS = 52;

/**
 * A piece of every text at a time: texts with equal pieces stay together in one group, and the next piece decides among those alone.
 * @returns the rank of each code: 1 more than the number of texts before its group
 */
function ranked(texts: TextSymbols, count: number): Uint32Array {
  const perKey = Math.floor(KEY_BITS / texts.bits);
  const ranks = new Uint32Array(count).fill(1, 1);
  const keys = new Float64Array(count);
  let open: Uint32Array = Uint32Array.from({ length: count - 1 }, (_, at) => at + 1);
  for (let from = sharedStart(texts, count); open.length > 0; from += perKey) {
    for (let at = 0; at < open.length; at += 1) keys[open[at] as number] = keyOf(texts, open[at] as number, from, perKey);
    const byPiece = sortedByNumber(open, keys, 0, 2 ** (perKey * texts.bits) - 1);
    open = split(sortedByKey(byPiece, ranks, count), keys, ranks, 2 ** texts.bits);
  }
  return ranks;
}

function keyOf({ symbols, ends, bits }: TextSymbols, code: number, from: number, length: number): number {
  const start = (ends[code - 1] as number) + from;
  const end = ends[code] as number;
  const step = 2 ** bits;
  let key = 0;
  for (let at = start; at < start + length; at += 1) key = key * step + (at < end ? (symbols[at] as number) : 0);
  return key;
}

/** So many symbols all texts begin with. */
function sharedStart({ symbols, ends }: TextSymbols, count: number): number {
  let shared = count > 1 ? (ends[1] as number) : 0;
  for (let code = 2; code < count && shared > 0; code += 1) {
    const start = ends[code - 1] as number;
    const most = Math.min(shared, (ends[code] as number) - start);
    let same = 0;
    while (same < most && symbols[start + same] === symbols[same]) same += 1;
    shared = same;
  }
  return shared;
}

/** Groups whose pieces differ become several. @returns those whose texts go on alike, in order */
function split(sorted: Uint32Array, keys: Float64Array, ranks: Uint32Array, step: number): Uint32Array {
  const open = new Uint32Array(sorted.length);
  let [left, groupStart, first] = [0, 0, 0];
  let former = 0;
  const close = (end: number): void => {
    // A text that has ended has nothing left to differ by.
    const goesOn = end - first > 1 && (keys[sorted[first] as number] as number) % step !== 0;
    for (let at = first; at < end && goesOn; at += 1) {
      open[left] = sorted[at] as number;
      left += 1;
    }
  };
  for (let at = 0; at < sorted.length; at += 1) {
    const code = sorted[at] as number;
    const group = ranks[code] as number;
    if (at > 0 && (group !== former || keys[code] !== keys[sorted[at - 1] as number])) {
      close(at);
      first = at;
    }
    if (group !== former) groupStart = at;
    former = group;
    ranks[code] = group + first - groupStart;
  }
  close(sorted.length);
  return open.subarray(0, left);
}
