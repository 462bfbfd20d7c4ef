// Amounts, each once: exact numbers in ten-thousandths, found by their codes. Those beyond what a float holds exactly stand aside, as they are.
import type { Money } from '../../../shared/domain/money.ts';
import { trimmed, withRoom } from './typed-cells.ts';

/** Within ±MOST a sum or difference of two is still exact. */
const MOST = 2 ** 51;

/** An amount as it is computed with here: a number within ±MOST, anything larger as it is; null: not told. */
export type Exact = number | bigint | null;

export interface AmountDictionary {
  /** Codes in use; code 0: not told. */
  count: number;
  /** NaN: not told; ±Infinity: stands in `huge`. */
  values: Float64Array;
  readonly huge: Map<number, bigint>;
  readonly hugeCodes: Map<bigint, number>;
}

export function emptyAmounts(): AmountDictionary {
  return { count: 1, values: Float64Array.of(Number.NaN), huge: new Map(), hugeCodes: new Map() };
}

export function exactOf(money: Money | null): Exact {
  if (money === null) return null;
  const near = Number(money);
  return near >= -MOST && near <= MOST ? near : money;
}

export function exact(value: number): Exact {
  return value >= -MOST && value <= MOST ? value : BigInt(value);
}

export function moneyOf({ values, huge }: AmountDictionary, code: number): Money {
  return huge.get(code) ?? BigInt(values[code] as number);
}

export function addAmount(amounts: AmountDictionary, value: number | bigint): number {
  const code = amounts.count;
  amounts.values = withRoom(amounts.values, code + 1, 256 + (code >>> 2));
  if (typeof value === 'number') amounts.values[code] = value;
  else {
    amounts.values[code] = value < 0n ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    amounts.huge.set(code, value);
    amounts.hugeCodes.set(value, code);
  }
  amounts.count = code + 1;
  return code;
}

/** For one order at a time. */
export function codeOfAmount(amounts: AmountDictionary, value: Exact): number {
  if (value === null) return 0;
  if (typeof value === 'bigint') return amounts.hugeCodes.get(value) ?? addAmount(amounts, value);
  const known = amounts.values.indexOf(value);
  return known > 0 && known < amounts.count ? known : addAmount(amounts, value);
}

/** Finds the codes of many amounts: a hash table beside the dictionary, to be thrown away afterwards. */
export function createAmountCoder(amounts: AmountDictionary): (value: Exact) => number {
  let table = new Uint32Array(1_024);
  const placeOf = (value: number): number => {
    const mask = table.length - 1;
    const high = Math.floor(value / 4_294_967_296) | 0;
    const mixed = Math.imul((value | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    let place = (mixed ^ (mixed >>> 15)) & mask;
    while (table[place] !== 0 && amounts.values[table[place] as number] !== value) place = (place + 1) & mask;
    return place;
  };
  const enter = (code: number): void => {
    const value = amounts.values[code] as number;
    if (Number.isFinite(value)) table[placeOf(value)] = code;
  };
  const refill = (): void => {
    while (table.length < amounts.count * 2) table = new Uint32Array(table.length * 2);
    for (let code = 1; code < amounts.count; code += 1) enter(code);
  };
  refill();
  return (value) => {
    if (value === null) return 0;
    if (typeof value === 'bigint') return amounts.hugeCodes.get(value) ?? addAmount(amounts, value);
    const place = placeOf(value);
    const known = table[place] as number;
    if (known !== 0) return known;
    const code = addAmount(amounts, value);
    table[place] = code;
    if (amounts.count * 2 > table.length) refill();
    return code;
  };
}

export function trimAmounts(amounts: AmountDictionary): void {
  amounts.values = trimmed(amounts.values, amounts.count);
}

/** Takes in the amounts of another dictionary. @returns the code here of each code there. */
export function joinAmounts(amounts: AmountDictionary, other: AmountDictionary): Uint32Array {
  const codes = new Uint32Array(other.count);
  const codeOf = createAmountCoder(amounts);
  for (let code = 1; code < other.count; code += 1) codes[code] = codeOf(other.huge.get(code) ?? (other.values[code] as number));
  return codes;
}
