// The rows of one page as the scanner tells them: those that are known by their digest, and the others, parsed and read, in the order in which
// they were told. Nothing here touches the disk.
import type { PageEnd, UnreadableRow } from '../door.ts';
import type { Order } from '../facts.ts';
import { isOwn, type Person } from '../own-orders.ts';
import { readOrder } from '../read-wire.ts';
import { textOf } from './facts-text.ts';

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
  readonly facts: Uint8Array;
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

interface Raw {
  readonly bytes: Uint8Array;
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
      const own = bytes.subarray(start, stop);
      // What stands in a piece that was handed over stays; the scanner's own room is used again.
      waiting.push({ bytes: bytes.buffer === piece ? own : own.slice(), place: told, high, low });
    },
    restart: () => {
      [waiting, told, allOwn, broken, unreadable, first] = [[], 0, true, false, 0, []];
    },
  });

  const missing = (raw: Raw, text: string): null => {
    unreadable += 1;
    if (first.length < MOST_UNREADABLE) first.push({ place: raw.place, text: text.slice(0, LONGEST_TEXT) });
    return null;
  };

  const read = (raw: Raw): PulledRow | null => {
    const text = textOf(raw.bytes, 0, raw.bytes.length);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      broken = true;
      return null;
    }
    const own = isOwn(value, person);
    allOwn &&= own;
    const order = readOrder(value);
    return order === null ? missing(raw, text) : { order, facts: raw.bytes, high: raw.high, low: raw.low, own };
  };

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
      for (const each of all) {
        const row = typeof each === 'number' ? each : read(each);
        if (row !== null) yield row;
      }
    },
    rows: () => rows,
    // A row that is no JSON makes the page none.
    ended: () => (broken && end !== null ? { kind: 'not-a-list' } : end),
    allOwn: () => allOwn,
    unreadable: () => ({ count: unreadable, first }),
  };
}
