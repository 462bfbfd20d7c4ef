// The next columns out of the former ones and the rows told now.
import { type AmountDictionary, createAmountCoder, trimAmounts } from './amount-dictionary.ts';
import { type Columns, emptyColumns, PAYMENT_COLUMNS, paymentsEnd, ROW_COLUMNS, UNTOLD } from './order-columns.ts';
import { gather, type Sources, withRuns } from './row-sources.ts';
import { createTextCoder } from './text-coder.ts';
import { type TextDictionary, trimTexts } from './text-dictionary.ts';

/** @param told is used up: its memory goes, column by column, as the next ones take theirs. */
export function joinColumns(former: Columns, told: Columns, sources: Sources): Columns {
  const next = emptyColumns();
  if (sources.kept === 0) takeDictionaries(next, told);
  else {
    takeDictionaries(next, former);
    if (told.rows > 0) recode(next, told);
  }
  const starts = joinPayments(next, former, told, sources);
  const runs = withRuns(sources);
  for (const name of ROW_COLUMNS) {
    const column = name === 'payments' ? starts : gather(former.cells[name], told.cells[name], runs);
    Object.assign(next.cells, { [name]: column });
    Object.assign(told.cells, { [name]: column.subarray(0, 0) });
  }
  next.rows = sources.count;
  for (let row = 0; row < next.rows; row += 1) if (((next.cells.state[row] as number) & UNTOLD) !== 0) next.untold += 1;
  trimTexts(next.products);
  trimTexts(next.customers);
  trimAmounts(next.amounts);
  return next;
}

function takeDictionaries(next: Columns, { products, customers, amounts }: Columns): void {
  Object.assign(next, { products, customers, amounts });
}

/** The former codes stay; those of the rows told now are changed into them. */
function recode({ products, customers, amounts }: Columns, told: Columns): void {
  change(told.cells.product, told.rows, joinTexts(products, told.products));
  change(told.cells.customer, told.rows, joinTexts(customers, told.customers));
  const codes = joinAmounts(amounts, told.amounts);
  for (const name of ['quantity', 'price', 'total', 'paid', 'due'] as const) change(told.cells[name], told.rows, codes);
  change(told.paymentCells.amount, told.payments, codes);
}

function change(cells: Uint32Array, count: number, codes: Uint32Array): void {
  for (let at = 0; at < count; at += 1) cells[at] = codes[cells[at] as number] as number;
}

/** @returns the code in `texts` of each code in `other`. */
function joinTexts(texts: TextDictionary, other: TextDictionary): Uint32Array {
  const { codeOfOther } = createTextCoder(texts);
  return Uint32Array.from({ length: other.count }, (_, code) => codeOfOther(other, code));
}

function joinAmounts(amounts: AmountDictionary, { count, values, huge }: AmountDictionary): Uint32Array {
  const codeOf = createAmountCoder(amounts);
  return Uint32Array.from({ length: count }, (_, code) => (code === 0 ? 0 : codeOf(huge.get(code) ?? (values[code] as number))));
}

/** @returns where each row's payments begin. */
function joinPayments(next: Columns, former: Columns, told: Columns, { places, isFormer, count, kept }: Sources): Uint32Array {
  const starts = new Uint32Array(count);
  const from = new Uint32Array(former.payments + told.payments);
  const isOld = new Uint8Array(from.length);
  let total = 0;
  for (let row = 0; row < count; row += 1) {
    starts[row] = total;
    const source = isFormer[row] === 1 ? former : told;
    const own = places[row] as number;
    const end = paymentsEnd(source, own);
    for (let at = source.cells.payments[own] as number; at < end; at += 1) {
      from[total] = at;
      isOld[total] = isFormer[row] as number;
      total += 1;
    }
  }
  const runs = withRuns({ places: from, isFormer: isOld, count: total, kept: kept === 0 ? 0 : total });
  for (const name of PAYMENT_COLUMNS) {
    Object.assign(next.paymentCells, { [name]: gather(former.paymentCells[name], told.paymentCells[name], runs) });
  }
  next.payments = total;
  return starts;
}
