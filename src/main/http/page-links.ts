// What a page of a list says beside its rows: how many there are in all, and where the next page is.
import { isRecord } from './read-error.ts';

export interface PageLinks {
  /** The server's own count of all rows, where it tells one. */
  readonly count: number | null;
  /** The query string of the next page, without `?`; null: this was the last. */
  readonly next: string | null;
}

/** @returns null where there is more and no query leads to it: to stop here would tell one page as the whole. */
export function readPageLinks(envelope: Readonly<Record<string, unknown>>): PageLinks | null {
  const { count, links } = envelope;
  // DRF's own example of a paging by hand puts the addresses into `links`.
  const next = nextSearch(envelope['next'] ?? (isRecord(links) ? links['next'] : null));
  if (next === 'unreadable') return null;
  return {
    count: typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null,
    next: next?.search ?? null,
  };
}

/**
 * Only the query string is taken: the server builds `next` from the host name that it believes it has, which behind a proxy is another,
 * and a token must never follow it there.
 */
function nextSearch(next: unknown): { readonly search: string } | 'unreadable' | null {
  if (next === null || next === undefined || next === '') return null;
  const search = typeof next === 'string' ? /^[^?#]*\?([^#]+)/.exec(next)?.[1] : undefined;
  return search === undefined ? 'unreadable' : { search };
}
