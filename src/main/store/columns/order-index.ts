// The whole history in columns: what finding, counting and sorting work on. In memory, in the store's thread; knows no disk.
import type { OrderPaymentState } from '../../../shared/domain/payment.ts';
import type { HistoryQuery, Insights } from '../../../shared/ipc/order-schemas.ts';
import type { Order } from '../facts.ts';

/** What a query means depends on where and when it is asked: `age:>2d`, `date:today`. */
export interface Asking {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name of the time zone in which days begin and end. */
  readonly zone: string;
}

export interface Found {
  /** Rows of the result. */
  readonly total: number;
  /** Orders that match now and are not in the result. */
  readonly added: number;
  /** As things are now, by state, whatever chip is on. */
  readonly counts: Partial<Record<OrderPaymentState, number>>;
  /** The numbers of the orders that stand in the asked range. */
  readonly ids: readonly number[];
}

/** A whole history that takes the place of this one, row by row; the former one is found in until `finish`. */
export interface Rebuild {
  /** An order as told now. The last telling of a number counts. */
  put(order: Order): void;
  /** The order with this number is as it was. */
  keep(id: number): void;
  finish(): void;
}

export interface OrderIndex {
  readonly size: number;
  /** The highest order number; null where there is none. */
  highest(): number | null;
  has(id: number): boolean;
  /** Adds the order, or puts it in the place of the one with its number. @param order with everything that has been told of its payments. */
  put(order: Order): void;
  rebuild(): Rebuild;

  /**
   * @param fresh found anew. Otherwise the result stands as it was last found for this query, except that what is gone is gone: nothing
   *   reorders while somebody looks; the few results that were asked for last are kept.
   */
  find(query: HistoryQuery, asking: Asking, range: { readonly offset: number; readonly limit: number }, fresh: boolean): Found;
  /** Where an order stands in the result as it was last found; null when it is not in it. */
  position(query: HistoryQuery, asking: Asking, id: number): number | null;
  /** The numbers of the orders from one place to another of the result as it was last found, both included; null: of all. */
  numbers(query: HistoryQuery, asking: Asking, span: { readonly first: number; readonly last: number } | null): Float64Array;
  /** How many orders match each query now. Keeps no result. */
  counts(queries: readonly HistoryQuery[], asking: Asking): number[];

  /** The order in which a payment is embedded; null where none tells of it. */
  orderOfPayment(payment: number): number | null;
  /** Payments that are pending, oldest first: one without a time of its own is as old as its order; after that, lower numbers are older. */
  pending(): PendingColumns;
  /** false: an order leaves its payments out, or names one by its bare number; the pending ones may lack something. */
  tellsPayments(): boolean;
  insights(asking: Asking): Omit<Insights, 'asOf'>;

  /** For keeping beside the rows on the disk: whole columns, so that the next start needs not read every row. `loadIndex` takes them back. */
  save(): readonly Uint8Array[];
}

export interface PendingColumns {
  readonly payments: Float64Array;
  /** The order of each. */
  readonly orders: Float64Array;
  /** Their age keys, as compared: milliseconds since 1970; -Infinity where nothing is told. */
  readonly ages: Float64Array;
  /** Exact, in ten-thousandths; amounts that are not told count as nothing. */
  readonly sum: bigint;
}
