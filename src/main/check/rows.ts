// The first rows of a history whose answer may be only its beginning, and how that history is paged.
import { isRecord } from '../http/read-error.ts';

export interface Beginning {
  readonly rows: readonly unknown[];
  /** `unknown`: there is more, by a way that this console does not know. */
  readonly paging: 'none' | 'page' | 'limit-offset' | 'cursor' | 'single-page' | 'unknown';
  /** The server's own count of all orders, where it tells one. */
  readonly count: number | null;
  /** Host that the server gives itself in `next`; null where it gives none. */
  readonly nextHost: string | null;
}

/** @returns null where this is no list of any kind that this console reads. */
export function readBeginning(text: string): Beginning | null {
  const value = parse(text) ?? parse(mended(text));
  if (Array.isArray(value)) return { rows: value, paging: 'none', count: null, nextHost: null };
  if (!isRecord(value) || !Array.isArray(value['results'])) return null;
  const { results, next, count } = value;
  return {
    rows: results,
    paging: pagingOf(next, value),
    count: typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null,
    nextHost: typeof next === 'string' ? (URL.parse(next)?.host ?? null) : null,
  };
}

function pagingOf(next: unknown, page: Readonly<Record<string, unknown>>): Beginning['paging'] {
  if (typeof next !== 'string' || next === '') return 'count' in page ? 'single-page' : 'cursor';
  const search = new URLSearchParams(/\?([^#]+)/.exec(next)?.[1] ?? '');
  if (search.has('cursor')) return 'cursor';
  if (search.has('offset')) return 'limit-offset';
  return search.has('page') ? 'page' : 'unknown';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Texts as a whole, so that a bracket inside one does not count; the last one may have been cut off. */
const SIGNS = /"(?:[^"\\]|\\.)*(?:"|$)|[{[]|[}\]]/gs;

/** Closes a list that was cut off behind its last complete row: at depth 1 in a bare list, at depth 2 in a page's `results`. */
function mended(text: string): string {
  const bareList = text.trimStart().startsWith('[');
  const rowDepth = bareList ? 1 : 2;
  let depth = 0;
  let end = -1;
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    if (sign === '{' || sign === '[') depth += 1;
    if (sign !== '}' && sign !== ']') continue;
    depth -= 1;
    if (depth === rowDepth) end = index;
  }
  return end < 0 ? '' : text.slice(0, end + 1) + (bareList ? ']' : ']}');
}
