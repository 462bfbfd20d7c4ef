// Which rows the terms of a query find: each term passes once over the columns it speaks of.

import { assertNever } from '../../../shared/assert-never.ts';
import type { AmountTerm, StatusTerm, Term, TextTerm, TimeTerm } from '../../../shared/domain/query/terms.ts';
import type { AmountDictionary } from './amount-dictionary.ts';
import { digitFinder } from './find-digits.ts';
import { fold } from './fold.ts';
import { matchWord } from './match-words.ts';
import { type Columns, paymentsEnd, STATE, STATE_PLACES } from './order-columns.ts';
import { folded, type TextDictionary, textsWith } from './text-dictionary.ts';

/** @returns 1 for each row that all terms find. */
export function matchTerms(columns: Columns, terms: readonly Term[]): Uint8Array {
  const matched = new Uint8Array(columns.rows).fill(1);
  for (const term of terms) matchTerm(columns, matched, term);
  return matched;
}

function matchTerm(columns: Columns, matched: Uint8Array, term: Term): void {
  switch (term.kind) {
    case 'word':
      matchWord(columns, matched, term);
      break;
    case 'text':
      matchText(columns, matched, term);
      break;
    case 'status':
      matchStatus(columns, matched, term);
      break;
    case 'amount':
      matchAmount(columns, matched, term);
      break;
    case 'time':
      matchTime(columns, matched, term);
      break;
    default:
      assertNever(term);
  }
}

function matchText(columns: Columns, matched: Uint8Array, { field, any, not }: TextTerm): void {
  switch (field) {
    case 'product':
      matchCodes(matched, columns.cells.product, anyText(columns.products, any), not);
      break;
    case 'customer':
      matchCodes(matched, columns.cells.customer, anyText(columns.customers, any), not);
      break;
    case 'number':
      matchNumber(columns, matched, any.map(fold), not);
      break;
    case 'payment':
      matchPayment(columns, matched, any.map(fold), not);
      break;
    default:
      assertNever(field);
  }
}

function matchCodes(matched: Uint8Array, codes: Uint32Array, found: Uint8Array, not: boolean): void {
  const refused = not ? 1 : 0;
  for (let row = 0; row < matched.length; row += 1) if (found[codes[row] as number] === refused) matched[row] = 0;
}

function anyText(texts: TextDictionary, any: readonly string[]): Uint8Array {
  const found = new Uint8Array(texts.count);
  for (const word of any) {
    const own = textsWith(texts, folded(word));
    for (let code = 0; code < own.length; code += 1) found[code] = (found[code] as number) | (own[code] as number);
  }
  return found;
}

const DIGITS = /^\d+$/;

function matchNumber({ rows, cells }: Columns, matched: Uint8Array, any: readonly string[], not: boolean): void {
  const finders = any.filter((word) => DIGITS.test(word)).map(digitFinder);
  for (let row = 0; row < rows; row += 1) {
    if (matched[row] === 1 && finders.some((has) => has(cells.id[row] as number)) === not) matched[row] = 0;
  }
}

function matchPayment(columns: Columns, matched: Uint8Array, any: readonly string[], not: boolean): void {
  const wanted = new Set(any.filter((word) => DIGITS.test(word)).map(Number));
  const found = rowsWithPayment(columns, (at) => wanted.has(columns.paymentCells.id[at] as number));
  for (let row = 0; row < columns.rows; row += 1) if ((found[row] === 1) === not) matched[row] = 0;
}

function rowsWithPayment(columns: Columns, test: (payment: number) => boolean): Uint8Array {
  const found = new Uint8Array(columns.rows);
  for (let row = 0; row < columns.rows; row += 1) {
    const end = paymentsEnd(columns, row);
    for (let at = columns.cells.payments[row] as number; at < end && found[row] === 0; at += 1) if (test(at)) found[row] = 1;
  }
  return found;
}

function matchStatus({ cells }: Columns, matched: Uint8Array, { any, not }: StatusTerm): void {
  const isIn = new Uint8Array(STATE + 1);
  for (const state of any) isIn[STATE_PLACES[state]] = 1;
  const refused = not ? 1 : 0;
  for (let row = 0; row < matched.length; row += 1) if (isIn[(cells.state[row] as number) & STATE] === refused) matched[row] = 0;
}

/** What is not told is within no bounds, and outside of none. */
const [WITHIN, OUTSIDE] = [1, 2];

function matchAmount(columns: Columns, matched: Uint8Array, term: AmountTerm): void {
  const places = placesOf(columns.amounts, term);
  if (term.field === 'amount') matchAnyAmount(columns, matched, places, term.not);
  else matchOneAmount(columns.cells[term.field], matched, places, term.not);
}

function matchOneAmount(codes: Uint32Array, matched: Uint8Array, places: Uint8Array, not: boolean): void {
  const wanted = not ? OUTSIDE : WITHIN;
  for (let row = 0; row < matched.length; row += 1) if (places[codes[row] as number] !== wanted) matched[row] = 0;
}

/** The total or the amount of one payment: one within the bounds is enough, and refuses the order where they are not wanted. */
function matchAnyAmount(columns: Columns, matched: Uint8Array, places: Uint8Array, not: boolean): void {
  const { total } = columns.cells;
  const { amount } = columns.paymentCells;
  for (let row = 0; row < matched.length; row += 1) {
    if (matched[row] === 0) continue;
    let seen = places[total[row] as number] as number;
    const end = paymentsEnd(columns, row);
    for (let at = columns.cells.payments[row] as number; at < end; at += 1) seen |= places[amount[at] as number] as number;
    const isWithin = (seen & WITHIN) !== 0;
    if (not ? isWithin || seen === 0 : !isWithin) matched[row] = 0;
  }
}

function placesOf(amounts: AmountDictionary, { from, to }: AmountTerm): Uint8Array {
  const places = new Uint8Array(amounts.count);
  // Numbers and bigints compare exactly; `<` and `>` alone do so without converting.
  const isWithin = (amount: number | bigint): boolean =>
    (from === null || amount > from.value || (from.included && !(amount < from.value))) &&
    (to === null || amount < to.value || (to.included && !(amount > to.value)));
  for (let code = 1; code < amounts.count; code += 1) {
    places[code] = isWithin(amounts.huge.get(code) ?? (amounts.values[code] as number)) ? WITHIN : OUTSIDE;
  }
  return places;
}

function matchTime({ cells }: Columns, matched: Uint8Array, { from, to, not }: TimeTerm): void {
  const [first, end] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
  for (let row = 0; row < matched.length; row += 1) {
    const created = cells.created[row] as number;
    // A time that is not told compares as neither.
    if (not ? !(created < first || created >= end) : !(created >= first && created < end)) matched[row] = 0;
  }
}
