// The place of each text among all of them, as people sort names: numbers inside names as numbers, case and accents aside.

import type { Ranks } from './sort-rows.ts';
import { type TextDictionary, textOf } from './text-dictionary.ts';

const known = new WeakMap<TextDictionary, { readonly count: number; readonly ranks: Ranks }>();

/** Worked out once for each change of the dictionary. */
export function rankTexts(texts: TextDictionary): Ranks {
  const own = known.get(texts);
  if (own?.count === texts.count) return own.ranks;
  const ranks = ranked(texts);
  known.set(texts, { count: texts.count, ranks });
  return ranks;
}

function ranked(texts: TextDictionary): Ranks {
  const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const strings = Array.from({ length: texts.count }, (_, code) => (code === 0 ? '' : textOf(texts, code)));
  const codes = Uint32Array.from({ length: texts.count - 1 }, (_, at) => at + 1);
  codes.sort((a, b) => compare(strings[a] ?? '', strings[b] ?? ''));
  const ranks = new Uint32Array(texts.count);
  let most = 0;
  let last: string | null = null;
  for (const code of codes) {
    const own = strings[code] ?? '';
    if (last === null || compare(last, own) !== 0) most += 1;
    last = own;
    ranks[code] = most;
  }
  return { ranks, most };
}
