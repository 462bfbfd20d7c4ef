// What may be typed into the settings of marking, and what each value means. Pure.
import { formatMoney, moneyText, readMoney } from '../../shared/domain/money.ts';

type Checked<T> = { readonly value: T } | { readonly problem: string };

/** @returns the seconds to save, or the sentence that stands under the field. */
export function checkHold(typed: string): Checked<number> {
  const text = typed.trim();
  const seconds = Number(text);
  if (!/^\d{1,4}$/.test(text) || seconds > 10) return { problem: 'A whole number of seconds, from 0 to 10.' };
  return { value: seconds };
}

export function holdMeaning(seconds: number): string {
  if (seconds === 0) return 'Marks are sent at once and cannot be undone.';
  return `Each mark can be undone for ${seconds} ${seconds === 1 ? 'second' : 'seconds'} before it is sent.`;
}

/** @returns canonical decimal text, '' for no limit; or the sentence that stands under the field. */
export function checkLimit(typed: string): Checked<string> {
  const text = typed.trim();
  if (text === '') return { value: '' };
  const amount = /^\d{1,15}(\.\d{1,4})?$/.test(text) ? readMoney(text) : null;
  return amount === null ? { problem: 'An amount, like 500.00, or nothing.' } : { value: moneyText(amount) };
}

export function limitMeaning(limit: string, currency: string): string {
  if (limit === '') return 'No mark is asked for a second time, whatever its amount.';
  return `A mark of more than ${formatMoney(limit, currency)} has to be confirmed.`;
}
