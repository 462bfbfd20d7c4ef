// Results of queries as they were found: nothing reorders while somebody looks. What is gone disappears; what has come is counted.
import type { OrderPaymentState } from '../../../shared/domain/payment.ts';
import { ORDER_PAYMENT_STATES } from '../../../shared/domain/payment.ts';
import type { HistoryQuery } from '../../../shared/ipc/order-schemas.ts';
import type { Matches, Matching } from './matches.ts';
import { type Columns, rowOf, STATE, STATE_PLACES } from './order-columns.ts';
import type { Asking } from './order-index.ts';

/** Half the memory where all numbers fit. */
export type Numbers = Uint32Array | Float64Array;

export interface Result {
  readonly ids: Numbers;
  readonly added: number;
  readonly counts: Partial<Record<OrderPaymentState, number>>;
}

interface Frozen extends Result {
  /** Of the history, when `ids`, `added` and `counts` were last looked over. */
  readonly version: number;
}

export interface FrozenResults {
  /** @param fresh found anew; otherwise only where it has not been found before, or has been forgotten. */
  result(query: HistoryQuery, asking: Asking, fresh: boolean): Result;
}

export interface FrozenParts {
  columns(): Columns;
  /** Grows with every change of the columns. */
  version(): number;
  readonly matches: Matches;
  /** All rows in the order of a query; null: from the highest number down. */
  sorted(sort: HistoryQuery['sort']): Uint32Array | null;
}

/** Those asked for last: the list on screen, the one before, and two saved views. */
const MOST_KEPT = 4;

export function createFrozenResults({ columns, version, matches, sorted }: FrozenParts): FrozenResults {
  /** The one asked for last stands last. */
  const kept = new Map<string, Frozen>();

  const find = (query: HistoryQuery, asking: Asking): Frozen => {
    const matching = matches.of(query.text, asking);
    const ids = collect(columns(), matching, query, sorted(query.sort));
    return { ids, added: 0, counts: countsTold(matching), version: version() };
  };

  const lookOver = (frozen: Frozen, query: HistoryQuery, asking: Asking): Frozen => {
    const matching = matches.of(query.text, asking);
    const [ids, stillMatching] = withoutGone(columns(), frozen.ids, matching, query.state);
    const added = totalOf(matching, query.state) - stillMatching;
    return { ids, added, counts: countsTold(matching), version: version() };
  };

  return {
    result: (query, asking, fresh) => {
      const key = JSON.stringify([query.text, query.state, query.sort.map(({ by, direction }) => [by, direction]), asking.zone]);
      const before = fresh ? undefined : kept.get(key);
      const own = before === undefined ? find(query, asking) : before.version === version() ? before : lookOver(before, query, asking);
      kept.delete(key);
      kept.set(key, own);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return own;
    },
  };
}

export function totalOf({ counts }: Matching, state: OrderPaymentState | null): number {
  return state === null ? counts.reduce((sum, count) => sum + count, 0) : (counts[STATE_PLACES[state]] as number);
}

function countsTold({ counts }: Matching): Result['counts'] {
  return Object.fromEntries(
    ORDER_PAYMENT_STATES.map((state, place) => [state, counts[place] as number]).filter(([, count]) => count !== 0),
  );
}

function collect(columns: Columns, matching: Matching, { state }: HistoryQuery, order: Uint32Array | null): Numbers {
  const { rows, cells } = columns;
  const { matched } = matching;
  const total = totalOf(matching, state);
  const ids = numbersFor(columns, total);
  const place = state === null ? -1 : STATE_PLACES[state];
  const isIn = (row: number): boolean =>
    (matched === null || matched[row] === 1) && (place === -1 || ((cells.state[row] as number) & STATE) === place);
  let count = 0;
  const named = matching.named !== null && isIn(matching.named) ? matching.named : -1;
  if (named !== -1) {
    ids[0] = cells.id[named] as number;
    count = 1;
  }
  for (let at = 0; at < rows; at += 1) {
    const row = order === null ? rows - 1 - at : (order[at] as number);
    if (!isIn(row) || row === named) continue;
    ids[count] = cells.id[row] as number;
    count += 1;
  }
  return ids;
}

function numbersFor({ rows, cells }: Columns, length: number): Numbers {
  const highest = rows === 0 ? 0 : (cells.id[rows - 1] as number);
  return highest <= 0xffffffff ? new Uint32Array(length) : new Float64Array(length);
}

function withoutGone(
  columns: Columns,
  ids: Numbers,
  { matched }: Matching,
  state: OrderPaymentState | null,
): [ids: Numbers, matching: number] {
  const place = state === null ? -1 : STATE_PLACES[state];
  let [left, matching] = [0, 0];
  let still: Numbers = ids;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    const row = rowOf(columns, id);
    if (row < 0) {
      // Until the first one is gone nothing has to be copied.
      if (still === ids) still = ids.slice();
      continue;
    }
    if (still !== ids) still[left] = id;
    left += 1;
    if ((matched === null || matched[row] === 1) && (place === -1 || ((columns.cells.state[row] as number) & STATE) === place))
      matching += 1;
  }
  return [still === ids ? ids : still.slice(0, left), matching];
}
