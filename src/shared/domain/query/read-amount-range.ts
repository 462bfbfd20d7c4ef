// Amounts in a query: `500`, `>500`, `<=12.50`, `100..200`, `100..`, `~500`; exact, in ten-thousandths.
import { type Money, readMoney } from '../money.ts';
import type { AmountTerm } from './terms.ts';

export type AmountRange = Pick<AmountTerm, 'from' | 'to'>;
/** `unfinished`: more typing makes it an amount. `reversed`: the range ends before it begins. */
export type NoAmount = 'unfinished' | 'wrong' | 'reversed';

/** One unit of the currency, and of the quantity. */
const ONE = 10_000n;
/** Near: within five percent, and at least one unit, to either side. */
const NEAR_PART = 20n;

const SIGN = /^(>=|<=|>|<|=|~|≥|≤|≈)?\s*/;

export function readAmountRange(text: string): AmountRange | NoAmount {
  // A comma at the end parts this from the next word.
  const typed = text.trim().replace(/,+$/, '');
  const sign = SIGN.exec(typed);
  const rest = typed.slice(sign?.[0].length ?? 0);
  if (rest === '' || /^[-.]$/.test(rest)) return 'unfinished';
  if (sign?.[1] !== undefined) return compared(sign[1], readAmount(rest));
  const dots = rest.indexOf('..');
  if (dots !== -1) return between(rest.slice(0, dots), rest.slice(dots).replace(/^\.{2,3}/, ''));
  const exact = readAmount(rest);
  return exact === null ? 'wrong' : { from: included(exact), to: included(exact) };
}

function compared(sign: string, amount: Money | null): AmountRange | NoAmount {
  if (amount === null) return 'wrong';
  switch (sign) {
    case '>':
      return { from: { value: amount, included: false }, to: null };
    case '>=':
    case '≥':
      return { from: included(amount), to: null };
    case '<':
      return { from: null, to: { value: amount, included: false } };
    case '<=':
    case '≤':
      return { from: null, to: included(amount) };
    case '~':
    case '≈':
      return near(amount);
    default:
      return { from: included(amount), to: included(amount) };
  }
}

function near(amount: Money): AmountRange {
  const part = (amount < 0n ? -amount : amount) / NEAR_PART;
  const away = part > ONE ? part : ONE;
  return { from: included(amount - away), to: included(amount + away) };
}

function between(first: string, last: string): AmountRange | NoAmount {
  if (first === '' && last === '') return 'unfinished';
  const from = first === '' ? null : readAmount(first);
  const to = last === '' ? null : readAmount(last);
  if ((first !== '' && from === null) || (last !== '' && to === null)) return last === '-' ? 'unfinished' : 'wrong';
  if (from !== null && to !== null && from > to) return 'reversed';
  return { from: from === null ? null : included(from), to: to === null ? null : included(to) };
}

function included(value: Money): NonNullable<AmountTerm['from']> {
  return { value, included: true };
}

const CURRENCY = /^\p{Sc}\s?|\s?\p{Sc}$/gu;
/** Groups of three; of two in India, where only the last one has three. */
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d{0,4})?$/;
const GROUPED_BY_POINT = /^\d{1,3}(?:(?:\.\d{3})+,\d{1,4}|(?:\.\d{3}){2,})$/;
const GROUPED_BY_MARK = /^\d{1,3}(?:['’]\d{3})+(?:[.,]\d{0,4})?$/;
const DECIMAL_COMMA = /^\d+,(?:\d{1,2}|\d{4})$/;
const DECIMAL_POINT = /^(?:\d+(?:\.\d{0,4})?|\.\d{1,4})$/;

/**
 * A single point is always the decimal point (1.234 is less than two); a comma before three digits groups them (1,234 is more than a thousand),
 * before one, two or four it is the decimal comma (12,50); where both stand, the last one is the decimal sign (1,234.50 and 1.234,50).
 */
export function readAmount(text: string): Money | null {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(text.trim().replace(CURRENCY, '').replace(CURRENCY, '')) ?? [];
  const decimal = decimalText(digits);
  return decimal === null ? null : readMoney(sign + decimal);
}

function decimalText(digits: string): string | null {
  if (DECIMAL_POINT.test(digits)) return digits.startsWith('.') ? `0${digits}` : digits;
  if (GROUPED_BY_COMMA.test(digits)) return digits.replaceAll(',', '');
  if (GROUPED_BY_POINT.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  if (GROUPED_BY_MARK.test(digits)) return digits.replace(/['’]/g, '').replace(',', '.');
  return DECIMAL_COMMA.test(digits) ? digits.replace(',', '.') : null;
}
