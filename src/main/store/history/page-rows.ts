// The rows of one page as the scanner tells them: those that are known by their digest, and the others, parsed and read, in the order in which
// they were told. Nothing here touches the disk.
import type { PageEnd, UnreadableRow } from '../door.ts';
import type { Order } from '../facts.ts';
import { isOwn, type Person } from '../own-orders.ts';
import { readOrder } from '../read-wire.ts';
import { textOf } from './facts-text.ts';
import type { Piece } from './order-rows.ts';

/** What is wanted of pull/page-scanner.ts. */
export interface Scanner {
  write(bytes: Uint8Array<ArrayBuffer>): number;
  end(contentType: string | null): PageEnd;
}

export type CreateScanner = (parts: {
  row(bytes: Uint8Array, start: number, end: number, high: number, low: number): void;
  restart(): void;
}) => Scanner;

export interface PulledRow {
  readonly order: Order;
  /** As the server wrote it. */
  readonly facts: Piece;
  readonly high: number;
  readonly low: number;
  readonly own: boolean;
}

/** A place among the digests of the last pull, for a row that is as it was then. */
export type TakenRow = PulledRow | number;

export interface PageRows {
  /** Kept; not to be changed afterwards. */
  write(bytes: Uint8Array<ArrayBuffer>): void;
  end(contentType: string | null): void;
  /** Those that have come since the last asking, lazily. */
  taken(): Iterable<TakenRow>;
  rows(): number;
  /** null: not ended yet. */
  ended(): PageEnd | null;
  /** Every row says that it is the person's own. */
  allOwn(): boolean;
  unreadable(): { readonly count: number; readonly first: readonly UnreadableRow[] };
}

export interface PageRowsParts {
  readonly createScanner: CreateScanner;
  readonly person: Person;
  /** @returns the place of a row that is known; -1. */
  find(high: number, low: number): number;
  isOwnAt(place: number): boolean;
}

const MOST_UNREADABLE = 1_000;
const LONGEST_TEXT = 500;

interface Raw extends Piece {
  readonly place: number;
  readonly high: number;
  readonly low: number;
}

export function createPageRows({ createScanner, person, find, isOwnAt }: PageRowsParts): PageRows {
  let waiting: (Raw | number)[] = [];
  let piece: ArrayBuffer | null = null;
  let rows = 0;
  let told = 0;
  let allOwn = true;
  let broken = false;
  let end: PageEnd | null = null;
  let unreadable = 0;
  let first: UnreadableRow[] = [];

  const scanner = createScanner({
    row: (bytes, start, stop, high, low) => {
      told += 1;
      const known = find(high, low);
      if (known >= 0) {
        allOwn &&= isOwnAt(known);
        waiting.push(known);
        return;
      }
      // What stands in a piece that was handed over stays; the scanner's own room is used again.
      if (bytes.buffer === piece) waiting.push({ bytes, start, end: stop, place: told, high, low });
      else waiting.push({ bytes: bytes.slice(start, stop), start: 0, end: stop - start, place: told, high, low });
    },
    restart: () => {
      [waiting, told, allOwn, broken, unreadable, first] = [[], 0, true, false, 0, []];
    },
  });

  const missing = (raw: Raw): null => {
    unreadable += 1;
    if (first.length < MOST_UNREADABLE) {
      const text = textOf(raw.bytes, raw.start, Math.min(raw.end, raw.start + LONGEST_TEXT * 4));
      first.push({ place: raw.place, text: text.slice(0, LONGEST_TEXT) });
    }
    return null;
  };

  const read = (raw: Raw, value: unknown): PulledRow | null => {
    const own = isOwn(value, person);
    allOwn &&= own;
    const order = readOrder(value);
    if (order === null) return missing(raw);
    return { order, facts: raw, high: raw.high, low: raw.low, own };
  };

  function* readRun(run: readonly Raw[]): Iterable<PulledRow> {
    const values = parseRun(run);
    if (values === null) {
      broken = true;
      return;
    }
    for (const [index, raw] of run.entries()) {
      const row = read(raw, values[index]);
      if (row !== null) yield row;
    }
  }

  return {
    write: (bytes) => {
      piece = bytes.buffer;
      rows = scanner.write(bytes);
    },
    end: (contentType) => {
      piece = null;
      end = scanner.end(contentType);
      rows = told;
    },
    *taken() {
      const all = waiting;
      waiting = [];
      let run: Raw[] = [];
      for (const each of all) {
        if (run.length > 0 && !goesOn(run, each)) {
          yield* readRun(run);
          run = [];
        }
        if (typeof each === 'number') yield each;
        else run.push(each);
      }
      yield* readRun(run);
    },
    rows: () => rows,
    // A row that is no JSON makes the page none.
    ended: () => (broken && end !== null ? { kind: 'not-a-list' } : end),
    allOwn: () => allOwn,
    unreadable: () => ({ count: unreadable, first }),
  };
}

/** Rows that stand side by side are parsed at once: that is cheaper than one by one. */
const LONGEST_RUN = 64;

function goesOn(run: readonly Raw[], next: Raw | number): next is Raw {
  const last = run.at(-1);
  return typeof next === 'object' && last?.bytes === next.bytes && last.place + 1 === next.place && run.length < LONGEST_RUN;
}

/** null: one of them is no JSON. */
function parseRun(run: readonly Raw[]): readonly unknown[] | null {
  const [one, last] = [run[0], run.at(-1)];
  if (one === undefined || last === undefined) return [];
  try {
    const values = JSON.parse(`[${textOf(one.bytes, one.start, last.end)}]`) as unknown[];
    return values.length === run.length ? values : null;
  } catch {
    return null;
  }
}
