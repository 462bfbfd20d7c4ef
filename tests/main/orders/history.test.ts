import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../../src/main/http/transport.ts';
import type { HistoryQuery, HistoryState } from '../../../src/shared/ipc/order-schemas.ts';
import { to } from '../store/support/faulty-network.ts';
import { openShop, type Shop } from '../store/support/open-shop.ts';

const HISTORY = '/api/orders/history/';
const aPage = to('GET', HISTORY);
const EVERYTHING: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'ascending' }] };
const idsOf = async (shop: Shop): Promise<readonly number[]> => await shop.book.numbers(EVERYTHING, null);
const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

/** Answers the history by hand, page after page; everything else goes to the practice store. */
const pages =
  (answer: (search: URLSearchParams) => unknown) =>
  (store: Fetch): Fetch =>
  async (request) =>
    aPage(request) ? Response.json(answer(new URL(request.url).searchParams)) : await store(request);

describe('a pull', () => {
  it.each([
    ['none', 'many', 'text', 1],
    ['page', 'one', 'number', 3],
    ['limit-offset', 'none', 'text', 3],
    ['cursor', 'many', 'number', 3],
  ] as const)('reads every order once, whatever the paging: %s', async (paging, payments, decimals, calls) => {
    const shop = await openShop({ orders: 12, paging, pageSize: 5, payments, decimals });
    const state = await shop.history.refresh();
    expect(state).toMatchObject({ total: 12, unreadable: 0, pulling: null, problem: null, asOf: '2026-10-22T10:00:00.000Z' });
    expect(await idsOf(shop)).toEqual(upTo(12));
    expect(shop.requests().map(({ path }) => path)).toEqual(Array.from({ length: calls }, () => HISTORY));
    const [row] = (await shop.book.window(EVERYTHING, { offset: 0, limit: 1 }, true)).rows;
    const told = shop.store.state.order(1);
    expect(row).toMatchObject({ id: 1, product: told?.productName, quantity: String(told?.quantity) });
    expect(row?.price).toBe(((told?.priceMinor ?? 0) / 100).toFixed(2));
    expect(row?.payments === null).toBe(payments === 'none');
  });

  it('takes only the query of `next`, so that no token follows it to another host', async () => {
    const called: string[] = [];
    const shop = await openShop({ paging: 'page', pageSize: 5 }, (store) => async (request) => {
      called.push(request.url);
      return await store(request);
    });
    shop.network.alter(aPage, (body) => {
      const page = body as { next: string | null };
      return { ...page, next: page.next?.replace('https://shop.example/api', 'http://internal:8000/other') ?? null };
    });
    expect((await shop.history.refresh()).total).toBe(12);
    const first = `https://shop.example${HISTORY}`;
    expect(called).toEqual([first, `${first}?page=2`, `${first}?page=3`]);
  });

  it('says how far it is after every page, and what it expects where the server counts', async () => {
    const seen: HistoryState['pulling'][] = [];
    const shop = await openShop({ paging: 'page', pageSize: 5 });
    shop.network.alter(aPage, (body) => {
      seen.push(shop.history.state().pulling);
      return body;
    });
    await shop.history.refresh();
    const since = '2026-10-22T10:00:00.000Z';
    expect(seen).toEqual([
      { received: 0, expected: null, since },
      { received: 5, expected: 12, since },
      { received: 10, expected: 12, since },
    ]);
    shop.store.behaviour.paging = 'cursor';
    seen.length = 0;
    await shop.history.refresh();
    expect(seen.at(-1)).toEqual({ received: 10, expected: null, since });
  });

  it('shows nothing of itself before it is whole', async () => {
    const shop = await openShop({ paging: 'page', pageSize: 5 });
    const held = shop.network.hold((request) => aPage(request) && request.url.includes('page=2'), 'before');
    const pull = shop.history.refresh();
    await held.reached;
    expect(shop.history.state()).toMatchObject({ total: 0, asOf: null, pulling: { received: 5 } });
    held.release();
    expect((await pull).total).toBe(12);
  });

  it('is joined by whoever asks while it is under way', async () => {
    const shop = await openShop();
    const [first, second] = await Promise.all([shop.history.refresh(), shop.history.refresh()]);
    expect(first).toEqual(second);
    expect(shop.requests()).toHaveLength(1);
  });

  it('keeps one of each order that cursor pages repeat, as read later', async () => {
    const shop = await openShop(
      {},
      pages((search) =>
        search.get('cursor') === null
          ? { next: 'https://x/?cursor=2', results: [{ id: 1, product_name: 'old' }, { id: 2 }] }
          : { next: null, results: [{ id: 1, product_name: 'new' }, { id: 3 }] },
      ),
    );
    expect((await shop.history.refresh()).total).toBe(3);
    expect((await shop.orders.peek(1))?.product).toBe('new');
  });

  it('counts rows that it cannot read, and shows the others', async () => {
    const shop = await openShop(
      {},
      pages(() => [{ id: 1 }, { product_name: 'no number' }, null, 'text', { id: 2 }]),
    );
    expect(await shop.history.refresh()).toMatchObject({ total: 2, unreadable: 3, problem: null });
  });

  it.each([
    ['pages that lead back', () => ({ next: 'https://x/?page=1', results: [{ id: 9 }] })],
    [
      'pages that lead to themselves by other names',
      (search: URLSearchParams) => ({ next: `https://x/?page=${search.get('page') === '2' ? 3 : 2}`, results: [] }),
    ],
    ['an object that is no page', () => ({ orders: [] })],
    ['text', () => 'orders'],
  ])('gives up on %s and keeps what it had', async (_, answer) => {
    let broken = false;
    const shop = await openShop({}, (store) => async (request) => (broken ? await pages(answer)(store)(request) : await store(request)));
    await shop.history.refresh();
    broken = true;
    expect(await shop.history.refresh()).toMatchObject({ total: 12, pulling: null, problem: { kind: 'not-the-api' } });
  });
});

describe('a pull that fails', () => {
  it.each([
    ['refused-before', { kind: 'unreachable', reason: 'refused' }],
    ['lost-after', { kind: 'unreachable', reason: 'cut-off' }],
    ['debug-page-before', { kind: 'server-error', status: 500 }],
    ['cut-json-after', { kind: 'not-the-api', status: 200 }],
    ['captive-portal', { kind: 'not-the-api', status: 200 }],
  ] as const)('in the middle (%s) leaves the last history as it was and says why', async (fault, problem) => {
    const shop = await openShop({ paging: 'page', pageSize: 5 });
    await shop.history.refresh();
    shop.store.state.addOrder({ productName: 'Newer', quantity: 1, priceMinor: 100 });
    shop.tick(60_000);
    shop.network.fail((request) => aPage(request) && request.url.includes('page=2'), fault);
    expect(await shop.history.refresh()).toMatchObject({ total: 12, asOf: '2026-10-22T10:00:00.000Z', pulling: null, problem });
    expect(await idsOf(shop)).toEqual(upTo(12));

    shop.network.heal();
    expect(await shop.history.refresh()).toMatchObject({ total: 13, asOf: '2026-10-22T10:01:00.000Z', problem: null });
  });

  it('the first time says that nothing is known yet', async () => {
    const shop = await openShop();
    shop.network.fail(aPage, 'refused-before');
    expect(await shop.history.refresh()).toMatchObject({ total: 0, asOf: null, problem: { kind: 'unreachable' } });
  });

  it('because the server refuses this person says so', async () => {
    const shop = await openShop();
    shop.store.state.setActive('practice', false);
    expect((await shop.history.refresh()).problem).toEqual({ kind: 'session-ended' });
  });

  it('because of too many requests says how long to wait', async () => {
    const shop = await openShop();
    shop.store.behaviour.throttle = { retryAfter: 42 };
    expect((await shop.history.refresh()).problem).toEqual({ kind: 'too-many-requests', wait: 42 });
  });
});

describe('stopping', () => {
  it.each(['none', 'page'] as const)(
    'while a pull is under way drops all of it, asks for no further page, and tells nobody any more (paging: %s)',
    async (paging) => {
      const shop = await openShop({ paging, pageSize: 5 });
      const held = shop.network.hold(aPage, 'after');
      const pull = shop.history.refresh();
      await held.reached;
      shop.history.stop();
      const changes = shop.changes();
      held.release();
      expect(await pull).toMatchObject({ total: 0, asOf: null });
      expect(shop.requests()).toHaveLength(1);
      expect(shop.changes()).toBe(changes);
      await shop.history.refresh();
      expect(shop.requests()).toHaveLength(0);
    },
  );
});
