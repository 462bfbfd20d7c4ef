// Attack: a server that has been taken over, or a proxy before it, sends the desk elsewhere: by the next page's address, by redirects, by
// the picture's address. Whoever is there would be handed the token, or what is being written.
import { expect, test } from 'playwright/test';
import { type AnyServer, openAnyServer, type Taken } from '../support/any-server.ts';
import { type Desk, launch, openOrder, signIn } from '../support/desk.ts';
import { type Ear, openEar } from '../support/ear.ts';

const JSON_WELCOME = ['HTTP/1.1 200 OK', 'content-type: application/json', 'content-length: 2', 'connection: close', '', '[]'];

let ear: Ear;
let server: AnyServer;
let desk: Desk;
/** What is answered with a redirect to the ear. */
let redirected: { readonly method: string; readonly path: RegExp; readonly status: number } | null = null;

test.beforeAll(async () => {
  ear = await openEar(JSON_WELCOME);
  server = await openAnyServer(hostile);
  desk = await launch({ server: server.url, settings: { hold: 0 } });
});

test.afterEach(() => {
  redirected = null;
  expect(ear.heard).toEqual([]);
});

test.afterAll(async () => {
  await Promise.all([desk.close(), server.close(), ear.close()]);
});

async function hostile({ request, path, answer }: Taken): Promise<Response | null> {
  if (redirected?.method === request.method && redirected.path.test(path)) {
    return new Response(null, { status: redirected.status, headers: { location: `${ear.url}${path}` } });
  }
  if (path.endsWith('/history/')) return await pageWithNextElsewhere(request, answer);
  if (path.endsWith('/profile/') && request.method === 'GET') {
    return Response.json({ ...((await (await answer()).json()) as object), profile_img: `${ear.url}/media/me.png` });
  }
  return null;
}

/** Two pages, of which the first says that the second lies elsewhere. */
async function pageWithNextElsewhere(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const whole = await answer();
  if (!whole.ok) return whole;
  const rows = (await whole.json()) as unknown[];
  const second = new URL(request.url).searchParams.get('page') === '2';
  const next = second ? null : `${ear.url}/api/orders/history/?page=2`;
  return Response.json({ count: rows.length, next, previous: null, results: second ? rows.slice(6) : rows.slice(0, 6) });
}

const calls = (method: string, path: RegExp): number =>
  server.requests.filter((request) => request.method === method && path.test(new URL(request.url).pathname + new URL(request.url).search))
    .length;

test('a sign-in that is redirected hands nobody the password', async () => {
  for (const status of [307, 308, 302]) {
    redirected = { method: 'POST', path: /\/api\/token\/$/, status };
    const before = calls('POST', /\/api\/token\/$/);
    await signIn(desk.page);
    await expect.poll(() => calls('POST', /\/api\/token\/$/)).toBe(before + 1);
    await expect(desk.page.getByRole('alert')).toContainText(/\w/);
    await expect(desk.page.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('data-pending', 'true');
  }
});

test('the next page of the history is asked of the same server, wherever its address points', async () => {
  await signIn(desk.page);
  await expect(desk.page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-rowcount', '13');
  expect(calls('GET', /history\/\?page=2$/)).toBe(1);
});

test('a read that is redirected is not followed', async () => {
  for (const status of [301, 302, 303, 307, 308]) {
    redirected = { method: 'GET', path: /history/, status };
    const before = calls('GET', /history/);
    await desk.page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => calls('GET', /history/)).toBeGreaterThan(before);
    await expect(desk.page.getByRole('button', { name: 'Refresh' })).not.toHaveAttribute('data-pending', 'true');
  }
  await expect(desk.page.getByRole('alert')).toContainText('The history was not refreshed.');
});

test('a write that is redirected is not followed, and is told as not known', async () => {
  redirected = { method: 'POST', path: /\/api\/orders\/$/, status: 307 };
  await desk.page.getByRole('button', { name: 'New order' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'New order' });
  await dialog.getByRole('textbox', { name: 'Product name' }).fill('Lamp');
  await dialog.getByRole('textbox', { name: 'Price' }).fill('2');
  await dialog.getByRole('button', { name: 'Create order' }).click();
  await expect(dialog.getByText(/not known whether the order was created/i)).toBeVisible();
  expect(calls('POST', /\/api\/orders\/$/)).toBe(1);
  await desk.page.keyboard.press('Escape');
});

test('a mark that is redirected is not followed', async () => {
  const pending = server.store.state.firstPayment('pending') ?? server.store.state.addPayment({ orderId: 3, amountMinor: 100 });
  await desk.page.getByRole('button', { name: 'Refresh' }).click();
  redirected = { method: 'PATCH', path: /payments/, status: 308 };
  await openOrder(desk.page, pending.orderId);
  await desk.page.getByRole('button', { name: 'Mark completed' }).click();
  // Whoever redirects may have done something with it: that is not known, and it is set again at the shop itself.
  await expect(desk.page.getByRole('status')).toContainText(`The answer about payment ${pending.id}`);
  expect(server.store.state.payment(pending.id)?.status).toBe('pending');
  redirected = null;
  await desk.page.getByRole('button', { name: 'Refresh' }).click();
  await expect(desk.page.getByRole('status').filter({ hasText: `order ${pending.orderId} marked completed` })).toBeVisible();
  expect(server.store.state.payment(pending.id)?.status).toBe('completed');
});

test('a picture at another server is not fetched', async () => {
  await desk.page.getByRole('link', { name: 'Profile' }).click();
  await expect(desk.page.getByRole('textbox', { name: 'First name' })).toHaveValue('Pat');
  expect(await desk.page.evaluate(() => window.paydesk.request('profile.picture', null))).toEqual({ ok: true, value: null });
  await expect(desk.page.getByRole('img', { name: 'You' })).toHaveCount(0);
});
