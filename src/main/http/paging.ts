// Reads a list through any of DRF's pagings: none at all, page numbers, limit and offset, cursors.
import type { AppError, Thing } from '../../shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Evidence } from './evidence.ts';
import { judgeRead } from './outcome.ts';
import { isRecord } from './read-error.ts';

/** @param search the query string without `?`; '' for the first page. */
export type ReadPage = (search: string) => Promise<Evidence>;

export interface Progress {
  readonly received: number;
  /** The server's own count, where it tells one. */
  readonly expected: number | null;
}

/** More pages than any shop has: a server whose pages never end. */
const MOST_PAGES = 100_000;

/**
 * Rows may come twice (cursors under writes); telling them apart is the caller's business.
 * @param goOn asked before each page; false gives up with what the caller knows why.
 * @returns every row of every page, or the first failure: half a list is never told as the whole.
 */
export async function readAllPages(
  read: ReadPage,
  thing: Thing,
  progress: (progress: Progress) => void,
  goOn: () => boolean,
): Promise<Result<readonly unknown[] | null>> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  let search: string | null = '';
  while (search !== null) {
    if (!goOn()) return ok(null);
    // A `next` that leads back would go round for ever.
    if (seen.has(search) || seen.size >= MOST_PAGES) return fail(notAList());
    seen.add(search);
    const answer = judgeRead(await read(search), { thing, id: null });
    if (!answer.ok) return answer;
    const page = readPage(answer.value);
    if (page === null) return fail(notAList());
    for (const row of page.rows) rows.push(row);
    progress({ received: rows.length, expected: page.count });
    search = page.next;
  }
  return ok(rows);
}

function notAList(): AppError {
  return { kind: 'not-the-api', status: 200 };
}

function readPage(value: unknown): { rows: readonly unknown[]; count: number | null; next: string | null } | null {
  if (Array.isArray(value)) return { rows: value, count: value.length, next: null };
  if (!isRecord(value) || !Array.isArray(value['results'])) return null;
  const { count, results } = value;
  // DRF's own example of a paging by hand puts the addresses into `links`; not to see them would tell one page as the whole.
  const next = nextSearch(value['next'] ?? (isRecord(value['links']) ? value['links']['next'] : null));
  if (next === 'unreadable') return null;
  return {
    rows: results,
    count: typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null,
    next: next?.search ?? null,
  };
}

/**
 * Only the query string is taken: the server builds `next` from the host name that it believes it has, which behind a proxy is another,
 * and a token must never follow it there.
 * @returns null where this is the last page; `unreadable` where there is more and no query leads to it.
 */
function nextSearch(next: unknown): { readonly search: string } | 'unreadable' | null {
  if (next === null || next === undefined || next === '') return null;
  const search = typeof next === 'string' ? /^[^?#]*\?([^#]+)/.exec(next)?.[1] : undefined;
  return search === undefined ? 'unreadable' : { search };
}
