// The place of each amount among all of them, exactly, worked out once for each change of the dictionary.
import { type AmountDictionary, moneyOf } from './amount-dictionary.ts';
import type { Ranks } from './ranks.ts';
import { extremes, sortedByNumber } from './sort-numbers.ts';

const known = new WeakMap<AmountDictionary, { readonly count: number; readonly ranks: Ranks }>();

export function rankAmounts(amounts: AmountDictionary): Ranks {
  const own = known.get(amounts);
  if (own?.count === amounts.count) return own.ranks;
  const ranks = ranked(amounts);
  known.set(amounts, { count: amounts.count, ranks });
  return ranks;
}

function ranked(amounts: AmountDictionary): Ranks {
  const usual = Uint32Array.from(codes(amounts, (value) => Number.isFinite(value)));
  const below = byAmount(amounts, Number.NEGATIVE_INFINITY);
  const above = byAmount(amounts, Number.POSITIVE_INFINITY);
  const finite = amounts.values.slice(0, amounts.count).map((value) => (Number.isFinite(value) ? value : Number.NaN));
  const ranks = new Uint32Array(amounts.count);
  let most = 0;
  let last: bigint | number | null = null;
  for (const sorted of [below, sortedByNumber(usual, finite, ...extremes(finite)), above]) {
    for (const code of sorted) {
      const value: bigint | number = amounts.huge.get(code) ?? (amounts.values[code] as number);
      if (value !== last) most += 1;
      last = value;
      ranks[code] = most;
    }
  }
  return { ranks, most };
}

function* codes({ count, values }: AmountDictionary, test: (value: number) => boolean): Iterable<number> {
  for (let code = 1; code < count; code += 1) if (test(values[code] as number)) yield code;
}

function byAmount(amounts: AmountDictionary, side: number): Uint32Array {
  const sorted = [...codes(amounts, (value) => value === side)].sort((a, b) => {
    const [left, right] = [moneyOf(amounts, a), moneyOf(amounts, b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return Uint32Array.from(sorted);
}
