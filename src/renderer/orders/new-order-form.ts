// A new order as it is typed: the rules under its fields, its live total, and what a payment's amount means against what is due. Pure.
import { formatMoney, moneyText, readMoney, timesQuantity } from '../../shared/domain/money.ts';
import { checkPaymentAmount, checkPrice, checkProductName, checkQuantity } from '../../shared/domain/new-order.ts';
import type { FieldErrors } from '../ui/field-errors.ts';

export type OrderField = 'product' | 'quantity' | 'price';
export type OrderDraft = Readonly<Record<OrderField, string>>;

export const EMPTY_ORDER: OrderDraft = { product: '', quantity: '1', price: '' };

/** The server's field names, the guide's first, and which of the form's fields each belongs to. */
export const ORDER_NAMES: Readonly<Record<string, OrderField>> = {
  product_name: 'product',
  product: 'product',
  quantity: 'quantity',
  qty: 'quantity',
  price: 'price',
  unit_price: 'price',
};
export const PAYMENT_NAMES: Readonly<Record<string, 'amount'>> = { amount: 'amount', amount_paid: 'amount', payment_amount: 'amount' };

export function isTouched(draft: OrderDraft): boolean {
  return draft.product !== EMPTY_ORDER.product || draft.price !== EMPTY_ORDER.price || draft.quantity !== EMPTY_ORDER.quantity;
}

export function checkNewOrder(draft: OrderDraft): FieldErrors<OrderField> {
  const errors: Partial<Record<OrderField, string>> = {};
  const product = checkProductName(draft.product);
  const quantity = checkQuantity(draft.quantity);
  const price = checkPrice(draft.price);
  if ('problem' in product) errors.product = product.problem;
  if ('problem' in quantity) errors.quantity = quantity.problem;
  if ('problem' in price) errors.price = price.problem;
  return errors;
}

/** @returns canonical text, or null while quantity or price cannot be read. */
export function liveTotal(draft: OrderDraft): string | null {
  const quantity = checkQuantity(draft.quantity);
  const price = checkPrice(draft.price);
  if ('problem' in quantity || 'problem' in price) return null;
  const units = readMoney(quantity.value);
  const each = readMoney(price.value);
  return units === null || each === null ? null : moneyText(timesQuantity(each, units));
}

export interface AmountMeaning {
  readonly tone: 'info' | 'warn';
  readonly words: string;
}

/**
 * What an amount means for the order, said before it is sent.
 * @param due canonical text, or null when the server does not tell the payments.
 */
export function amountMeaning(typed: string, due: string | null, currency: string): AmountMeaning | null {
  const amount = checkPaymentAmount(typed);
  if ('problem' in amount) return null;
  const paid = readMoney(amount.value);
  const owed = due === null ? null : readMoney(due);
  if (paid === null || owed === null) return { tone: 'info', words: 'What is due on this order is not known.' };
  if (paid === owed) return { tone: 'info', words: 'This is exactly what is due.' };
  const difference = formatMoney(moneyText(paid > owed ? paid - owed : owed - paid), currency);
  if (paid > owed) return { tone: 'warn', words: `This is ${difference} more than is due.` };
  return { tone: 'info', words: `This leaves ${difference} still due.` };
}

/** The amount to offer: what is due, or nothing when nothing is. */
export function offeredAmount(due: string | null): string {
  const owed = due === null ? null : readMoney(due);
  return owed === null || owed <= 0n ? '' : moneyText(owed);
}
