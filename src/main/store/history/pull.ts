// One pull: its pages' rows are kept where they are known and staged where they are new, until the history becomes what it told.

import type { OrderIndex, Rebuild } from '../columns/order-index.ts';
import type { PageEnd, PullStart, UnreadableRow } from '../door.ts';
import type { Order } from '../facts.ts';
import { createDigestTable, createGrowingDigests, type Digests } from './digests.ts';
import { type Facts, orderText } from './facts-text.ts';
import type { HistoryFile } from './history-file.ts';
import type { OrderRows, Piece } from './order-rows.ts';
import { type CreateScanner, createPageRows, type PageRows, type PulledRow, type TakenRow } from './page-rows.ts';
import type { Told } from './told.ts';

export interface Pull {
  readonly start: PullStart;
  /** There was no history before. */
  readonly first: boolean;
  /** To be done first, lazily. */
  prepare(): Iterable<void>;
  write(page: number, bytes: Uint8Array<ArrayBuffer>): void;
  end(page: number, contentType: string | null): void;
  /** What has come is put in its place, lazily. */
  settle(): Iterable<void>;
  /** All of it is in the file, though not yet in its place; lazily. */
  flush(): Iterable<void>;
  received(): number;
  ended(page: number): PageEnd;
  /** The first orders, of a first pull. */
  beginning(): readonly Order[];
  /** Whether the order's row has come and was not as before. */
  isStaged(id: number): boolean;
  outcome(): PullOutcome;
  finishIndex(): void;
}

export interface PullOutcome {
  /** As received. */
  readonly rows: number;
  /** Those that were known before, and of which no row has come. */
  readonly gone: readonly number[];
  readonly staged: ReadonlySet<number>;
  readonly ownOnly: boolean;
  readonly unreadable: number;
  readonly firstUnreadable: readonly UnreadableRow[];
  /** Of all its rows. */
  digests(): Digests;
}

export interface PullParts {
  readonly start: PullStart;
  readonly file: HistoryFile;
  readonly rows: OrderRows;
  readonly index: OrderIndex;
  readonly told: Told;
  readonly createScanner: CreateScanner;
  /** Of the last pull, as this person saw it; null: every row is read. */
  readonly digests: Digests | null;
  /** The numbers of all orders but those without a digest: those of `digests`, where there are any. */
  readonly former: Float64Array;
}

/** So many orders of a first pull are shown before it has ended: some screens of them. */
export const BEGINNING = 500;
/** Rows written in one transaction: about ten milliseconds. */
const GROUP = 3_000;
/** So many rows of a first pull are not written before the index is whole: whoever waits for it can search some hundred milliseconds sooner. */
const MOST_WAITING = 150_000;
/** Rows read at a stretch: less than a millisecond. */
const STEP = 50;
const MOST_UNREADABLE = 1_000;

export function createPull(parts: PullParts): Pull {
  const { start, file, rows, index, told, digests, former } = parts;
  const first = index.size === 0;
  const table = digests === null ? null : createDigestTable(digests, file.undigested.has);
  const seen = new Uint8Array(former.length);
  /** Read again, and found as they were. */
  const same = new Set<number>();
  const undigested = file.undigested.all();
  const grown = createGrowingDigests();
  const staged = new Set<number>();
  const pages = new Map<number, PageRows>();
  const rebuild: Rebuild = index.rebuild();
  const beginning: Order[] = [];
  let repeated = false;

  const pageOf = (number: number): PageRows => {
    const page =
      pages.get(number) ??
      createPageRows({
        createScanner: parts.createScanner,
        person: start.person,
        find: (high, low) => table?.find(high, low) ?? -1,
        isOwnAt: (place) => digests?.own[place] === 1,
      });
    pages.set(number, page);
    return page;
  };

  const keep = (place: number): void => {
    const id = digests?.ids[place] ?? 0;
    if (seen[place] === 1 || (staged.size > 0 && staged.has(id))) repeated = true;
    unstage(id);
    seen[place] = 1;
    rebuild.keep(id);
    grown.add(id, digests?.high[place] ?? 0, digests?.low[place] ?? 0, digests?.own[place] === 1);
  };

  /** An answer that leaves the payments out says nothing of them: those told before stay. */
  const withPayments = (order: Order): Order => {
    if (order.payments !== null || first || !index.has(order.id)) return order;
    return { ...order, payments: rows.read(order.id)?.payments ?? null };
  };

  const unstage = (id: number): void => {
    if (staged.delete(id)) file.write(() => rows.unstage(id));
  };

  /** Its digest was void, but nothing has changed. */
  const isUnchanged = (id: number, { bytes, start: from, end }: Piece): boolean =>
    file.undigested.has(id) && index.has(id) && isSame(rows.facts(id), bytes.subarray(from, end));

  const stage = (read: Order, facts: Piece): void => {
    const { id } = read;
    if (first && staged.size === 1) rows.turn(beginning[0]?.id ?? id, id);
    const order = withPayments(read);
    rows.stage(id, order === read ? facts : orderText(order));
    staged.add(id);
    const whole = told.wholeOf(order);
    rebuild.put(whole);
    if (first && beginning.length < BEGINNING) beginning.push(whole);
  };

  const put = ({ order, facts, high, low, own }: PulledRow): void => {
    const { id } = order;
    grown.add(id, high, low, own);
    if (same.delete(id) || staged.has(id)) repeated = true;
    if (isUnchanged(id, facts)) {
      unstage(id);
      same.add(id);
      rebuild.keep(id);
    } else stage(order, facts);
  };

  /** Many at once: each transaction writes some pages that the next one writes again. */
  const flush = (): void => {
    file.write(() => rows.flush(GROUP));
    rows.flushed();
  };
  const most = first ? MOST_WAITING : GROUP;

  function* settleRows(taken: Iterable<TakenRow>): Iterable<void> {
    let count = 0;
    for (const row of taken) {
      if (typeof row === 'number') keep(row);
      else put(row);
      if (rows.waiting() >= most) flush();
      count += 1;
      if (count % STEP === 0) yield;
    }
  }

  const findGone = (): number[] => {
    const gone = new Set<number>();
    const look = (id: number): void => {
      if (!staged.has(id) && !same.has(id) && index.has(id)) gone.add(id);
    };
    for (let place = 0; place < former.length; place += 1) {
      const id = former[place] ?? 0;
      if (seen[place] === 0) look(id);
      else if (staged.size > 0 && staged.has(id)) repeated = true;
    }
    for (const id of undigested) look(id);
    return [...gone];
  };

  return {
    start,
    first,
    prepare: () => table?.fill() ?? [],
    write: (number, bytes) => pageOf(number).write(bytes),
    end: (number, contentType) => pageOf(number).end(contentType),
    *settle() {
      for (const page of pages.values()) {
        yield* settleRows(page.taken());
        yield;
      }
    },
    *flush() {
      for (; rows.waiting() > 0; yield) flush();
    },
    received: () => [...pages.values()].reduce((sum, page) => sum + page.rows(), 0),
    ended: (number) => pageOf(number).ended() ?? { kind: 'not-a-list' },
    beginning: () => beginning,
    isStaged: (id) => staged.has(id),
    outcome: () => {
      const inOrder = [...pages].toSorted(([a], [b]) => a - b).map(([, page]) => page);
      return {
        rows: inOrder.reduce((sum, page) => sum + page.rows(), 0),
        gone: findGone(),
        staged,
        ownOnly: inOrder.some((page) => page.rows() > 0) && inOrder.every((page) => page.allOwn()),
        ...unreadableOf(inOrder),
        digests: () => grown.columns(repeated),
      };
    },
    finishIndex: () => rebuild.finish(),
  };
}

function isSame(kept: Facts | null, told: Uint8Array): boolean {
  return kept instanceof Uint8Array && Buffer.compare(kept, told) === 0;
}

/** Their places are counted through all pages. */
function unreadableOf(pages: readonly PageRows[]): Pick<PullOutcome, 'unreadable' | 'firstUnreadable'> {
  const rows: UnreadableRow[] = [];
  let [before, count] = [0, 0];
  for (const page of pages) {
    const own = page.unreadable();
    for (const { place, text } of own.first) if (rows.length < MOST_UNREADABLE) rows.push({ place: before + place, text });
    before += page.rows();
    count += own.count;
  }
  return { unreadable: count, firstUnreadable: rows };
}
