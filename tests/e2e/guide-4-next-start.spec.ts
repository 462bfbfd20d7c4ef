// Guide, step 4 at the next start: the desk opens with what it knows; a sign-in that the server no longer takes is asked for over it.
import { expect } from 'playwright/test';
import { openOrders } from './support/desk.ts';
import { historyFiles } from './support/history-files.ts';
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
  test(`a kept sign-in ${what} opens the desk as it was, asks for the password over it, and is kept no longer`, async ({
    desk,
    desks,
    shop,
  }) => {
    await openOrders(desk, shop);
    await desks.close(desk);
    await end(shop);
    const { page } = await desks.open({ folder: desk.folder });
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await expect(dialog).toContainText('has ended. Nothing on this screen is lost.');
    await expect(dialog.getByRole('textbox', { name: 'Username' })).toHaveValue('practice');
    await expect(dialog.getByRole('textbox', { name: 'Password' })).toBeFocused();
    await expect(page.getByRole('region', { name: 'Connection and data', includeHidden: true })).toContainText(
      /Session ended: sign in to go on\..*as of \d\d:\d\d/,
    );
    await expect(page.getByRole('grid', { name: 'Orders', includeHidden: true })).toHaveAttribute('aria-rowcount', '61');
    expect(await keptToken(shop, 'practice')).toBeNull();
    await dialog.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByRole('grid', { includeHidden: true })).toHaveCount(0);
    await expect.poll(() => historyFiles(desk.folder)).toEqual([]);
  });
}

test('whoever signs in over it goes on with what is there, and catches up', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  await desks.close(desk);
  shop.store.state.expireTokens('all');
  shop.store.state.addOrder({ productName: 'Late', quantity: 1, priceMinor: 100 });
  const { page } = await desks.open({ folder: desk.folder });
  await page.getByRole('dialog', { name: 'Sign in' }).getByRole('textbox', { name: 'Password' }).fill('practice-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-rowcount', '62');
  expect(await keptToken(shop, 'practice')).toBe(shop.wire.newest('refresh'));
});

test('a server that is down at the start ends no session: the desk opens and catches up', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  await desks.close(desk);
  await shop.stop();
  const { page } = await desks.open({ folder: desk.folder });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Connection and data' })).toContainText(
    /Server down.*Nothing answers at that server address/,
  );
  // What it knew is there meanwhile.
  await expect(page.getByRole('row', { name: 'Order 60', exact: true })).toBeVisible();
  shop.store.state.addOrder({ productName: 'Late', quantity: 1, priceMinor: 100 });
  await shop.start();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-rowcount', '62');
  expect(await keptToken(shop, 'practice')).toBe(shop.wire.newest('refresh'));
});
