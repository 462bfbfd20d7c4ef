// One visit to a practice store that calls every operation, rightly and wrongly, and notes each exchange.
import type { PracticeBehaviour } from '../../src/main/practice/behaviour.ts';
import { PRACTICE_ACCOUNT } from '../../src/main/practice/people.ts';
import { createPracticeStore } from '../../src/main/practice/store.ts';
import type { Exchange } from './contract.ts';

export interface Noted extends Exchange {
  /** Whether the contract is to find fault with what was sent. */
  readonly meantWrong: boolean;
}

interface Sent {
  readonly body?: unknown;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly wrong?: boolean;
}

const ORIGIN = 'http://127.0.0.1:8000';
const START = Date.UTC(2026, 10, 2, 9, 30);

const registration = {
  username: 'your_name',
  email: 'your_email@gmail.com',
  password1: 'TestPassword123',
  password2: 'TestPassword123',
  first_name: 'fname',
  last_name: 'lname',
  phone_no: '9813121824',
  address: 'Godawari',
};
const profile = {
  user: 1,
  first_name: 'Ram',
  last_name: 'Ram',
  email: 'Ram@gmail.com',
  phone_no: '1234567890',
  address: '123 Main Street',
  profile_img: null,
};
const order = { product_name: 'Acer', quantity: 5, price: '450000.00' };

const bodyText = (body: unknown): string => (body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));

function headersFor(sent: Sent, bearer: string | null, body: string): Headers {
  const headers = new Headers({ Accept: 'application/json', ...sent.headers });
  if (bearer !== null) headers.set('Authorization', `Bearer ${bearer}`);
  if (body !== '' && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  return headers;
}

export async function tour(behaviour: Partial<PracticeBehaviour>): Promise<readonly Noted[]> {
  const store = createPracticeStore({ behaviour: { orders: 30, pageSize: 7, ...behaviour, throttle: null }, now: () => START });
  const noted: Noted[] = [];
  let token: string | null = null;

  async function call(method: string, path: string, sent: Sent = {}): Promise<unknown> {
    const requestBody = bodyText(sent.body);
    const requestHeaders = headersFor(sent, sent.token === undefined ? token : sent.token, requestBody);
    const request = new Request(ORIGIN + path, { method, headers: requestHeaders, body: requestBody === '' ? null : requestBody });
    const response = await store.fetch(request);
    const responseBody = await response.text();
    noted.push({
      method,
      url: new URL(request.url),
      requestHeaders,
      requestBody,
      status: response.status,
      responseHeaders: response.headers,
      responseBody,
      meantWrong: sent.wrong ?? false,
    });
    return responseBody.startsWith('{') || responseBody.startsWith('[') ? JSON.parse(responseBody) : undefined;
  }

  async function signIn(): Promise<string> {
    const pair = (await call('POST', '/api/token/', { body: PRACTICE_ACCOUNT, token: null })) as { access: string; refresh: string };
    token = pair.access;
    return pair.refresh;
  }

  async function account(): Promise<void> {
    const path = '/api/accounts/auth/registration/';
    await call('POST', path, { body: registration, headers: { 'Idempotency-Key': 'op-1' } });
    await call('POST', path, { body: registration });
    await call('POST', path, { body: { ...registration, username: 'b', password2: 'x' } });
    await call('POST', path, { body: { username: 'c' }, wrong: true });
    await call('GET', '/api/accounts/profile/');
    await call('PUT', '/api/accounts/profile/', { body: profile });
    await call('PUT', '/api/accounts/profile/', { body: { ...profile, email: 'nonsense' } });
    await call('PUT', '/api/accounts/profile/', { body: { ...profile, profile_img: `${ORIGIN}/media/x.png` }, wrong: true });
  }

  async function orders(): Promise<number> {
    const { id } = (await call('POST', '/api/orders/', { body: order, headers: { 'Idempotency-Key': 'op-2' } })) as { id: number };
    await call('POST', '/api/orders/', { body: { ...order, price: 450000.0 } });
    await call('POST', '/api/orders/', { body: { ...order, price: '1.005' } });
    await call('POST', '/api/orders/', { body: { ...order, quantity: 0 }, wrong: true });
    await call('POST', '/api/orders/', { body: '[]', wrong: true });
    for (const number of [1, id, 9999]) await call('GET', `/api/orders/${number}/`);
    for (const query of ['', '?page=2', '?page=99', '?limit=4&offset=8', '?page_size=3', '?cursor=nonsense']) {
      await call('GET', `/api/orders/history/${query}`);
    }
    const etag = noted.at(-6)?.responseHeaders.get('ETag');
    if (typeof etag === 'string') await call('GET', '/api/orders/history/', { headers: { 'If-None-Match': etag } });
    return id;
  }

  async function payments(orderId: number): Promise<void> {
    const path = '/api/orders/payments/';
    const made = (await call('POST', path, { body: { order: orderId, amount: '1200.00' } })) as { id: number };
    await call('POST', path, { body: { order: 9999, amount: 1 } });
    await call('POST', path, { body: { order: orderId }, wrong: true });
    const one = `${path}${made.id}/`;
    await call('OPTIONS', one);
    await call('GET', one);
    for (const method of ['PATCH', 'PUT', 'POST']) {
      await call(method, one, { body: { status: 'completed' }, headers: { 'Idempotency-Key': 'op-3' } });
      await call(method, one, { body: { status: 'shipped' }, wrong: true });
      await call(method, `${path}9999/`, { body: { status: 'failed' } });
    }
    await call('PUT', one, { body: { order: orderId, amount: '1200.00', status: 'failed' } });
    await call('GET', `${path}9999/`);
  }

  /** Every operation once more, in one of the ways that have nothing to do with it in particular. Without a body nothing can be wrong. */
  async function around(change: Sent): Promise<void> {
    await call('POST', '/api/accounts/auth/registration/', { body: { ...registration, username: 'd' }, ...change });
    await call('POST', '/api/token/', { body: { username: 'practice', password: 'wrong' }, ...change });
    await call('POST', '/api/token/refresh/', { body: { refresh: 'x' }, ...change });
    await call('POST', '/api/accounts/auth/logout/', { body: { refresh: 'x' }, ...change });
    await call('GET', '/api/accounts/profile/', { ...change, wrong: false });
    await call('PUT', '/api/accounts/profile/', { body: profile, ...change });
    await call('POST', '/api/orders/', { body: order, ...change });
    await call('GET', '/api/orders/1/', { ...change, wrong: false });
    await call('GET', '/api/orders/history/', { ...change, wrong: false });
    await call('POST', '/api/orders/payments/', { body: { order: 1, amount: '1.00' }, ...change });
    for (const method of ['PATCH', 'PUT', 'POST'])
      await call(method, '/api/orders/payments/1/', { body: { status: 'pending' }, ...change });
    for (const method of ['GET', 'OPTIONS']) await call(method, '/api/orders/payments/1/', { ...change, wrong: false });
  }

  let refresh = await signIn();
  await call('POST', '/api/token/', { body: { username: 'practice' }, token: null, wrong: true });
  await account();
  await payments(await orders());
  await call('POST', '/api/token/refresh/', { body: { refresh } });
  await call('POST', '/api/token/refresh/', { body: { refresh } });
  await call('POST', '/api/token/refresh/', { body: {}, wrong: true });

  await around({ headers: { 'Content-Type': 'text/plain' }, wrong: true });
  await around({ headers: { Accept: 'text/csv' } });
  await around({ token: null });
  await around({ token: 'tampered' });
  store.behaviour.throttle = { retryAfter: 42 };
  await around({});
  store.behaviour.throttle = { retryAfter: null };
  await around({});
  store.behaviour.throttle = null;

  refresh = await signIn();
  await call('POST', '/api/accounts/auth/logout/');
  await call('POST', '/api/accounts/auth/logout/', { body: '{"refresh":', wrong: true });
  await call('POST', '/api/accounts/auth/logout/', { body: { refresh } });
  await call('POST', '/api/accounts/auth/logout/', { body: { refresh } });
  return noted;
}
