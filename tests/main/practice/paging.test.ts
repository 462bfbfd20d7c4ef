// DRF's three pagings, walked through in both directions.
import { describe, expect, it } from 'vitest';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import { type Client, ORIGIN, openSignedIn } from './client.ts';

interface Page {
  readonly count?: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly { readonly id: number }[];
}

const path = '/api/orders/history/';
const read = async (client: Client, query = ''): Promise<Page> => (await client.send('GET', path + query)).json as Page;
const idsOf = (page: Page): readonly number[] => page.results.map(({ id }) => id);
const queryOf = (link: string | null): string => new URL(link ?? '').search;

async function walk(client: Client, direction: 'next' | 'previous', from = ''): Promise<readonly number[][]> {
  const pages: number[][] = [];
  let page = await read(client, from);
  pages.push([...idsOf(page)]);
  while (page[direction] !== null) {
    page = await read(client, queryOf(page[direction]));
    pages.push([...idsOf(page)]);
  }
  return pages;
}

describe.each<PracticeBehaviour['paging']>(['page', 'limit-offset', 'cursor'])('%s paging', (paging) => {
  it.each([
    [0, [0]],
    [3, [3]],
    [10, [10]],
    [11, [10, 1]],
    [25, [10, 10, 5]],
  ])('leads through %i orders, there and back', async (orders, sizes) => {
    const client = await openSignedIn({ orders, paging, pageSize: 10 });
    const forward = await walk(client, 'next');
    expect(forward.map((ids) => ids.length)).toEqual(sizes);
    expect(forward.flat()).toEqual(Array.from({ length: orders }, (_, index) => index + 1));
    if (sizes.length < 3) return;
    const second = await read(client, queryOf((await read(client)).next));
    const last = queryOf(second.next);
    expect(await walk(client, 'previous', last)).toEqual([...forward].reverse());
  });

  it('counts, unless it is by cursor', async () => {
    const client = await openSignedIn({ orders: 25, paging, pageSize: 10 });
    expect((await read(client)).count).toBe(paging === 'cursor' ? undefined : 25);
  });

  it('links to the host the request named, keeping other parameters', async () => {
    const client = await openSignedIn({ orders: 25, paging, pageSize: 10 });
    const { next } = await read(client, '?z=1&a=2');
    const link = new URL(next ?? '');
    expect(link.origin + link.pathname).toBe(ORIGIN + path);
    expect([...link.searchParams.keys()]).toEqual([...link.searchParams.keys()].toSorted());
    expect(link.searchParams.get('z')).toBe('1');
  });

  it('pages one’s own orders, too', async () => {
    const client = await openSignedIn({ orders: 200, paging, pageSize: 4, ownOnly: true });
    const pages = await walk(client, 'next');
    const ids = pages.flat();
    expect(pages.length).toBeGreaterThan(2);
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
    for (const id of ids) expect(client.store.state.order(id)?.userId).toBe(1);
  });
});

describe('odd parameters', () => {
  it.each(['0', '-1', '4', 'x', ''])('refuses page %j', async (page) => {
    const client = await openSignedIn({ orders: 25, paging: 'page', pageSize: 10 });
    const { status, json } = await client.send('GET', `${path}?page=${page}`);
    expect(status).toBe(404);
    expect(json).toEqual({ detail: 'Invalid page.' });
  });

  it('knows the last page by name, and leaves number 1 out of links', async () => {
    const client = await openSignedIn({ orders: 25, paging: 'page', pageSize: 10 });
    expect(idsOf(await read(client, '?page=last'))).toEqual([21, 22, 23, 24, 25]);
    expect((await read(client, '?page=2')).previous).toBe(ORIGIN + path);
  });

  it('does not let a client choose the size of numbered pages', async () => {
    const client = await openSignedIn({ orders: 25, paging: 'page', pageSize: 10 });
    expect(idsOf(await read(client, '?page_size=3'))).toHaveLength(10);
  });

  it('lets it choose limits, and falls back on nonsense', async () => {
    const client = await openSignedIn({ orders: 25, paging: 'limit-offset', pageSize: 10 });
    expect(idsOf(await read(client, '?limit=3&offset=5'))).toEqual([6, 7, 8]);
    expect(idsOf(await read(client, '?limit=x&offset=-2'))).toHaveLength(10);
    expect(idsOf(await read(client, '?offset=99'))).toEqual([]);
  });

  it.each(['x', '%%%', 'cD14'])('refuses the cursor %j', async (cursor) => {
    const client = await openSignedIn({ orders: 25, paging: 'cursor', pageSize: 10 });
    const { status, json } = await client.send('GET', `${path}?cursor=${encodeURIComponent(cursor)}`);
    expect(status).toBe(404);
    expect(json).toEqual({ detail: 'Invalid cursor' });
  });

  it('shows orders that came in between, at the end', async () => {
    const client = await openSignedIn({ orders: 15, paging: 'cursor', pageSize: 10 });
    const { next } = await read(client);
    const { id } = client.store.state.addOrder({ productName: 'A', quantity: 1, priceMinor: 100 });
    expect(idsOf(await read(client, queryOf(next))).at(-1)).toBe(id);
  });
});

describe('pages that do not fit together', () => {
  it.each([
    [
      'repeat',
      [
        [1, 2, 3],
        [3, 4, 5],
        [6, 7, 8],
      ],
    ],
    [
      'skip',
      [
        [1, 2, 3],
        [5, 6],
        [8, 9],
      ],
    ],
  ] as const)('%s', async (pages, expected) => {
    const client = await openSignedIn({ orders: 9, paging: 'page', pageSize: 3, pages });
    expect(await walk(client, 'next')).toEqual(expected);
  });
});

it('links to somebody else, where it is told to', async () => {
  const client = await openSignedIn({ orders: 8, paging: 'page', pageSize: 3, links: 'other-host' });
  expect((await read(client)).next).toBe(`https://elsewhere.example${path}?page=2`);
});

describe('an ETag', () => {
  it('is sent where it is told to, and answered with 304 while nothing has changed', async () => {
    const client = await openSignedIn({ orders: 3, etag: true });
    const etag = (await client.send('GET', path)).headers.get('ETag') ?? '';
    const again = await client.send('GET', path, { headers: { 'If-None-Match': `W/${etag}, "other"` } });
    expect([again.status, again.text, again.headers.get('ETag')]).toEqual([304, '', etag]);
    client.store.state.addOrder({ productName: 'New', quantity: 1, priceMinor: 100 });
    expect((await client.send('GET', path, { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });

  it('is left out otherwise', async () => {
    const client = await openSignedIn({ orders: 3 });
    expect((await client.send('GET', path)).headers.get('ETag')).toBeNull();
  });
});
