// Guide, step 4 at the next start: what becomes of a kept sign-in that the server no longer takes, or cannot be asked about.
import { expect } from 'playwright/test';
import { openOrders } from './support/desk.ts';
import { keptToken } from './support/keychain.ts';
import type { Shop } from './support/shop.ts';
import { test } from './support/test.ts';

const REFRESH = '/api/token/refresh/';

/** Somebody else uses the token: rotation gives them another, and this one is on the server's blacklist. */
async function replay(shop: Shop): Promise<void> {
  const body = JSON.stringify({ refresh: shop.wire.newest('refresh') });
  const answer = await fetch(shop.url + REFRESH, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(answer.status).toBe(200);
}

for (const [what, end] of [
  ['replayed by somebody else', replay],
  ['expired', async (shop: Shop) => shop.store.state.expireTokens('all')],
  ['of an account that is no longer active', async (shop: Shop) => shop.store.state.setActive('practice', false)],
] as const) {
  test(`a kept sign-in ${what} leads to the form, with a sentence, and is kept no longer`, async ({ desk, desks, shop }) => {
    await openOrders(desk, shop);
    await desks.close(desk);
    await end(shop);
    const { page } = await desks.open({ folder: desk.folder });
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByText('Your last session has ended. Sign in again.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('practice');
    await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
    expect(await keptToken(shop, 'practice')).toBeNull();
  });
}

test('a server that is down at the start ends no session: the desk opens and catches up', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  await desks.close(desk);
  await shop.stop();
  const { page } = await desks.open({ folder: desk.folder });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Connection and data' })).toContainText(/could not renew your sign-in just now/);
  await shop.start();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('row', { name: 'Order 60', exact: true })).toBeVisible();
  expect(await keptToken(shop, 'practice')).toBe(shop.wire.newest('refresh'));
});
