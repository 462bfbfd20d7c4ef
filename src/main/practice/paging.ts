// DRF's three pagings over a list whose length is known and whose members are fetched by place.
import { type Answer, detail, encode, json } from './answers.ts';
import type { PracticeBehaviour } from './behaviour.ts';

/** A list in the order of ascending numbers. */
export interface Listing {
  readonly length: number;
  /** The numbers from one place up to another, the latter not included. */
  slice(from: number, to: number): readonly number[];
  /** How many numbers are smaller than this one. */
  placeOf(id: number): number;
}

/** One page as DRF would answer it. `show` turns a number into what stands in `results`. */
export function answerPage(listing: Listing, url: URL, behaviour: PracticeBehaviour, show: (id: number) => unknown): Answer {
  const results = (from: number, to: number): readonly unknown[] => sliceOf(listing, behaviour.pages, from, to).map(show);
  const from = behaviour.links === 'asked-host' ? url : new URL(url.pathname + url.search, HOSTS[behaviour.links]);
  switch (behaviour.paging) {
    case 'none':
      return everything(listing, results);
    case 'page':
      return byNumber(listing, from, behaviour.pageSize, results);
    case 'page-in-links':
      return inLinks(byNumber(listing, from, behaviour.pageSize, results));
    case 'limit-offset':
      return byOffset(listing, from, behaviour.pageSize, results);
    case 'cursor':
      return byCursor(listing, from, behaviour.pageSize, results);
  }
}

const HOSTS = {
  /** As a server calls itself that does not know of the proxy in front of it. */
  'inner-host': 'http://internal:8000',
  /** As one would that wants to be told a token. */
  'other-host': 'https://elsewhere.example',
} as const;

/** Every page but the first begins with the last row of the one before, or without its own first. */
function sliceOf(listing: Listing, pages: PracticeBehaviour['pages'], from: number, to: number): readonly number[] {
  if (pages === 'exact' || from === 0) return listing.slice(from, to);
  return pages === 'repeat' ? listing.slice(from - 1, to - 1) : listing.slice(from + 1, to);
}

function inLinks(answer: Answer): Answer {
  const page = answer.body !== null && 'json' in answer.body ? (answer.body.json as Readonly<Record<string, unknown>>) : {};
  if (!('results' in page)) return answer;
  const { next, previous, ...rest } = page;
  return json(200, { links: { next, previous }, ...rest });
}

type Results = (from: number, to: number) => readonly unknown[];

// A piece at a time: a million orders as one string would come close to the longest that V8 allows.
function everything(listing: Listing, results: Results): Answer {
  const PIECE = 5000;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < listing.length; from += PIECE) {
    const inner = JSON.stringify(results(from, Math.min(listing.length, from + PIECE))).slice(1, -1);
    pieces.push(encode(from === 0 ? `[${inner}` : `,${inner}`));
  }
  pieces.push(encode(pieces.length === 0 ? '[]' : ']'));
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return { status: 200, body: { bytes, type: 'application/json' } };
}

function byNumber(listing: Listing, url: URL, size: number, results: Results): Answer {
  const asked = url.searchParams.get('page') ?? '1';
  const pages = Math.max(1, Math.ceil(listing.length / size));
  const page = asked === 'last' ? pages : /^\s*\d+\s*$/.test(asked) ? Number(asked) : 0;
  if (page < 1 || page > pages) return detail(404, 'Invalid page.');
  return json(200, {
    count: listing.length,
    next: page < pages ? withQuery(url, { page: String(page + 1) }) : null,
    // DRF leaves the number of the first page out.
    previous: page > 1 ? withQuery(url, { page: page === 2 ? null : String(page - 1) }) : null,
    results: results((page - 1) * size, page * size),
  });
}

function byOffset(listing: Listing, url: URL, size: number, results: Results): Answer {
  const limit = natural(url.searchParams.get('limit')) || size;
  const offset = natural(url.searchParams.get('offset'));
  const back = offset - limit;
  return json(200, {
    count: listing.length,
    next: offset + limit < listing.length ? withQuery(url, { limit: String(limit), offset: String(offset + limit) }) : null,
    previous: offset > 0 ? withQuery(url, { limit: String(limit), offset: back > 0 ? String(back) : null }) : null,
    results: results(offset, offset + limit),
  });
}

const natural = (text: string | null): number => (text !== null && /^\d+$/.test(text) ? Number(text) : 0);

// Numbers are unique, so a cursor is a number to go on after (or, with r=1, to go back before), in base64 as DRF wraps it.
function byCursor(listing: Listing, url: URL, size: number, results: Results): Answer {
  const sent = url.searchParams.get('cursor');
  const cursor = sent === null ? { back: false, position: 0 } : openCursor(sent);
  if (cursor === undefined) return detail(404, 'Invalid cursor');
  const start = cursor.back ? Math.max(0, listing.placeOf(cursor.position) - size) : listing.placeOf(cursor.position + 1);
  const end = cursor.back ? listing.placeOf(cursor.position) : Math.min(listing.length, start + size);
  const ids = listing.slice(start, end);
  const link = (back: boolean, position: number | undefined): string =>
    withQuery(url, { cursor: btoa(back ? `r=1&p=${position}` : `p=${position}`) });
  return json(200, {
    next: end < listing.length ? link(false, ids.at(-1)) : null,
    previous: start > 0 ? link(true, ids[0]) : null,
    results: results(start, end),
  });
}

function openCursor(sent: string): { readonly back: boolean; readonly position: number } | undefined {
  try {
    const inside = new URLSearchParams(atob(sent));
    const position = inside.get('p');
    return position !== null && /^\d+$/.test(position) ? { back: inside.get('r') === '1', position: Number(position) } : undefined;
  } catch {
    return undefined;
  }
}

// Absolute, built from the host the request named, parameters sorted: as DRF's replace_query_param does it.
function withQuery(url: URL, change: Readonly<Record<string, string | null>>): string {
  const link = new URL(url);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) link.searchParams.delete(name);
    else link.searchParams.set(name, value);
  }
  link.searchParams.sort();
  return link.href;
}
