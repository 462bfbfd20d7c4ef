// Finds words in amounts as people write them: canonical decimal text (`450000.00`, `0.125`), with or without commas between the digits typed.
import { moneyText } from '../../../shared/domain/money.ts';
import type { AmountDictionary } from './amount-dictionary.ts';
import { digitFinder } from './find-digits.ts';

const UNIT = 10_000;
const GROUPED = /^(\d{1,3})((?:,\d{2,3})*,\d{3})(\.\d*)?$/;

/** @param word folded @returns 1 for each code in whose amount the word stands; null: no amount can contain it. */
export function amountsWith(amounts: AmountDictionary, word: string): Uint8Array | null {
  const typed = GROUPED.test(word) ? word.replaceAll(',', '') : word;
  const match = /^(-?)(\d*)(\.?)(\d*)$/.exec(typed);
  if (match === null || typed === '') return null;
  const [, minus = '', before = '', point = '', after = ''] = match;
  if (minus !== '') return codesWhere(amounts, (value, code) => value < 0 && standsInText(amounts, code, typed));
  const has = point === '' ? hasAnywhere(before) : hasAround(before, after);
  return codesWhere(amounts, (value, code) => (Number.isFinite(value) ? has(Math.abs(value)) : standsInText(amounts, code, typed)));
}

function codesWhere({ count, values }: AmountDictionary, test: (value: number, code: number) => boolean): Uint8Array {
  const found = new Uint8Array(count);
  for (let code = 1; code < count; code += 1) if (test(values[code] as number, code)) found[code] = 1;
  return found;
}

/** Rare: amounts beyond what is exact in a float, and words with a minus. */
function standsInText({ values, huge }: AmountDictionary, code: number, word: string): boolean {
  return moneyText(huge.get(code) ?? BigInt(values[code] as number)).includes(word);
}

type HasWord = (size: number) => boolean;

/** Digits alone: in the whole units or in the fraction. */
function hasAnywhere(digits: string): HasWord {
  const inUnits = digitFinder(digits);
  const inFraction = fractionTest((fraction) => fraction.includes(digits));
  return (size) => {
    const units = Math.floor(size / UNIT);
    return inUnits(units) || inFraction(size - units * UNIT);
  };
}

/** Units that end so, and a fraction that begins so. */
function hasAround(before: string, after: string): HasWord {
  const begins = fractionTest((fraction) => fraction.startsWith(after));
  const [modulus, ending] = [10 ** before.length, Number(before)];
  const least = before.length > 1 ? modulus / 10 : 0;
  return (size) => {
    const units = Math.floor(size / UNIT);
    if (units < least || (before !== '' && units - Math.floor(units / modulus) * modulus !== ending)) return false;
    return begins(size - units * UNIT);
  };
}

/** A fraction is written with two decimals, or up to four where they are not zero. Each of the ten thousand is asked for once. */
function fractionTest(test: (fraction: string) => boolean): (fraction: number) => boolean {
  const known = new Uint8Array(UNIT);
  return (fraction) => {
    if (known[fraction] === 0) {
      const text = String(fraction)
        .padStart(4, '0')
        .replace(/0{1,2}$/, '');
      known[fraction] = test(text) ? 1 : 2;
    }
    return known[fraction] === 1;
  };
}
