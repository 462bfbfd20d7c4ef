// Guide, step 5: signing out. Here first and always; then the server is told, and what it said of it is said.
import { expect, type Page } from 'playwright/test';
import type { PracticeBehaviour } from '../../src/main/practice/behaviour.ts';
import { openOrders, signIn } from './support/desk.ts';
import { keptToken } from './support/keychain.ts';
import type { Shop } from './support/shop.ts';
import { test } from './support/test.ts';

const LOGOUT = '/api/accounts/auth/logout/';
const signOut = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Sign out' }).click();

/** Nothing of the person or the shop's orders is left on the screen, and no sign-in in the keychain. */
async function expectSignedOut(page: Page, shop: Shop): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
  await expect(page.getByRole('grid')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  const product = shop.store.state.order(60)?.productName ?? 'no order 60';
  expect(await page.content()).not.toContain(product);
  expect(await keptToken(shop, 'practice')).toBeNull();
}

test('keychain and screen are cleared, and the server confirms', async ({ desk, desks, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  expect(await page.content()).toContain(shop.store.state.order(60)?.productName);
  const refresh = shop.wire.newest('refresh');
  await signOut(page);
  await expect(page.getByRole('status')).toContainText('Signed out. The server confirmed it.');
  await expectSignedOut(page, shop);
  expect(shop.wire.only('POST', LOGOUT)).toEqual({ refresh });
  const dead = await fetch(`${shop.url}/api/token/refresh/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refresh }),
  });
  expect(await dead.json()).toMatchObject({ detail: 'Token is blacklisted' });

  const again = await desks.restart(desk);
  await expect(again.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(again.page.getByRole('textbox', { name: 'Username' })).toHaveValue('practice');
});

for (const logout of ['no-blacklist', 'cookie-only'] satisfies PracticeBehaviour['logout'][]) {
  test.describe(`a server that revokes nothing (${logout})`, () => {
    test.use({ behaviour: { logout } });

    test('is not said to have confirmed', async ({ desk, shop }) => {
      await openOrders(desk, shop);
      await signOut(desk.page);
      await expect(desk.page.getByRole('status')).toContainText('Signed out on this computer. The server did not confirm it.');
      await expectSignedOut(desk.page, shop);
      expect(shop.wire.calls('POST', LOGOUT)).toHaveLength(1);
    });
  });
}

test('with the server down one is signed out here, and told so', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  await shop.stop();
  await signOut(desk.page);
  await expect(desk.page.getByRole('status')).toContainText('Signed out on this computer. The server did not confirm it.');
  await expectSignedOut(desk.page, shop);
});

test('a server that is slow to answer holds nobody: everything here is cleared before it is asked', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  shop.faults.next('POST', /logout/, { kind: 'hold' });
  await signOut(desk.page);
  await expect.poll(() => shop.faults.held()).toBe(1);
  await expectSignedOut(desk.page, shop);
  await signIn(desk.page);
  await expect(desk.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const kept = shop.wire.newest('refresh');
  shop.faults.release();
  await expect(desk.page.getByRole('status')).toContainText('Signed out. The server confirmed it.');
  // The late answer belongs to the old session: the new one stays.
  await expect(desk.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await keptToken(shop, 'practice')).toBe(kept);
});

test('an access token that the server no longer takes does not keep the sign-out from being confirmed', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  shop.store.state.expireTokens('access');
  await signOut(desk.page);
  await expect(desk.page.getByRole('status')).toContainText('Signed out. The server confirmed it.');
  await expectSignedOut(desk.page, shop);
});

test('signing out is possible where the session has ended', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  shop.store.state.expireTokens('all');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('dialog', { name: 'Sign in' }).getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('status')).toContainText(/^Signed out/);
  await expectSignedOut(page, shop);
});

test('the next person sees nothing of the one before', async ({ desk, shop }) => {
  const { page } = desk;
  shop.store.behaviour.ownOnly = true;
  const { id } = shop.store.state.addOrder({ productName: 'Private telescope', quantity: 1, priceMinor: 100, userId: 1 });
  await signIn(page);
  await expect(page.getByRole('row', { name: `Order ${id}`, exact: true })).toContainText('Private telescope');
  await page.getByRole('searchbox', { name: 'Search orders' }).fill('telescope');
  await signOut(page);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'Create account' }).click();
  const typed = { Username: 'second', Email: 'second@mail.example', Password: 'TestPassword123', 'Repeat password': 'TestPassword123' };
  const rest = { 'First name': 'Sita', 'Last name': 'Second', 'Phone number': '9800000002', Address: 'Godawari' };
  for (const [name, value] of Object.entries({ ...typed, ...rest })) {
    await page.getByRole('textbox', { name, exact: true }).fill(value);
  }
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('region', { name: 'Connection and data' })).toContainText('Sita Second');
  await expect(page.getByRole('searchbox', { name: 'Search orders' })).toHaveValue('');
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible();
  expect(await page.content()).not.toContain('Private telescope');
});
