// The rows that the page has been told, in pages: what is at hand, what is out of date, what to ask for next. Pure.

/** One request brings a few screenfuls: small enough to answer at once, large enough that scrolling rarely waits. */
export const PAGE_SIZE = 100;
/** Rows further away than this many pages are forgotten: the page never holds the list. */
const MOST_PAGES = 24;

interface Page<Row> {
  readonly revision: number;
  readonly rows: readonly Row[];
}

export interface PageCache<Row> {
  readonly total: number;
  readonly pages: ReadonlyMap<number, Page<Row>>;
}

export function emptyCache<Row>(): PageCache<Row> {
  return { total: 0, pages: new Map() };
}

export function pageOf(index: number): number {
  return Math.floor(index / PAGE_SIZE);
}

export function rowAt<Row>(cache: PageCache<Row>, index: number): Row | undefined {
  if (index >= cache.total) return undefined;
  return cache.pages.get(pageOf(index))?.rows[index % PAGE_SIZE];
}

/** Where a row stands among the pages at hand; null when it is not among them. */
export function indexOf<Row>(cache: PageCache<Row>, matches: (row: Row) => boolean): number | null {
  for (const [page, { rows }] of cache.pages) {
    const within = rows.findIndex(matches);
    if (within >= 0) return page * PAGE_SIZE + within;
  }
  return null;
}

/**
 * The first page of a range of rows that is missing or older than the revision; null when all is at hand.
 * @param total how many rows there are, or null before the first answer.
 */
export function nextPage<Row>(cache: PageCache<Row>, range: RowRange, total: number | null, revision: number): number | null {
  const last = total === null ? 0 : Math.min(range.last, total - 1);
  for (let page = pageOf(range.first); page <= pageOf(Math.max(last, 0)); page += 1) {
    const known = cache.pages.get(page);
    if (known === undefined ? total === null || page * PAGE_SIZE < total || page === 0 : known.revision < revision) return page;
  }
  return null;
}

/** The page of the first row in sight before the others: it tells where those are to stand. */
export function nextPageAt<Row>(
  top: number,
  cache: PageCache<Row>,
  range: RowRange,
  total: number | null,
  revision: number,
): number | null {
  return nextPage(cache, { first: top, last: top }, total, revision) ?? nextPage(cache, range, total, revision);
}

export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** The cache with an answer in it. Older pages stay until their turn: a shown row is better than a blank one. */
export function withPage<Row>(cache: PageCache<Row>, page: number, answer: Page<Row> & { readonly total: number }): PageCache<Row> {
  const pages = new Map(cache.pages);
  pages.set(page, { revision: answer.revision, rows: answer.rows });
  for (const known of pages.keys()) {
    if (known * PAGE_SIZE >= answer.total && known !== page) pages.delete(known);
  }
  const farthestFirst = [...pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
  for (const far of farthestFirst.slice(0, Math.max(0, pages.size - MOST_PAGES))) pages.delete(far);
  return { total: answer.total, pages };
}

/**
 * The rows of an answer, where they say what was known before as the very objects that were known: what is drawn of them need not be drawn
 * again. Rows are plain data, so that their JSON tells whether they are the same.
 */
export function keepSame<Row>(cache: PageCache<Row>, rows: readonly Row[], idOf: (row: Row) => number): readonly Row[] {
  const known = new Map([...cache.pages.values()].flatMap((page) => page.rows.map((row) => [idOf(row), row] as const)));
  return rows.map((row) => {
    const before = known.get(idOf(row));
    return before !== undefined && JSON.stringify(before) === JSON.stringify(row) ? before : row;
  });
}

/** The same rows, all of them out of date: shown until others arrive, and asked for again. */
export function outdated<Row>(cache: PageCache<Row>): PageCache<Row> {
  return { total: cache.total, pages: new Map([...cache.pages].map(([number, page]) => [number, { ...page, revision: -1 }])) };
}

/** The rows at hand, changed; the very same cache where no row is. */
export function changed<Row>(cache: PageCache<Row>, change: (row: Row) => Row): PageCache<Row> {
  let any = false;
  const pages = [...cache.pages].map(([number, page]) => {
    const rows = page.rows.map(change);
    if (rows.every((row, index) => row === page.rows[index])) return [number, page] as const;
    any = true;
    return [number, { ...page, rows }] as const;
  });
  return any ? { total: cache.total, pages: new Map(pages) } : cache;
}
