// The practice store's less usual ways: names, dates, quantities, addresses of pages, debug pages, a path in front.
import { describe, expect, it } from 'vitest';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import { openClient, type Received } from './client.ts';

async function get(path: string, behaviour: Partial<PracticeBehaviour>): Promise<Received> {
  const { signIn, send } = openClient({ orders: 12, ...behaviour });
  const { prefix = '' } = behaviour;
  const token = prefix === '' ? (await signIn()).access : await accessAt(prefix, send);
  return await send('GET', path, { token });
}

async function accessAt(prefix: string, send: ReturnType<typeof openClient>['send']): Promise<string> {
  const { json } = await send('POST', `${prefix}/api/token/`, { body: { username: 'practice', password: 'practice-2026' } });
  return (json as { access: string }).access;
}

const order = async (behaviour: Partial<PracticeBehaviour>): Promise<Record<string, unknown>> =>
  (await get('/api/orders/2/', behaviour)).json as Record<string, unknown>;

describe('an order', () => {
  it.each([
    ['utc', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/],
    ['offset', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+05:45$/],
    ['naive', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/],
    ['whole-seconds', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
    ['named', /^\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d$/],
  ] as const)('has its date in the way that is asked for: %s', async (dates, shape) => {
    expect((await order({ dates }))['created_at']).toMatch(shape);
  });

  it('means the same moment in each of them', async () => {
    const at = async (dates: PracticeBehaviour['dates']): Promise<number> => Date.parse(String((await order({ dates }))['created_at']));
    expect(await at('offset')).toBe(await at('utc'));
    expect(Math.floor((await at('utc')) / 1000) * 1000).toBe(await at('whole-seconds'));
  });

  it('has no date', async () => {
    expect((await order({ dates: 'null' }))['created_at']).toBeNull();
    expect('created_at' in (await order({ dates: 'absent' }))).toBe(false);
  });

  it('has its quantity with places, as text or as a number', async () => {
    expect((await order({ quantities: 'decimal' }))['quantity']).toMatch(/^\d+\.000$/);
    expect((await order({ quantities: 'decimal', decimals: 'number' }))['quantity']).toEqual(expect.any(Number));
  });

  it('has its payments under the name that is asked for', async () => {
    for (const paymentsName of ['payment_set', 'order_payments', 'payment_details', 'transactions'] as const) {
      expect((await order({ paymentsName }))[paymentsName]).toEqual(expect.any(Array));
      expect('payments' in (await order({ paymentsName }))).toBe(false);
      expect(Array.isArray((await order({ paymentsName, payments: 'one' }))[paymentsName])).toBe(false);
    }
  });
});

describe('a page of the history', () => {
  it('names the next by the host behind the proxy', async () => {
    const { json } = await get('/api/orders/history/', { paging: 'page', pageSize: 5, links: 'inner-host' });
    expect(json).toMatchObject({ count: 12, next: 'http://internal:8000/api/orders/history/?page=2' });
  });

  it('has its addresses in links, as in DRF’s example', async () => {
    const { json } = await get('/api/orders/history/', { paging: 'page-in-links', pageSize: 5 });
    expect(json).toMatchObject({ count: 12, links: { next: 'http://shop.example:8000/api/orders/history/?page=2', previous: null } });
    expect(json).not.toHaveProperty('next');
  });
});

describe('an error that nothing caught', () => {
  it.each([
    ['page', 'text/html; charset=utf-8', /<h1>Server Error \(500\)<\/h1>/],
    ['json', 'application/json', /^\{"error":"Server Error \(500\)"\}$/],
    ['debug-page', 'text/html; charset=utf-8', /Traceback.*SECRET_KEY/s],
    ['debug-text', 'text/plain; charset=utf-8', /^KeyError at \/api\/orders\/2\/\n.*Traceback \(most recent call last\):/s],
  ] as const)('looks as it is asked to: %s', async (uncaught, type, words) => {
    const { status, headers, text } = await get('/api/orders/2/', { breaks: 'order', uncaught });
    expect([status, headers.get('content-type')]).toEqual([500, type]);
    expect(text).toMatch(words);
  });

  it('is 100 KB with all the settings', async () => {
    const { text } = await get('/api/orders/2/', { breaks: 'order', uncaught: 'debug-page' });
    expect(text.length).toBeGreaterThan(95_000);
    expect(text.length).toBeLessThan(130_000);
  });

  it('is raised by what is broken and by nothing else', async () => {
    expect((await get('/api/accounts/profile/', { breaks: 'order' })).status).toBe(200);
    expect((await get('/api/accounts/profile/', { breaks: 'profile' })).status).toBe(500);
    expect((await get('/api/orders/history/', { breaks: 'order' })).status).toBe(200);
  });
});

describe('behind a path', () => {
  it('the API is there and nowhere else', async () => {
    expect((await get('/shop/api/orders/2/', { prefix: '/shop' })).status).toBe(200);
    expect((await get('/api/orders/2/', { prefix: '/shop' })).status).toBe(404);
  });

  it('pages and pictures keep it', async () => {
    const page = await get('/shop/api/orders/history/', { prefix: '/shop', paging: 'page', pageSize: 5 });
    expect(page.json).toMatchObject({ next: 'http://shop.example:8000/shop/api/orders/history/?page=2' });
    const profile = await get('/shop/api/accounts/profile/', { prefix: '/shop' });
    const { profile_img: picture } = profile.json as { profile_img: string };
    expect((await get(new URL(picture).pathname, { prefix: '/shop' })).status).toBe(200);
  });

  it('a missing slash is appended', async () => {
    const { status, headers } = await get('/shop/api/orders/2', { prefix: '/shop' });
    expect([status, headers.get('location')]).toEqual([301, '/shop/api/orders/2/']);
  });
});
