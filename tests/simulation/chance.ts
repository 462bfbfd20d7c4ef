// Chance that can be repeated: the same seed, the same run.

export interface Chance {
  /** 0 up to 1. */
  next(): number;
  /** Whole, from..to inclusive. */
  whole(from: number, to: number): number;
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T | undefined;
  /** One of the names, by their weights. */
  weighted<N extends string>(weights: Readonly<Record<N, number>>): N;
}

/** mulberry32 (Tommy Ettinger, public domain): small, fast and good enough to choose faults with. */
export function createChance(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)],
    weighted: (weights) => {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let rest = next() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        rest -= weights[name];
        if (rest < 0) return name;
      }
      return names[0] as (typeof names)[number];
    },
  };
}
