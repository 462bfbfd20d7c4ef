// The way to the history without waiting for the disk: every call is a promise. The file itself is behind it, in place or in a thread.
// Moments (store/moment) are counted by the caller: later knowledge wins by when it was asked for, not by when it arrived.
import type { OrderCsvColumn } from '../../shared/domain/order-csv.ts';
import type { HistoryQuery, HistoryWindow, Insights, OrderRow, PendingRow, PendingWindow } from '../../shared/ipc/order-schemas.ts';
import type { Asking } from './columns/order-index.ts';
import type { Order, Payment } from './facts.ts';

/** A point in the order of events on this desk: grows with every question and every answer. 0: before this start. */
export type Moment = number;

/** What main keeps at hand of the history without asking. Told after every change. */
export interface Summary {
  readonly total: number;
  /** null: there is no order. */
  readonly highest: number | null;
  /** Rows of the last complete pull that carry no order number. */
  readonly unreadable: number;
  readonly ownOnly: boolean;
  /** When the last complete pull was answered, ISO 8601; null before the first one. */
  readonly asOf: string | null;
  /** Only the beginning of a first pull is here, or all of it and not yet written; it goes again if that breaks. */
  readonly partial: boolean;
}

/** `set-aside`: the file could not be read and was renamed. `newer`: of a newer Paydesk, left alone. `not-kept`: memory only, as nothing can be written there. */
export type HistoryFileProblem = { readonly kind: 'set-aside' | 'newer' | 'not-kept'; readonly file: string };

export interface HistoryOpening {
  readonly summary: Summary;
  readonly problem: HistoryFileProblem | null;
  /** The last complete pull's ETag, where the whole history came as one answer with one. */
  readonly etag: string | null;
}

export interface PullStart {
  readonly asked: Moment;
  /** Who is signed in: by them `ownOnly` is told. */
  readonly person: { readonly userId: number | null; readonly username: string };
}

/** `not-a-list`: JSON of another kind, or no JSON at all. */
export type PageEnd =
  | {
      readonly kind: 'page';
      readonly rows: number;
      /** The server's own count of all rows, where it tells one. */
      readonly count: number | null;
      /** The query string of the next page, without `?`; null: this was the last. */
      readonly next: string | null;
    }
  | { readonly kind: 'not-a-list' };

export interface UnreadableRow {
  /** Its place in the server's answer, from 1. */
  readonly place: number;
  /** As the server wrote it, cut after 500 characters. */
  readonly text: string;
}

export interface PaymentFacts {
  readonly payment: Payment;
  readonly order: Pick<Order, 'id' | 'product' | 'customer'> | null;
}

/** Pending payments that were not among those told before. */
export interface Arrivals {
  /** At most 1,000 of them. */
  readonly payments: readonly Payment[];
  readonly count: number;
  readonly sum: bigint;
}

export interface HistoryDoor {
  /**
   * To be called first.
   * @param changed told after every change of what is known
   * @param trouble told when the file comes to grief later on: set aside, or not written any more
   */
  open(changed: (summary: Summary) => void, trouble?: (problem: HistoryFileProblem) => void): Promise<HistoryOpening>;
  /** Later calls reject. */
  close(): Promise<void>;
  /** Closes, and removes the file. */
  erase(): Promise<void>;

  putOrder(order: Order, asked: Moment): Promise<void>;
  /** @param arrived when its answer came. */
  putPayment(payment: Payment, asked: Moment, arrived: Moment): Promise<void>;
  /** What this desk knew before it asked the server for anything: fills gaps, and gives way to everything that the server tells. */
  remember(payments: readonly Payment[]): Promise<void>;

  /** One pull at a time. Nothing of it is seen before `finishPull`, but the beginning of a first one. */
  beginPull(start: PullStart): Promise<void>;
  /** A piece of a page's bytes, handed over without being copied. Pages may come side by side. @returns rows received of all pages so far. */
  pageBytes(page: number, bytes: Uint8Array<ArrayBuffer>): Promise<number>;
  endPage(page: number, contentType: string | null): Promise<PageEnd>;
  /** All pages have ended: the history is what they told, in one transaction. @param asOf ISO 8601 */
  finishPull(asOf: string, etag: string | null): Promise<void>;
  /** What has come is forgotten. */
  dropPull(): Promise<void>;
  /** The server says that nothing has changed. */
  confirm(asOf: string): Promise<void>;

  /** Marks are main's to add: every payment here stands as `settled`. */
  window(
    query: HistoryQuery,
    asking: Asking,
    range: { offset: number; limit: number },
    fresh: boolean,
  ): Promise<Omit<HistoryWindow, 'revision'>>;
  position(query: HistoryQuery, asking: Asking, id: number): Promise<number | null>;
  numbers(query: HistoryQuery, asking: Asking, span: { first: number; last: number } | null): Promise<readonly number[]>;
  counts(queries: readonly HistoryQuery[], asking: Asking): Promise<readonly number[]>;
  row(id: number): Promise<{ readonly row: OrderRow; readonly more: Order['more'] } | null>;
  /** With everything that has been told of their payments; in the asked order, null where there is none. */
  orders(ids: readonly number[]): Promise<readonly (Order | null)[]>;
  payments(ids: readonly number[]): Promise<readonly (PaymentFacts | null)[]>;
  pending(offset: number, limit: number, keep: boolean): Promise<Omit<PendingWindow, 'revision'>>;
  pendingNumbers(span: { first: number; last: number } | null): Promise<readonly number[]>;
  pendingRow(payment: number): Promise<PendingRow | null>;
  arrivals(): Promise<Arrivals>;
  insights(asking: Asking): Promise<Omit<Insights, 'asOf'>>;
  unreadable(): Promise<readonly UnreadableRow[]>;
  /**
   * A piece of the CSV of a query's result, header with the first: at most `limit` rows from `offset`, UTF-8. The piece from 0 settles, from
   * the result as it was last found, which orders the following pieces are of, whatever is found meanwhile; one that has gone is left out.
   * @param columns in this order
   */
  csv(
    query: HistoryQuery,
    asking: Asking,
    columns: readonly OrderCsvColumn[],
    range: { offset: number; limit: number },
  ): Promise<Uint8Array<ArrayBuffer>>;
}
