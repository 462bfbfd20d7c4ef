// What stands around every answer: headers, addresses, bodies, throttling, latency, the log.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPracticeStore } from '../../../src/main/practice/store.ts';
import { ORIGIN, openClient, openSignedIn, START } from './client.ts';

describe('what stands around every answer', () => {
  it('carries Allow, Vary, Date of the store’s clock and the length', async () => {
    const { send } = await openSignedIn();
    const { headers, text } = await send('GET', '/api/orders/1/');
    expect(headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    expect(headers.get('Vary')).toBe('Accept');
    expect(headers.get('Date')).toBe(new Date(START).toUTCString());
    expect(headers.get('Content-Type')).toBe('application/json');
    expect(headers.get('Content-Length')).toBe(String(new TextEncoder().encode(text).byteLength));
  });

  it.each([
    ['/api/accounts/auth/registration/', 'POST, OPTIONS'],
    ['/api/accounts/auth/logout/', 'GET, POST, HEAD, OPTIONS'],
    ['/api/accounts/profile/', 'GET, PUT, HEAD, OPTIONS'],
    ['/api/token/', 'POST, OPTIONS'],
    ['/api/token/refresh/', 'POST, OPTIONS'],
    ['/api/orders/', 'POST, OPTIONS'],
    ['/api/orders/history/', 'GET, HEAD, OPTIONS'],
    ['/api/orders/payments/', 'POST, OPTIONS'],
  ])('names the methods of %s', async (path, allow) => {
    const { send } = await openSignedIn();
    const options = await send('OPTIONS', path);
    expect(options.status).toBe(200);
    expect(options.headers.get('Allow')).toBe(allow);
    const refused = await send('DELETE', path);
    expect(refused.status).toBe(405);
    expect(refused.json).toEqual({ detail: 'Method "DELETE" not allowed.' });
    expect(refused.headers.get('Allow')).toBe(allow);
  });

  it('answers HEAD like GET, without the body', async () => {
    const { send } = await openSignedIn();
    const head = await send('HEAD', '/api/orders/1/');
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(Number(head.headers.get('Content-Length'))).toBeGreaterThan(0);
  });
});

describe('addresses', () => {
  it.each(['/', '/api/', '/api/orders/abc/', '/api/orders/1/2/', '/media/profile_images/nobody.png'])('does not serve %s', async (path) => {
    const { status, headers, text } = await openClient().send('GET', path);
    expect(status).toBe(404);
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(headers.get('Allow')).toBeNull();
    expect(text).toContain('<h1>Not Found</h1>');
  });

  it.each(['GET', 'POST'])('redirects %s to the address with a slash', async (method) => {
    const { status, headers } = await openClient().send(method, '/api/orders/history?page=2');
    expect(status).toBe(301);
    expect(headers.get('Location')).toBe('/api/orders/history/?page=2');
  });

  it('rejects where the request refuses redirects, as fetch does', async () => {
    const { store } = openClient();
    await expect(store.fetch(new Request(`${ORIGIN}/api/orders/1`, { redirect: 'error' }))).rejects.toThrow(TypeError);
  });
});

describe('what comes in', () => {
  it('refuses to answer in anything but JSON, before it asks who is there', async () => {
    const { send } = openClient();
    const refused = await send('GET', '/api/orders/1/', { headers: { Accept: 'text/csv' } });
    expect(refused.status).toBe(406);
    expect(refused.json).toEqual({ detail: 'Could not satisfy the request Accept header.' });
    for (const Accept of ['*/*', 'text/html, application/*;q=0.5']) {
      expect((await send('GET', '/api/orders/1/', { headers: { Accept } })).status).toBe(401);
    }
  });

  it('names a media type that it cannot read', async () => {
    const { send } = openClient();
    const { status, json } = await send('POST', '/api/token/', { body: 'hello', headers: { 'Content-Type': 'text/plain' } });
    expect(status).toBe(415);
    expect(json).toEqual({ detail: 'Unsupported media type "text/plain" in request.' });
  });

  it.each([
    ['', 400, { username: ['This field is required.'], password: ['This field is required.'] }],
    ['nonsense', 400, { detail: expect.stringMatching(/^JSON parse error - Expecting value: line 1 column \d+ \(char \d+\)$/) }],
    ['{"username": ', 400, { detail: expect.stringContaining('JSON parse error') }],
    ['[]', 400, { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] }],
    ['"x"', 400, { non_field_errors: ['Invalid data. Expected a dictionary, but got str.'] }],
    ['5', 400, { non_field_errors: ['Invalid data. Expected a dictionary, but got int.'] }],
    ['null', 400, { non_field_errors: ['No data provided'] }],
  ])('answers the body %j', async (body, status, json) => {
    const received = await openClient().send('POST', '/api/token/', { body, headers: { 'Content-Type': 'application/json' } });
    expect(received.status).toBe(status);
    expect(received.json).toEqual(json);
  });

  it('reads forms as well', async () => {
    const body = 'username=practice&password=practice-2026';
    const { status } = await openClient().send('POST', '/api/token/', {
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(status).toBe(200);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const { store } = openClient();
    const headers = { 'Content-Type': 'application/json' };
    const response = await store.fetch(
      new Request(`${ORIGIN}/api/token/`, { method: 'POST', headers, body: new Uint8Array([0x22, 0xff, 0x22]) }),
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ detail: expect.stringContaining('JSON parse error') });
  });
});

describe('throttling', () => {
  it.each([
    [42, 'Request was throttled. Expected available in 42 seconds.', '42'],
    [1, 'Request was throttled. Expected available in 1 second.', '1'],
    [0, 'Request was throttled. Expected available in 0 seconds.', null],
    [null, 'Request was throttled.', null],
  ])('says %s', async (retryAfter, detail, header) => {
    const { send, store } = await openSignedIn();
    store.behaviour.throttle = { retryAfter };
    const { status, json, headers } = await send('POST', '/api/orders/', { body: { product_name: 'A', quantity: 1, price: '1.00' } });
    expect(status).toBe(429);
    expect(json).toEqual({ detail });
    expect(headers.get('Retry-After')).toBe(header);
    expect(store.state.orderCount).toBe(store.behaviour.orders);
  });

  it('asks who is there first, and for the method last', async () => {
    const { send, store, signIn } = openClient();
    const { access } = await signIn();
    store.behaviour.throttle = { retryAfter: 5 };
    expect((await send('DELETE', '/api/orders/')).status).toBe(401);
    expect((await send('DELETE', '/api/orders/', { token: access })).status).toBe(429);
  });
});

describe('the log of requests', () => {
  it('keeps everything that was received with what it was answered', async () => {
    const { send, store } = openClient();
    await send('POST', '/api/token/?x=1', { body: { username: 'a' }, headers: { 'Idempotency-Key': 'k1' } });
    expect(store.requests).toEqual([
      expect.objectContaining({ method: 'POST', path: '/api/token/', query: '?x=1', body: '{"username":"a"}', status: 400 }),
    ]);
    expect(store.requests[0]?.headers['idempotency-key']).toBe('k1');
  });

  it.each([
    ['{"username":"a","password":"se\\"cret, really"}', '{"username":"a","password":"***"}'],
    ['{"password1": "secret", "password2": "secret", "x": 1}', '{"password1": "***", "password2": "***", "x": 1}'],
    ['username=a&password=secret&x=1', 'username=a&password="***"&x=1'],
  ])('keeps no password of %s', async (body, kept) => {
    const { send, store } = openClient();
    await send('POST', '/api/token/', { body, headers: { 'Content-Type': 'application/json' } });
    expect(store.requests[0]?.body).toBe(kept);
  });
});

describe('latency', () => {
  afterEach(() => vi.useRealTimers());

  it('takes a request up only when the time has passed', async () => {
    vi.useFakeTimers();
    const store = createPracticeStore({ behaviour: { latencyMs: 1500 } });
    const answer = store.fetch(new Request(`${ORIGIN}/`));
    await vi.advanceTimersByTimeAsync(1499);
    expect(store.requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect((await answer).status).toBe(404);
    expect(store.requests).toHaveLength(1);
  });

  it('never sees a request that was given up meanwhile', async () => {
    vi.useFakeTimers();
    const store = createPracticeStore({ behaviour: { latencyMs: 1500 } });
    const giveUp = new AbortController();
    const answer = store.fetch(new Request(`${ORIGIN}/`, { signal: giveUp.signal }));
    const rejected = expect(answer).rejects.toThrow(/abort/i);
    await vi.advanceTimersByTimeAsync(100);
    giveUp.abort();
    await rejected;
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.requests).toHaveLength(0);
  });
});
