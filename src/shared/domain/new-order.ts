// What a person may type for a new order or a payment, checked before anything is sent. Used by the page and again by main.
import { type Money, moneyText, readMoney } from './money.ts';

/** The longest product name that is sent; DRF's usual CharField limit is 255 and the server has the last word. */
const PRODUCT_NAME_LIMIT = 255;

/** Either the value to send or the sentence that stands under the field. */
export type Checked<T> = { readonly value: T } | { readonly problem: string };

export function checkProductName(typed: string): Checked<string> {
  const name = typed.trim();
  if (name === '') return { problem: 'Type the product’s name.' };
  const length = [...name].length;
  if (length > PRODUCT_NAME_LIMIT) {
    return { problem: `A product name has at most ${PRODUCT_NAME_LIMIT} characters; this one has ${length}.` };
  }
  return { value: name };
}

export function checkQuantity(typed: string): Checked<number> {
  const text = typed.trim();
  if (text === '') return { problem: 'Type how many.' };
  if (!/^[+-]?\d+$/.test(text)) return { problem: 'A quantity is a whole number, like 5.' };
  const quantity = Number(text);
  if (quantity < 1) return { problem: 'A quantity is at least 1.' };
  if (quantity > 2_147_483_647) return { problem: 'That quantity is too large for a server to keep.' };
  return { value: quantity };
}

export function checkPrice(typed: string): Checked<string> {
  return checkAmount(typed, { empty: 'Type the price of one.', zeroAllowed: true });
}

export function checkPaymentAmount(typed: string): Checked<string> {
  return checkAmount(typed, { empty: 'Type the amount that was paid.', zeroAllowed: false });
}

/** Accepts `1200`, `1200.5`, `1,200.50` and `1 200.50`; never guesses at a lone comma, which may be a decimal comma. */
function checkAmount(typed: string, rule: { empty: string; zeroAllowed: boolean }): Checked<string> {
  const text = typed.trim();
  if (text === '') return { problem: rule.empty };
  const amount = readTypedAmount(text);
  if (amount === null) return { problem: 'An amount is a number with at most two decimals and a point, like 1200.50.' };
  if (amount < 0n) return { problem: 'An amount cannot be negative.' };
  if (amount === 0n && !rule.zeroAllowed) return { problem: 'The amount must be more than 0.' };
  return { value: moneyText(amount) };
}

function readTypedAmount(text: string): Money | null {
  // One kind of separator throughout: in "1 200,300" the comma is a decimal one.
  const grouped = /^-?\d{1,3}([,\u00a0\u202f ])\d{3}(\1\d{3})*(\.\d{0,2})?$/.test(text);
  // "1,200" might be 1.2 in another locale's typing; grouping by comma is only believed when a point or a second group settles it.
  if (grouped && /^-?\d{1,3},\d{3}$/.test(text)) return null;
  const plain = grouped ? text.replace(/[,\u00a0\u202f ]/g, '') : text;
  return /^-?\d+(\.\d{0,2})?$/.test(plain) ? readMoney(plain) : null;
}
