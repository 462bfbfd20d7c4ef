// Histories as no server should tell them, over real HTTP: nothing is lost, nothing twice, and what was known before outlives whatever breaks.
import { describe, expect, it } from 'vitest';
import { json, listen, openLoopbackShop, orders, paged, upTo } from './loopback-shop.ts';

describe('how many', () => {
  it.each([0, 1, 20_000])('%i orders in one answer', async (count) => {
    const shop = await openLoopbackShop((_, outgoing) => json(outgoing, orders(upTo(count))));
    expect(await shop.history.refresh()).toMatchObject({ total: count, problem: null, unreadable: 0, pulling: null });
    expect(await shop.ids()).toEqual(upTo(count));
  });

  it.each([0, 1, 250])('%i orders in pages', async (count) => {
    const shop = await openLoopbackShop(paged(() => upTo(count), 10));
    expect(await shop.history.refresh()).toMatchObject({ total: count, problem: null });
    expect(shop.asked).toHaveLength(Math.max(1, count / 10) | 0);
  });
});

describe('numbers', () => {
  it('that come twice count once, as told last; out of order they are found all the same', async () => {
    const rows = [{ id: 30, product_name: 'old' }, { id: 2 }, { id: 30, product_name: 'new' }, { id: 7 }];
    const shop = await openLoopbackShop((_, outgoing) => json(outgoing, rows));
    await shop.history.refresh();
    expect(await shop.products()).toEqual({ 2: null, 7: null, 30: 'new' });
  });

  it('that are missing: such rows are counted', async () => {
    const shop = await openLoopbackShop((_, outgoing) =>
      json(outgoing, [{ id: 1 }, { product_name: 'none' }, null, [], 'x', 4, { id: 2 }]),
    );
    expect(await shop.history.refresh()).toMatchObject({ total: 2, unreadable: 5, problem: null });
  });
});

describe('pages', () => {
  it('of which each names another host are asked for at our own, and nobody else hears of them', async () => {
    const heard: string[] = [];
    const stranger = await listen((incoming, outgoing) => {
      heard.push(incoming.url ?? '');
      outgoing.end('[]');
    });
    const shop = await openLoopbackShop(paged(() => upTo(25), 5, stranger));
    expect(await shop.history.refresh()).toMatchObject({ total: 25, problem: null });
    expect(shop.asked.toSorted()).toEqual(['', 'page=2', 'page=3', 'page=4', 'page=5']);
    expect(heard).toEqual([]);
  });

  it('that become fewer are read once more, one after the other', async () => {
    let length = 25;
    const shop = await openLoopbackShop((search, outgoing, incoming) => {
      if (search.get('page') === '3') length = 11;
      paged(() => upTo(length), 5)(search, outgoing, incoming);
    });
    expect(await shop.history.refresh()).toMatchObject({ total: 11, problem: null });
    expect(shop.asked.slice(-3)).toEqual(['', 'page=2', 'page=3']);
  });

  it('that shift under the reading, so that a row is skipped, are read once more', async () => {
    let shifts = true;
    // The fourth order goes while the first page has been read: the sixth moves to it, and the second begins with the seventh.
    const list = (page: number): number[] => (page === 1 && shifts ? upTo(9) : [1, 2, 3, 5, 6, 7, 8, 9]);
    const shop = await openLoopbackShop((search, outgoing, incoming) => {
      paged(list, 5)(search, outgoing, incoming);
      if (search.get('page') === '2') shifts = false;
    });
    await shop.history.refresh();
    expect(await shop.ids()).toEqual([1, 2, 3, 5, 6, 7, 8, 9]);
  });

  it.each([
    ['repeat', (from: number, to: number): number[] => (from === 0 ? upTo(to) : upTo(to - 1).slice(from - 1))],
    ['skip', (from: number, to: number): number[] => upTo(to).slice(from === 0 ? 0 : from + 1)],
  ])('that %s rows are read again once, and from then on taken as they are', async (_, rows) => {
    const shop = await openLoopbackShop((search, outgoing) => {
      const page = Number(search.get('page') ?? 1);
      const next = page < 4 ? `?page=${page + 1}` : null;
      json(outgoing, { count: 20, next, results: orders(rows((page - 1) * 5, page * 5)) });
    });
    const first = await shop.history.refresh();
    expect(first).toMatchObject({ problem: null });
    expect(first.total).toBeLessThan(20);
    expect(first.missing).toBe(20 - first.total);
    // One that was stopped by the others may still arrive.
    expect(shop.asked.filter((search) => search === '')).toHaveLength(2);
    expect(shop.asked.slice(-2)).toEqual(['page=3', 'page=4']);
    shop.asked.length = 0;
    expect(await shop.history.refresh()).toMatchObject({ total: first.total, problem: null, missing: first.missing });
    expect(shop.asked).toEqual(['', 'page=2', 'page=3', 'page=4']);
    shop.answerWith((__, outgoing) => json(outgoing, { count: 20, next: null, results: orders(upTo(20)) }));
    expect(await shop.history.refresh()).toMatchObject({ total: 20, missing: null });
  });

  it.each([
    ['to themselves', () => '?cursor=a'],
    ['back to the first', (cursor: string) => (cursor === '' ? '?cursor=a' : cursor === 'a' ? '?cursor=b' : '?cursor=a')],
  ])('that lead %s are refused, and the history stays', async (_, next) => {
    const shop = await openLoopbackShop((__, outgoing) => json(outgoing, orders(upTo(3))));
    await shop.history.refresh();
    shop.answerWith((search, outgoing) => json(outgoing, { next: next(search.get('cursor') ?? ''), results: orders([9]) }));
    expect(await shop.history.refresh()).toMatchObject({ total: 3, problem: { kind: 'not-the-api' }, pulling: null });
    expect(await shop.ids()).toEqual([1, 2, 3]);
  });
});

describe('an answer that ends too early', () => {
  it.each([
    ['cut off by the network', 'destroy', { kind: 'unreachable', reason: 'cut-off' }],
    ['cut off by the server, as if it were whole', 'end', { kind: 'not-the-api', status: 200 }],
  ] as const)('%s leaves what was known, and the next pull begins anew', async (_, how, problem) => {
    const shop = await openLoopbackShop((__, outgoing) => json(outgoing, orders(upTo(3))));
    const { asOf } = await shop.history.refresh();
    const whole = JSON.stringify(orders(upTo(5_000)));
    shop.answerWith((__, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.write(whole.slice(0, whole.length / 2), () => outgoing[how]());
    });
    expect(await shop.history.refresh()).toMatchObject({ total: 3, asOf, problem, pulling: null });
    expect(await shop.ids()).toEqual([1, 2, 3]);
    expect(shop.reached.at(-1)).toBe(how === 'destroy' ? 'down' : 'online');

    shop.answerWith((__, outgoing) => json(outgoing, orders(upTo(4))));
    expect(await shop.history.refresh()).toMatchObject({ total: 4, problem: null });
  });
});

it('bytes that are no UTF-8 are read as decode-text reads them', async () => {
  const shop = await openLoopbackShop((_, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json; charset=ISO-8859-1' });
    outgoing.end(Buffer.from('[{"id":1,"product_name":"Crème brûlée"},{"id":2}]', 'latin1'));
  });
  expect(await shop.history.refresh()).toMatchObject({ total: 2, problem: null });
  expect(await shop.products()).toEqual({ 1: 'Crème brûlée', 2: null });
});
