// Sorts by counting, digit by digit (LSD radix): stable, and the same speed for every million of cells.

const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * Stable, ascending.
 * @param places in the order to keep among equals; changed in no way
 * @param keyOf a key for each place, from 0 to `most`
 */
export function sortedByKey(places: Uint32Array, keyOf: Uint32Array, most: number): Uint32Array {
  const count = places.length;
  let from: Uint32Array = places;
  let to: Uint32Array = new Uint32Array(count);
  let [keys, nextKeys] = [new Uint32Array(count), new Uint32Array(count)];
  for (let at = 0; at < count; at += 1) keys[at] = keyOf[places[at] as number] as number;
  const bits = 32 - Math.clz32(most);
  const passes = Math.ceil(bits / DIGIT_BITS);
  const width = passes === 0 ? 0 : Math.ceil(bits / passes);
  for (let shift = 0; shift < bits; shift += width) {
    pass(from, keys, to, nextKeys, shift, width);
    // What was handed in is not written to.
    const free = from === places ? new Uint32Array(count) : from;
    [from, to] = [to, free];
    [keys, nextKeys] = [nextKeys, keys];
  }
  return from === places ? places.slice() : from;
}

function pass(from: Uint32Array, keys: Uint32Array, to: Uint32Array, nextKeys: Uint32Array, shift: number, width: number): void {
  const mask = (1 << width) - 1;
  const starts = new Uint32Array(BUCKETS + 1);
  for (let at = 0; at < keys.length; at += 1) {
    const digit = ((keys[at] as number) >>> shift) & mask;
    starts[digit + 1] = (starts[digit + 1] as number) + 1;
  }
  for (let digit = 1; digit <= BUCKETS; digit += 1) starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    const digit = (key >>> shift) & mask;
    const place = starts[digit] as number;
    starts[digit] = place + 1;
    to[place] = from[at] as number;
    nextKeys[place] = key;
  }
}

/** The places of these whole numbers from the lowest to the highest; equal ones as they stand. Their span may be any within 2^53. */
export function orderOfNumbers(numbers: Float64Array): Uint32Array {
  const count = numbers.length;
  const direction = directionOf(numbers);
  const places = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) places[at] = direction === -1 ? count - 1 - at : at;
  return direction === 0 ? sortedByNumber(places, numbers, ...extremes(numbers)) : places;
}

/** 1: rising; -1: falling, with no two equal; 0: neither. */
function directionOf(numbers: Float64Array): 1 | -1 | 0 {
  let [rises, falls] = [true, true];
  for (let at = 1; at < numbers.length && (rises || falls); at += 1) {
    const [before, own] = [numbers[at - 1] as number, numbers[at] as number];
    if (own < before) rises = false;
    if (own >= before) falls = false;
  }
  return rises ? 1 : falls ? -1 : 0;
}

/** NaN aside. */
export function extremes(numbers: Float64Array): [lowest: number, highest: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < numbers.length; at += 1) {
    const own = numbers[at] as number;
    if (own < low) low = own;
    if (own > high) high = own;
  }
  return low <= high ? [low, high] : [0, 0];
}

/** Stable. @param places in the order to keep among equals */
export function sortedByNumber(places: Uint32Array, numbers: Float64Array, low: number, high: number): Uint32Array {
  const below = new Uint32Array(numbers.length);
  const span = high - low;
  for (let at = 0; at < numbers.length; at += 1) below[at] = (numbers[at] as number) - low;
  const sorted = sortedByKey(places, below, span > 0xffffffff ? 0xffffffff : span);
  if (span <= 0xffffffff) return sorted;
  for (let at = 0; at < numbers.length; at += 1) below[at] = Math.floor(((numbers[at] as number) - low) / 4_294_967_296);
  return sortedByKey(sorted, below, Math.floor(span / 4_294_967_296));
}
