// Statuses in a query: one word for each, and the other words that people use for it.
import type { OrderPaymentState } from '../payment.ts';
import { nearest } from './fields.ts';

/** The words that completion shows. */
export const STATUS_NAMES: Readonly<Record<OrderPaymentState, string>> = {
  pending: 'pending',
  completed: 'completed',
  failed: 'failed',
  'partly-paid': 'partly',
  'no-payment': 'none',
  'not-told': 'unknown',
};

/** Without spaces and hyphens. */
const WORDS: Readonly<Record<string, OrderPaymentState>> = {
  ...{ pending: 'pending', open: 'pending', waiting: 'pending' },
  ...{ completed: 'completed', complete: 'completed', paid: 'completed', done: 'completed', succeeded: 'completed', success: 'completed' },
  ...{ failed: 'failed', fail: 'failed', failure: 'failed', declined: 'failed', rejected: 'failed' },
  ...{ partly: 'partly-paid', partlypaid: 'partly-paid', partial: 'partly-paid', partially: 'partly-paid', partiallypaid: 'partly-paid' },
  ...{ none: 'no-payment', nopayment: 'no-payment', nopayments: 'no-payment', withoutpayment: 'no-payment' },
  ...{ unknown: 'not-told', nottold: 'not-told', untold: 'not-told' },
};

/** The chips say `Partly paid`, `No payment`, `Not told`: typed without quotes, the second word belongs to the first. */
const SECOND_WORDS: Readonly<Record<string, readonly string[]>> = {
  partly: ['paid'],
  partially: ['paid'],
  no: ['payment', 'payments'],
  not: ['told'],
};

export function belongsTo(first: string, second: string): boolean {
  return (Object.hasOwn(SECOND_WORDS, first.toLowerCase()) && SECOND_WORDS[first.toLowerCase()]?.includes(second.toLowerCase())) ?? false;
}

export function statusOf(text: string): OrderPaymentState | null {
  const key = plain(text);
  return Object.hasOwn(WORDS, key) ? (WORDS[key] ?? null) : null;
}

/** Every word for it, without spaces and hyphens. */
export function wordsOf(state: OrderPaymentState): readonly string[] {
  return Object.keys(WORDS).filter((word) => WORDS[word] === state);
}

/** More letters may make a status of it. */
export function beginsStatus(text: string): boolean {
  const key = plain(text);
  return [...Object.keys(WORDS), ...Object.keys(SECOND_WORDS)].some((word) => word.startsWith(key));
}

export function statusNear(text: string): string | null {
  return nearest(plain(text), [...Object.values(STATUS_NAMES), 'paid']);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}
