// One pull of the whole history into the store: all of it or nothing, or the server's word that nothing has changed.
import type { AppError } from '../../shared/errors/app-error.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Connection } from '../http/connection.ts';
import type { HistoryPieces } from '../http/history-call.ts';
import type { Taken, TakePage } from '../http/list-page.ts';
import { takeAllPages } from '../http/paging.ts';
import type { HistoryDoor, PullStart } from '../store/door.ts';
import { handOver } from './hand-over.ts';

export interface Progress {
  readonly received: number;
  /** The server's own count, where it tells one. */
  readonly expected: number | null;
}

export interface PullParts {
  readonly connection: Pick<Connection, 'stream'>;
  readonly door: Pick<HistoryDoor, 'beginPull' | 'pageBytes' | 'endPage' | 'finishPull' | 'dropPull' | 'confirm'>;
  readonly start: PullStart;
  /** The server's name for what this desk has already. */
  readonly etag: string | null;
  /** Several at a time, where that can be done; 1: one after the other, and what comes is taken as it is. */
  readonly pagesAtOnce: number;
  readonly signal: AbortSignal;
  /** ISO 8601 */
  timeNow(): string;
  progress(progress: Progress): void;
}

export type Pulled =
  | { readonly kind: 'unchanged' }
  /** `doubtful`: the pages did not fit together; another pull, page after page, may bring more. `count`: the server's, where it told one. */
  | { readonly kind: 'taken'; readonly etag: string | null; readonly count: number | null; readonly doubtful: boolean }
  /** Nothing of it was kept; another pull, page after page, may get through. */
  | { readonly kind: 'broken'; readonly error: AppError };

const ROWS_BETWEEN_TELLINGS = 1_000;
/** Longer ones are no names. */
const LONGEST_ETAG = 1_000;

/** @returns null where it was given up. Rejects only where the store does; then nothing of the pull is seen. */
export async function pullHistory(parts: PullParts): Promise<Result<Pulled | null>> {
  const { connection, door, etag, signal, timeNow } = parts;
  const opened = await connection.stream({ search: '', etag, signal });
  if (signal.aborted) return ok(null);
  if (opened.kind === 'answer' && opened.status === 304 && etag !== null) {
    await door.confirm(timeNow());
    return ok({ kind: 'unchanged' });
  }
  // Judged before the store hears of it.
  if (opened.kind !== 'pieces') return await handOver(door, 1, opened, () => undefined).then(noPage);
  await door.beginPull(parts.start);
  try {
    const taken = await takeInto(parts, opened);
    if (taken.ok && taken.value !== null && taken.value.broken === null && !signal.aborted) {
      const { pages, count, doubtful } = taken.value;
      const named = pages === 1 ? etagOf(opened.headers) : null;
      await door.finishPull(timeNow(), named);
      return ok({ kind: 'taken', etag: named, count, doubtful });
    }
    await door.dropPull();
    if (signal.aborted) return ok(null);
    return taken.ok && taken.value?.broken != null ? ok({ kind: 'broken', error: taken.value.broken }) : noPage(taken);
  } catch (thrown) {
    await door.dropPull();
    throw thrown;
  }
}

function noPage(answer: Result<unknown>): Result<null> {
  return answer.ok ? ok(null) : answer;
}

function takeInto({ connection, door, signal, pagesAtOnce, progress }: PullParts, first: HistoryPieces): Promise<Result<Taken | null>> {
  let told = 0;
  let received = 0;
  let ended = 0;
  let expected: number | null = null;
  const tell = (): void => {
    told = received;
    progress({ received, expected });
  };
  const take: TakePage = async (search, place, stop) => {
    const opened = place === 1 ? first : await connection.stream({ search, signal: AbortSignal.any([signal, stop]) });
    const page = await handOver(door, place, opened, (rows) => {
      received = Math.max(received, rows);
      if (received - told >= ROWS_BETWEEN_TELLINGS) tell();
    });
    if (!page.ok) return page;
    ended += page.value.rows;
    received = Math.max(received, ended);
    expected = page.value.count;
    tell();
    return page;
  };
  return takeAllPages(take, { goOn: () => !signal.aborted, atOnce: pagesAtOnce });
}

function etagOf(headers: Headers): string | null {
  const etag = headers.get('etag')?.trim() ?? '';
  return etag === '' || etag.length > LONGEST_ETAG ? null : etag;
}
