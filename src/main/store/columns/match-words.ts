// A word typed: found anywhere in number, product, customer or an amount of the order. What each spelling and each amount contains is found out
// once, then one pass over the rows' codes tells which rows have one of them.
import type { WordTerm } from '../../../shared/domain/query/terms.ts';
import { amountsWith } from './find-amounts.ts';
import { digitFinder } from './find-digits.ts';
import { fold } from './fold.ts';
import { type Columns, paymentsEnd } from './order-columns.ts';
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
  if (DIGITS.test(word)) findNumbers(columns, found, word);
  // Nothing is everywhere.
  if (word === '') found.fill(1);
  const refused = not ? 1 : 0;
  for (let row = 0; row < matched.length; row += 1) if (found[row] === refused) matched[row] = 0;
}

function findTexts({ rows, cells }: Columns, found: Uint8Array, products: Uint8Array, customers: Uint8Array): void {
  const { product, customer } = cells;
  for (let row = 0; row < rows; row += 1) {
    found[row] = (products[product[row] as number] as number) | (customers[customer[row] as number] as number);
  }
}

function findAmounts(columns: Columns, found: Uint8Array, amounts: Uint8Array): void {
  const { total, payments } = columns.cells;
  const { amount } = columns.paymentCells;
  for (let row = 0; row < columns.rows; row += 1) {
    if (found[row] === 1) continue;
    let isFound = amounts[total[row] as number] as number;
    const end = paymentsEnd(columns, row);
    for (let at = payments[row] as number; at < end; at += 1) isFound |= amounts[amount[at] as number] as number;
    found[row] = isFound;
  }
}

function findNumbers({ rows, cells }: Columns, found: Uint8Array, digits: string): void {
  const has = digitFinder(digits);
  const { id } = cells;
  for (let row = 0; row < rows; row += 1) if (found[row] === 0 && has(id[row] as number)) found[row] = 1;
}
