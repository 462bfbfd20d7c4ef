// Saves the result of a query as a spreadsheet where the person wants it: piece by piece, however long it is, all of it or nothing.
import type { ExportHistoryOutput } from '../../shared/ipc/out-requests.ts';
import { dayOf, minuteOf } from '../../shared/local-time.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

export interface ResultToExport {
  /** Orders in the result. */
  readonly total: number;
  /** How old the facts are: it stands in the file's name. ISO 8601; null: not told. */
  readonly asOf: string | null;
  /** So that no file of invented orders passes for the shop's. */
  readonly practice: boolean;
  /**
   * A piece of the file, with the header where it is the first: at most `limit` orders from `offset`.
   * The first piece settles which orders the following ones are of, whatever changes meanwhile.
   */
  csv(range: { readonly offset: number; readonly limit: number }): Promise<Result<Uint8Array>>;
}

export interface HistoryExport {
  save(result: ResultToExport): Promise<Result<ExportHistoryOutput>>;
  /** Nothing is left of what has been written. */
  cancel(): void;
  /** Cancels, and waits until nothing of it is left on the disk. */
  stop(): Promise<void>;
}

interface FileOfOrders {
  readonly name: string;
  readonly type: string;
  readonly extension: string;
  readonly chunks: AsyncIterable<Result<Uint8Array>>;
}

export interface HistoryExportParts {
  /** Asks the person where. @returns where it was saved; null when they closed the dialog */
  saveFile(file: FileOfOrders): Promise<Result<string | null>>;
  wallClock(): Date;
  told(progress: { readonly done: number; readonly total: number }): void;
  /** Keeps the telling from drowning the page. */
  seldom(work: () => void): { (): void; stop(): void };
}

/** An export that is under way. `begun`: something of it is on the disk. */
interface Under {
  cancelled: boolean;
  begun: boolean;
  readonly end: Promise<unknown>;
}

/** Orders in a piece: some hundred kilobytes, a few milliseconds of the store's time. */
const PIECE = 2_000;

export function createHistoryExport({ saveFile, wallClock, told, seldom }: HistoryExportParts): HistoryExport {
  let under: Under | null = null;

  const write = async (result: ResultToExport, own: Under): Promise<Result<ExportHistoryOutput>> => {
    // Before anybody is asked where: a minute spent in the system's dialog must not change what was asked for.
    const first = await result.csv({ offset: 0, limit: PIECE });
    if (!first.ok) return first;
    let done = 0;
    const tell = seldom(() => told({ done: Math.max(0, done - 1), total: result.total }));
    async function* chunks(): AsyncIterable<Result<Uint8Array>> {
      own.begun = true;
      for await (const piece of piecesOf(result, first)) {
        if (own.cancelled) break;
        tell();
        yield piece;
        done += piece.ok ? rowsOf(piece.value) : 0;
      }
      // Asked once more behind the last piece: up to here nothing bears the file's name.
      if (own.cancelled) yield CANCELLED;
    }
    try {
      const saved = await saveFile({ name: nameOf(result, wallClock), type: 'Spreadsheet (CSV)', extension: 'csv', chunks: chunks() });
      if (!saved.ok) return own.cancelled ? NOTHING : saved;
      // The first row holds the names of the columns.
      return saved.value === null ? NOTHING : ok({ saved: saved.value, orders: done - 1 });
    } finally {
      tell.stop();
    }
  };

  const cancel = (): void => {
    if (under !== null) under.cancelled = true;
  };

  return {
    save: async (result) => {
      if (under !== null) return fail({ kind: 'not-saved', problem: 'busy' });
      const end = Promise.withResolvers<void>();
      const own: Under = { cancelled: false, begun: false, end: end.promise };
      under = own;
      try {
        return await write(result, own);
      } finally {
        under = null;
        end.resolve();
      }
    },
    cancel,
    stop: async () => {
      cancel();
      // As long as nobody has said where, there is nothing half, and a dialog may stay open for ever.
      if (under?.begun === true) await under.end;
    },
  };
}

/** Ends the writing; what becomes of it is known to who asked for it. */
const CANCELLED = fail({ kind: 'not-saved', problem: 'other' });
const NOTHING: Result<ExportHistoryOutput> = ok({ saved: null, orders: 0 });

async function* piecesOf({ csv, total }: ResultToExport, first: Result<Uint8Array>): AsyncIterable<Result<Uint8Array>> {
  yield first;
  for (let offset = PIECE; offset < total; offset += PIECE) yield await csv({ offset, limit: PIECE });
}

const LINE_FEED = 10;

/** No cell of an order has a line's end in it, so each row is one line. */
function rowsOf(piece: Uint8Array): number {
  let rows = 0;
  for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) rows += 1;
  return rows;
}

/** `orders 2026-11-22 14.02.csv`: a colon cannot stand in a file's name everywhere. */
function nameOf({ asOf, practice }: ResultToExport, wallClock: () => Date): string {
  const at = asOf === null ? wallClock() : new Date(asOf);
  return `${practice ? 'practice ' : ''}orders ${dayOf(at)} ${minuteOf(at).replace(':', '.')}.csv`;
}
