// Attack: the server sets cookies, as Django does after a registration. If they came back, calls would run as whoever registered last.
import { expect, test } from 'playwright/test';
import { openAnyServer } from '../support/any-server.ts';
import { correct } from '../support/console.ts';
import { launch, openOrder, signIn } from '../support/desk.ts';

test('no cookie ever comes back, on reads, writes, pictures or after a new start', async () => {
  const server = await openAnyServer(async ({ answer }) => {
    const response = await answer();
    const headers = new Headers(response.headers);
    headers.append('set-cookie', 'sessionid=stolen; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400');
    headers.append('set-cookie', 'csrftoken=stolen; Path=/; Max-Age=86400');
    return new Response(response.body, { status: response.status, headers });
  });
  const pending = server.store.state.addPayment({ orderId: 5, amountMinor: 1_000 });
  const first = await launch({ server: server.url, settings: { hold: 0 } });
  await signIn(first.page);
  await openOrder(first.page, 5);
  // Several writes, more than there are connections for them.
  let before = 'pending';
  for (const status of ['completed', 'pending', 'failed', 'pending', 'completed', 'failed'] as const) {
    await first.page.getByRole('button', { name: `Mark ${status}` }).click();
    if (before !== 'pending') await correct(first.page, status);
    before = status;
    await expect.poll(() => server.store.state.payment(pending.id)?.status).toBe(status);
  }
  await first.page.getByRole('link', { name: 'Profile' }).click();
  await expect(first.page.getByRole('img', { name: 'You' })).toBeVisible();
  await first.close();

  const second = await launch({ server: server.url, folder: first.folder });
  await expect(second.page.getByRole('row', { name: 'Order 5', exact: true })).toBeVisible();
  await second.close();
  await server.close();

  expect(server.requests.length).toBeGreaterThan(15);
  expect(server.requests.filter((request) => request.headers.has('cookie')).map(({ method, url }) => `${method} ${url}`)).toEqual([]);
});
