// Several pages at a time, as long as each is what the first let foresee; a list whose pages do not fit together is never told as whole.
import { describe, expect, it } from 'vitest';
import type { Page, TakePage } from '../../../src/main/http/list-page.ts';
import { planPages } from '../../../src/main/http/page-plan.ts';
import { takeAllPages } from '../../../src/main/http/paging.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';

type Script = Readonly<Record<string, Partial<Page> | { readonly error: Extract<Result<never>, { ok: false }>['error'] }>>;

/** Every page is answered only when all that will be asked meanwhile has been: what is under way at a time shows. */
async function takeAll(script: Script, { atOnce = 3, pages = Number.POSITIVE_INFINITY } = {}) {
  const asked: string[] = [];
  const stopped: string[] = [];
  let under = 0;
  let most = 0;
  const take: TakePage = async (search, place, stop) => {
    asked.push(`${place}:${search}`);
    under += 1;
    most = Math.max(most, under);
    await new Promise(setImmediate);
    under -= 1;
    if (stop.aborted) stopped.push(search);
    const told = script[search] ?? { error: { kind: 'not-found', thing: 'history', id: null } };
    return 'error' in told ? fail(told.error) : ok({ rows: 0, count: null, next: null, ...told });
  };
  const taken = await takeAllPages(take, { goOn: () => asked.length < pages, atOnce });
  return { asked, most, stopped, taken: taken.ok ? taken.value : taken.error };
}

/** @param size rows of a page */
function numbered(count: number, size: number, name = 'page'): Record<string, Page> {
  const pages = Math.ceil(count / size);
  return Object.fromEntries(
    Array.from({ length: pages }, (_, index) => [
      index === 0 ? '' : `${name}=${index + 1}`,
      { rows: Math.min(size, count - index * size), count, next: index + 1 < pages ? `${name}=${index + 2}` : null },
    ]),
  );
}

describe('pages that can be foreseen', () => {
  it('are asked for three at a time, each once, by the number of its place', async () => {
    const { asked, most, taken } = await takeAll(numbered(19, 2));
    expect(asked).toEqual(['1:', ...Array.from({ length: 9 }, (_, index) => `${index + 2}:page=${index + 2}`)]);
    expect(most).toBe(3);
    expect(taken).toEqual({ pages: 10, count: 19, doubtful: false, broken: null });
  });

  it('one after the other where that is asked for', async () => {
    expect((await takeAll(numbered(9, 2), { atOnce: 1 })).most).toBe(1);
  });

  it.each([
    ['page=2', 2, 'page=7'],
    ['page=2&page_size=2', 2, 'page=7&page_size=2'],
    ['ordering=-id&p=2', 50, 'ordering=-id&p=7'],
    ['limit=5&offset=5', 5, 'limit=5&offset=30'],
    ['offset=5&limit=5', 5, 'offset=30&limit=5'],
  ])('%s with %i rows', (next, rows, seventh) => {
    expect(planPages({ next, rows, count: 1_000 })?.search(7)).toBe(seventh);
  });

  it.each([
    ['a cursor', { next: 'cursor=2', rows: 2, count: 9 }],
    ['another number than the second', { next: 'page=3', rows: 2, count: 9 }],
    ['the size of a page', { next: 'page_size=2', rows: 2, count: 9 }],
    ['an offset that is not where the page ends', { next: 'limit=5&offset=4', rows: 5, count: 9 }],
    ['no count', { next: 'page=2', rows: 2, count: null }],
    ['no rows', { next: 'page=2', rows: 0, count: 9 }],
    ['a count that is reached', { next: 'page=2', rows: 9, count: 9 }],
    ['no more', { next: null, rows: 2, count: 9 }],
  ])('%s lets nothing be foreseen', (_, first) => {
    expect(planPages(first)).toBeNull();
  });
});

describe('pages that do not fit together', () => {
  const whole = numbered(19, 2);
  const page = (place: number): Page => whole[`page=${place}`] as Page;

  it.each([
    ['a count that changes', { 'page=3': { ...page(3), count: 18 } }],
    ['a page that leads elsewhere', { 'page=3': { ...page(3), next: 'page=2' } }],
    ['an end before the last', { 'page=3': { ...page(3), next: null } }],
    ['a last page that goes on', { 'page=10': { ...page(10), next: 'page=11' } }],
    ['a page with fewer rows', { 'page=3': { ...page(3), rows: 1 } }],
    ['a page that is missing', { 'page=3': { error: { kind: 'not-found', thing: 'history', id: null } } }],
    ['a page on which the server broke', { 'page=3': { error: { kind: 'server-error', status: 500 } } }],
  ] as const)('%s: broken, so that they can be read one after the other', async (_, odd) => {
    const { taken, asked } = await takeAll({ ...whole, ...odd });
    expect(taken).toMatchObject({ broken: { kind: expect.any(String) } });
    // No page is asked for any more once one did not fit, but for those that were under way.
    if (!('page=10' in odd)) expect(asked.length).toBeLessThanOrEqual(6);
  });

  it.each([{ kind: 'unreachable', reason: 'cut-off' }, { kind: 'session-ended' }, { kind: 'too-many-requests', wait: 3 }] as const)(
    '%j is met whatever the order, and told at once',
    async (error) => {
      expect((await takeAll({ ...whole, 'page=3': { error } })).taken).toEqual(error);
    },
  );

  it('stops what is under way', async () => {
    const { stopped } = await takeAll({ ...whole, 'page=2': { ...page(2), count: 1 } });
    expect(stopped).toEqual(['page=3', 'page=4']);
  });

  it.each([
    ['a count that is never reached', { '': { rows: 2, count: 5, next: 'cursor=a' }, 'cursor=a': { rows: 2, count: 5 } }, true],
    ['a count that changes and comes true', { '': { rows: 2, count: 5, next: 'cursor=a' }, 'cursor=a': { rows: 2, count: 4 } }, true],
    ['a count that comes true', { '': { rows: 2, count: 4, next: 'cursor=a' }, 'cursor=a': { rows: 2, count: 4 } }, false],
    ['no count', { '': { rows: 2, next: 'cursor=a' }, 'cursor=a': { rows: 2 } }, false],
  ])('one after the other, with %s: doubtful is %s', async (_, script, doubtful) => {
    expect((await takeAll(script)).taken).toMatchObject({ pages: 2, doubtful, broken: null });
  });

  it('one after the other past the end: broken, as the list has become shorter', async () => {
    expect((await takeAll({ '': { rows: 2, next: 'cursor=a' } })).taken).toMatchObject({ broken: { kind: 'not-found' } });
  });
});

it.each([1, 3])('is given up between two pages (%i at once)', async (atOnce) => {
  const { taken, asked } = await takeAll(numbered(19, 2), { atOnce, pages: 4 });
  expect(taken).toBeNull();
  expect(asked).toHaveLength(4);
});
