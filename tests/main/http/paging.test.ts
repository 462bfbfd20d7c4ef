// A list through any of DRF's pagings: told whole or not at all, and never asked for anywhere else.
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/main/http/evidence.ts';
import { readAllPages } from '../../../src/main/http/paging.ts';

function listed(value: unknown, status = 200): Evidence {
  return { kind: 'answer', status, headers: new Headers(), body: { kind: 'json', value } };
}

async function readAll(pages: Readonly<Record<string, Evidence>>) {
  const asked: string[] = [];
  const read = async (search: string): Promise<Evidence> => {
    asked.push(search);
    return pages[search] ?? listed({ detail: 'Invalid page.' }, 404);
  };
  const result = await readAllPages(read, 'history');
  return { asked, rows: result.ok ? result.value : result.error };
}

const link = (search: string) => `http://internal:8000/api/orders/history/?${search}`;

describe('a list', () => {
  it('without paging is its own page', async () => {
    const { rows, asked } = await readAll({ '': listed([1, 2, 3]) });
    expect([rows, asked]).toEqual([[1, 2, 3], ['']]);
  });

  it('by page numbers is read to its end, and only the query of `next` is taken', async () => {
    const { rows, asked } = await readAll({
      '': listed({ count: 3, next: link('page=2'), previous: null, results: [1, 2] }),
      'page=2': listed({ count: 3, next: null, previous: link(''), results: [3] }),
    });
    expect([rows, asked]).toEqual([
      [1, 2, 3],
      ['', 'page=2'],
    ]);
  });

  it('by cursor may tell a row twice', async () => {
    const { rows } = await readAll({
      '': listed({ next: link('cursor=cD0y%3D'), previous: null, results: [1] }),
      'cursor=cD0y%3D': listed({ next: null, previous: null, results: [1] }),
    });
    expect(rows).toEqual([1, 1]);
  });

  it('by limit and offset keeps the whole query, without a fragment', async () => {
    const { asked } = await readAll({
      '': listed({ count: 2, next: `${link('limit=1&offset=1')}#top`, results: [1] }),
      'limit=1&offset=1': listed({ count: 2, next: null, results: [2] }),
    });
    expect(asked).toEqual(['', 'limit=1&offset=1']);
  });

  it('of 200,000 rows on one page does not overflow anything', async () => {
    const { rows } = await readAll({ '': listed({ next: null, results: Array.from({ length: 200_000 }, (_, id) => id) }) });
    expect(rows).toHaveLength(200_000);
  });
});

describe('half a list is never told as the whole', () => {
  it('where the addresses stand in `links`, as in DRF’s example of a paging by hand', async () => {
    const pages = {
      '': listed({ links: { next: link('page=2'), previous: null }, count: 2, results: [1] }),
      'page=2': listed({ links: { next: null, previous: link('page=1') }, count: 2, results: [2] }),
    };
    expect((await readAll(pages)).rows).toEqual([1, 2]);
  });

  it('when a later page fails', async () => {
    const pages = { '': listed({ next: link('page=2'), results: [1] }), 'page=2': listed({}, 503) };
    expect((await readAll(pages)).rows).toEqual({ kind: 'server-error', status: 503 });
  });

  it('when a later page is something else', async () => {
    const pages = { '': listed({ next: link('page=2'), results: [1] }), 'page=2': listed({ orders: [2] }) };
    expect((await readAll(pages)).rows).toEqual({ kind: 'not-the-api', status: 200 });
  });

  it('when the pages go round', async () => {
    const pages = { '': listed({ next: link('page=2'), results: [1] }), 'page=2': listed({ next: link('page=2'), results: [2] }) };
    expect((await readAll(pages)).rows).toEqual({ kind: 'not-the-api', status: 200 });
  });

  it.each(['https://shop.example/api/orders/history/page/2/', 2, true, { page: 2 }])('when `next` cannot be followed: %j', async (next) => {
    expect((await readAll({ '': listed({ next, results: [1] }) })).rows).toEqual({ kind: 'not-the-api', status: 200 });
  });

  it.each([null, undefined, ''])('but %j as `next` is the end', async (next) => {
    expect((await readAll({ '': listed({ next, results: [1] }) })).rows).toEqual([1]);
  });

  it('when the list has become shorter, so that a page is past its end', async () => {
    expect((await readAll({ '': listed({ count: 2, next: link('page=2'), results: [1] }) })).rows).toMatchObject({ kind: 'not-found' });
  });
});

it.each([{}, { results: {} }, { results: null }, 'text', 7, null])('%j is no list', async (value) => {
  expect((await readAll({ '': listed(value) })).rows).toEqual({ kind: 'not-the-api', status: 200 });
});
