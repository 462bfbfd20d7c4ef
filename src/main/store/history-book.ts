// One identity's history as main speaks of it: counts moments and revisions, and puts the journal's unsettled marks on the rows that the door gives.
import type { OrderCsvColumn } from '../../shared/domain/order-csv.ts';
import type { PaymentMark } from '../../shared/domain/payment-mark.ts';
import type {
  HistoryQuery,
  HistoryWindow,
  Insights,
  OrderRow,
  PaymentView,
  PendingRow,
  PendingWindow,
} from '../../shared/ipc/order-schemas.ts';
import type { Asking } from './columns/order-index.ts';
import type { Arrivals, HistoryDoor, HistoryFileProblem, HistoryOpening, Moment, PaymentFacts, Summary, UnreadableRow } from './door.ts';
import type { Order, Payment } from './facts.ts';

type Range = { readonly offset: number; readonly limit: number };
type Span = { readonly first: number; readonly last: number } | null;

export interface HistoryBook {
  /** For pulling, which brings its own moments from `now`. */
  readonly door: HistoryDoor;
  /** Settles when the file has been opened; null where that failed. Never rejects. */
  readonly opening: Promise<HistoryOpening | null>;
  /** Settles when rows have been told for the first time. */
  readonly seen: Promise<void>;
  /** Grows with every change of the history, and of a mark. */
  revision(): number;
  /** To be taken before the server is asked, and handed back with its answer. */
  now(): Moment;
  summary(): Summary;
  /** The highest order number that this desk has seen; known at once, also of an order that is still on its way to the file. */
  highest(): number | null;
  /** What is put is in every reading that is asked for afterwards. Failures are logged: the history is a cache. */
  putOrder(order: Order, asked: Moment): void;
  putPayment(payment: Payment, asked: Moment): void;
  remember(payments: readonly Payment[]): void;
  /** A mark has moved: what is shown of its payment is another. */
  marksMoved(): void;
  markOf(payment: number): PaymentMark | null;

  window(query: HistoryQuery, range: Range, fresh: boolean): Promise<HistoryWindow>;
  position(query: HistoryQuery, id: number): Promise<number | null>;
  numbers(query: HistoryQuery, span: Span): Promise<readonly number[]>;
  counts(queries: readonly HistoryQuery[]): Promise<readonly number[]>;
  row(id: number): Promise<{ readonly row: OrderRow; readonly more: Order['more'] } | null>;
  orders(ids: readonly number[]): Promise<readonly (Order | null)[]>;
  payments(ids: readonly number[]): Promise<readonly (PaymentFacts | null)[]>;
  pending(offset: number, limit: number, keep: boolean): Promise<PendingWindow>;
  pendingNumbers(span: Span): Promise<readonly number[]>;
  pendingRow(payment: number): Promise<PendingRow | null>;
  arrivals(): Promise<Arrivals>;
  insights(): Promise<Insights>;
  unreadable(): Promise<readonly UnreadableRow[]>;
  /** As the door says; without marks. */
  csv(query: HistoryQuery, columns: readonly OrderCsvColumn[], range: Range): Promise<Uint8Array>;
  /** Closes the file; later readings reject. Never rejects itself. @returns false where it could not be closed or erased. */
  leave(erase: boolean): Promise<boolean>;
}

export interface HistoryBookParts {
  readonly door: HistoryDoor;
  changed(): void;
  /** Something is wrong with the file: found when it is opened, or later on. */
  trouble(problem: HistoryFileProblem): void;
  /** What the journal says of a payment; null where it says nothing. */
  markOf(payment: number): PaymentMark | null;
  asking(): Asking;
  log(line: string): void;
}

const NOTHING: Summary = { total: 0, highest: null, unreadable: 0, ownOnly: false, asOf: null, partial: false };

export function createHistoryBook({ door, changed, trouble, markOf, asking, log }: HistoryBookParts): HistoryBook {
  let revision = 0;
  let moment: Moment = 0;
  let marks = 0;
  let summary = NOTHING;
  let put: number | null = null;
  /** Queries whose result was found in the beginning of a first pull: nobody has seen the whole yet, so there is nothing to stand still. */
  const unripe = new Set<string>();
  let left = false;
  const seen = Promise.withResolvers<void>();

  const now = (): Moment => {
    moment += 1;
    return moment;
  };
  const touch = (): void => {
    if (left) return;
    revision += 1;
    changed();
  };
  const take = (told: Summary): void => {
    summary = told;
    touch();
  };

  const opening = door.open(take, trouble).then(
    (opened) => {
      take(opened.summary);
      if (opened.problem !== null) trouble(opened.problem);
      return opened;
    },
    (thrown: unknown) => {
      log(`history: not opened: ${String(thrown)}`);
      return null;
    },
  );

  /** In the order of asking, also while the file is still being opened. */
  const when = <T>(ask: () => Promise<T>): Promise<T> => opening.then(ask);
  const write = (what: string, ask: () => Promise<void>): void => {
    when(ask).catch((thrown: unknown) => log(`history: ${what} was not kept: ${String(thrown)}`));
  };

  /** Rows that were found before a mark moved would be shown with the mark gone and its outcome not yet there: those are asked for once more. */
  const read = async <T>(ask: () => Promise<T>): Promise<T> => {
    const before = marks;
    const answer = await when(ask);
    return before === marks ? answer : await ask();
  };

  const withMark = (payment: PaymentView): PaymentView => ({ ...payment, ...markOf(payment.id) });
  const withMarks = (row: OrderRow): OrderRow => ({ ...row, payments: row.payments?.map(withMark) ?? null });

  return {
    door,
    opening,
    seen: seen.promise,
    revision: () => revision,
    now,
    summary: () => summary,
    highest: () => (put === null ? summary.highest : Math.max(put, summary.highest ?? 0)),
    putOrder: (order, asked) => {
      put = Math.max(put ?? 0, order.id);
      write(`order ${order.id}`, () => door.putOrder(order, asked));
    },
    putPayment: (payment, asked) => {
      const arrived = now();
      write(`payment ${payment.id}`, () => door.putPayment(payment, asked, arrived));
    },
    remember: (payments) => write('what was remembered', () => door.remember(payments)),
    marksMoved: () => {
      marks += 1;
      touch();
    },
    markOf,
    window: async (query, range, fresh) => {
      const [asked, key, wasPartial] = [revision, JSON.stringify(query), summary.partial];
      const window = await read(() => door.window(query, asking(), range, fresh || unripe.has(key)));
      if (wasPartial || summary.partial) unripe.add(key);
      else unripe.delete(key);
      if (window.rows.length > 0) seen.resolve();
      return { ...window, revision: asked, rows: window.rows.map(withMarks) };
    },
    position: (query, id) => when(() => door.position(query, asking(), id)),
    numbers: (query, span) => when(() => door.numbers(query, asking(), span)),
    counts: (queries) => when(() => door.counts(queries, asking())),
    row: async (id) => {
      const found = await read(() => door.row(id));
      return found === null ? null : { ...found, row: withMarks(found.row) };
    },
    orders: (ids) => when(() => door.orders(ids)),
    payments: (ids) => when(() => door.payments(ids)),
    pending: async (offset, limit, keep) => {
      const asked = revision;
      const window = await read(() => door.pending(offset, limit, keep));
      return { ...window, revision: asked, rows: window.rows.map((row) => ({ ...row, payment: withMark(row.payment) })) };
    },
    pendingNumbers: (span) => when(() => door.pendingNumbers(span)),
    pendingRow: async (payment) => {
      const found = await read(() => door.pendingRow(payment));
      return found === null ? null : { ...found, payment: withMark(found.payment) };
    },
    arrivals: () => when(() => door.arrivals()),
    insights: async () => ({ ...(await when(() => door.insights(asking()))), asOf: summary.asOf }),
    unreadable: () => when(() => door.unreadable()),
    csv: (query, columns, range) => when(() => door.csv(query, asking(), columns, range)),
    leave: async (erase) => {
      left = true;
      // What has been put before is written first.
      return await when(() => (erase ? door.erase() : door.close())).then(
        () => true,
        (thrown: unknown) => {
          log(`history: not ${erase ? 'erased' : 'closed'}: ${String(thrown)}`);
          return false;
        },
      );
    },
  };
}
