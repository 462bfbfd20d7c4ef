// A word typed: found anywhere in number, product, customer or an amount of the order. What each spelling and each amount contains is found out
// once, then one pass over the rows' codes tells which rows have one of them.
import type { WordTerm } from '../../../shared/domain/query/terms.ts';
import { amountsWith } from './find-amounts.ts';
import { findDigits } from './find-digits.ts';
import { fold } from './fold.ts';
import type { Columns } from './order-columns.ts';
import { folded, textsWith } from './text-dictionary.ts';

const DIGITS = /^\d+$/;

export function matchWord(columns: Columns, matched: Uint8Array, { text, not }: WordTerm): void {
  const word = fold(text);
  const products = textsWith(columns.products, folded(text));
  const customers = textsWith(columns.customers, folded(text));
  const amounts = amountsWith(columns.amounts, word);
  const found = new Uint8Array(columns.rows);
  findTexts(columns, found, products, customers);
  if (amounts !== null) findAmounts(columns, found, amounts);
  if (DIGITS.test(word)) findDigits(found, columns.cells.id, word);
  // Nothing is everywhere.
  if (word === '') found.fill(1);
  keepFound(matched, found, not);
}

/** Without a branch: which rows are found follows no pattern that a processor could guess. */
export function keepFound(matched: Uint8Array, found: Uint8Array, not: boolean): void {
  const turned = not ? 1 : 0;
  for (let row = 0; row < matched.length; row += 1) matched[row] = (matched[row] as number) & ((found[row] as number) ^ turned);
}

function findTexts({ rows, cells }: Columns, found: Uint8Array, products: Uint8Array, customers: Uint8Array): void {
  const { product, customer } = cells;
  for (let row = 0; row < rows; row += 1) {
    found[row] = (products[product[row] as number] as number) | (customers[customer[row] as number] as number);
  }
}

function findAmounts({ rows, cells, payments: all, paymentCells }: Columns, found: Uint8Array, amounts: Uint8Array): void {
  const { total, payments } = cells;
  const { amount } = paymentCells;
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    const end = row + 1 < rows ? (payments[row + 1] as number) : all;
    let isFound = (found[row] as number) | (amounts[total[row] as number] as number);
    for (; at < end; at += 1) isFound |= amounts[amount[at] as number] as number;
    found[row] = isFound;
  }
}
