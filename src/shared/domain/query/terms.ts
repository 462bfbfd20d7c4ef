// What a query says once it has been read: terms that all must hold. The language itself is read in parse-query.ts.
import type { OrderPaymentState } from '../payment.ts';

/** Text found anywhere in number, product, customer or an amount of the order. */
export interface WordTerm {
  readonly kind: 'word';
  readonly text: string;
  readonly not: boolean;
}

/** Text found in one field. `number`: the order's; `payment`: the number of one of its payments, typed in full. */
export const TEXT_FIELDS = ['product', 'customer', 'number', 'payment'] as const;
export interface TextTerm {
  readonly kind: 'text';
  readonly field: (typeof TEXT_FIELDS)[number];
  /** One of them is enough. */
  readonly any: readonly string[];
  readonly not: boolean;
}

export interface StatusTerm {
  readonly kind: 'status';
  readonly any: readonly OrderPaymentState[];
  readonly not: boolean;
}

/** An amount, or the quantity, between two bounds, in ten-thousandths; null: open on that side. What is not told matches neither way. */
export const AMOUNT_FIELDS = ['amount', 'total', 'price', 'paid', 'due', 'quantity'] as const;
export interface AmountTerm {
  readonly kind: 'amount';
  /** `amount`: the order's total, or the amount of one of its payments. */
  readonly field: (typeof AMOUNT_FIELDS)[number];
  readonly from: { readonly value: bigint; readonly included: boolean } | null;
  readonly to: { readonly value: bigint; readonly included: boolean } | null;
  readonly not: boolean;
}

/** Created in this span of time, milliseconds since 1970, `from` included, `to` not; null: open on that side. */
export interface TimeTerm {
  readonly kind: 'time';
  readonly from: number | null;
  readonly to: number | null;
  readonly not: boolean;
}

export type Term = WordTerm | TextTerm | StatusTerm | AmountTerm | TimeTerm;

export interface QueryProblem {
  /** The part of the text that is meant, from its first character to the one after its last. */
  readonly from: number;
  readonly to: number;
  /** One sentence for the person. */
  readonly message: string;
  /** More letters may still make it right: while somebody types there, it is no mistake yet. */
  readonly unfinished: boolean;
}

export interface ReadQuery {
  /** Those that could be read: what a problem is about is left out, so that half a word typed empties no list. */
  readonly terms: readonly Term[];
  readonly problems: readonly QueryProblem[];
}

/**
 * `readQuery(text, { now, zone })` of parse-query.ts gives this.
 * `now`: milliseconds since 1970. `zone`: IANA name of the time zone in which days begin and end.
 */
export type ReadQueryFunction = (text: string, asking: { readonly now: number; readonly zone: string }) => ReadQuery;
