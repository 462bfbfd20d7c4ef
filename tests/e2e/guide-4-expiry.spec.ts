// Guide, step 4: tokens run out. Renewed once for everybody, before a call where it can be known, and kept before anybody goes on.
import { expect, type Page } from 'playwright/test';
import { openOrders } from './support/desk.ts';
import { keptToken } from './support/keychain.ts';
import { openShop, type Shop } from './support/shop.ts';
import { test } from './support/test.ts';

const REFRESH = '/api/token/refresh/';
const HISTORY = '/api/orders/history/';
const PROFILE = '/api/accounts/profile/';

const renewals = (shop: Shop) => shop.wire.calls('POST', REFRESH);
const refused = (shop: Shop) => shop.store.requests.filter(({ status }) => status === 401 || status === 403);
const signInDialog = (page: Page) => page.getByRole('dialog', { name: 'Sign in' });

/** Asks for the history and waits for it: an order made meanwhile by somebody else is the proof. */
async function refreshHistory(page: Page, shop: Shop): Promise<void> {
  const { id } = shop.store.state.addOrder({ productName: 'Proof of life', quantity: 1, priceMinor: 100 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('row', { name: `Order ${id}`, exact: true })).toBeVisible();
}

test('calls that meet an expired token at the same time share one renewal', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  const first = shop.wire.newest('refresh');
  shop.faults.next('GET', /history/, { kind: 'hold' });
  shop.faults.next('GET', /profile/, { kind: 'hold' });
  const { id } = shop.store.state.addOrder({ productName: 'Proof of life', quantity: 1, priceMinor: 100 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('link', { name: 'Profile' }).click();
  // Both have left with the same token; it runs out while they are under way.
  await expect.poll(() => shop.faults.held()).toBe(2);
  shop.store.state.expireTokens('access');
  shop.faults.release();
  await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue('Pat');
  await page.getByRole('link', { name: 'Orders' }).click();
  await expect(page.getByRole('row', { name: `Order ${id}`, exact: true })).toBeVisible();
  expect(
    refused(shop)
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual([PROFILE, HISTORY]);
  expect(shop.wire.only('POST', REFRESH)).toEqual({ refresh: first });
  await expect(signInDialog(page)).toHaveCount(0);
});

test.describe('a server that says 403 for an expired token', () => {
  test.use({ behaviour: { authentication: 'session-first' } });

  test('is understood by its code', async ({ desk, shop }) => {
    await openOrders(desk, shop);
    shop.store.state.expireTokens('access');
    await refreshHistory(desk.page, shop);
    expect(refused(shop).map(({ status }) => status)).toEqual([403]);
    expect(renewals(shop)).toHaveLength(1);
  });
});

test('a rotated token is in the keychain when the call goes on, and the next start uses it', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  const first = shop.wire.newest('refresh');
  shop.store.state.expireTokens('access');
  shop.faults.next('GET', /history/, { kind: 'cut', when: 'before' });
  await refreshHistory(desk.page, shop);
  const second = shop.wire.newest('refresh');
  expect(second).not.toBe(first);
  expect(await keptToken(shop, 'practice')).toBe(second);
  const again = await desks.restart(desk);
  await expect(again.page.getByRole('row', { name: 'Order 60', exact: true })).toBeVisible();
  expect(JSON.parse(renewals(shop).at(-1)?.body ?? '')).toEqual({ refresh: second });
});

test.describe('a server that does not rotate', () => {
  test.use({ behaviour: { rotate: false } });

  test('has its one refresh token used again and again', async ({ desk, shop }) => {
    await openOrders(desk, shop);
    const kept = await keptToken(shop, 'practice');
    for (let round = 0; round < 2; round += 1) {
      shop.store.state.expireTokens('access');
      await refreshHistory(desk.page, shop);
    }
    expect(renewals(shop).map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ refresh: kept }, { refresh: kept }]);
    expect(await keptToken(shop, 'practice')).toBe(kept);
  });
});

test.describe('a clock that the desk does not share', () => {
  const year = 365 * 86_400_000;

  test('a server whose clock is a year behind is not asked to renew at every call', async ({ desks }) => {
    const behind = await openShop({ orders: 5 }, () => Date.now() - year);
    const desk = await desks.open({ server: behind.url });
    await openOrders(desk, behind);
    await refreshHistory(desk.page, behind);
    expect(renewals(behind)).toEqual([]);
    await behind.stop();
  });

  test('a token that runs out by its own times is renewed before the server refuses it', async ({ desks }) => {
    // This server’s clock stands still, a year ahead: it would never refuse, and no wall clock of the desk would tell.
    const stands = Date.now() + year;
    const ahead = await openShop({ orders: 5, accessSeconds: 1 }, () => stands);
    const desk = await desks.open({ server: ahead.url });
    await openOrders(desk, ahead);
    await expect(async () => {
      await refreshHistory(desk.page, ahead);
      expect(renewals(ahead).length).toBeGreaterThan(0);
    }).toPass();
    expect(refused(ahead)).toEqual([]);
    await ahead.stop();
  });
});

test('a server that cannot renew just now ends no session', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  shop.store.state.expireTokens('access');
  shop.faults.next('POST', /refresh/, { kind: 'answer', status: 500, type: 'text/html', body: '<h1>Server Error (500)</h1>' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toContainText(/could not renew your sign-in just now/);
  await expect(signInDialog(page)).toHaveCount(0);
  await expect(page.getByRole('row', { name: 'Order 60', exact: true })).toBeVisible();
  await refreshHistory(page, shop);
});

test('when renewing is refused one signs in over the screen, and nothing is lost', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await page.getByRole('searchbox', { name: 'Search orders' }).fill('lamp');
  await page.getByRole('button', { name: 'New order' }).click();
  const order = page.getByRole('dialog', { name: 'New order' });
  await order.getByRole('textbox', { name: 'Product name' }).fill('Acer');
  await order.getByRole('textbox', { name: 'Quantity' }).fill('5');
  await order.getByRole('textbox', { name: 'Price' }).fill('450000.00');
  shop.store.state.expireTokens('all');
  await order.getByRole('button', { name: 'Create order' }).click();

  const dialog = signInDialog(page);
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('Nothing on this screen is lost.');
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toHaveValue('practice');
  await expect(dialog.getByRole('textbox', { name: 'Password' })).toBeFocused();
  expect(await keptToken(shop, 'practice')).toBeNull();
  await page.keyboard.type('not-this-one');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(/user name or the password is not right/);
  await dialog.getByRole('textbox', { name: 'Password' }).fill('practice-2026');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await expect(order.getByRole('textbox', { name: 'Product name' })).toHaveValue('Acer');
  await expect(order.getByRole('textbox', { name: 'Quantity' })).toHaveValue('5');
  await expect(order.getByRole('textbox', { name: 'Price' })).toHaveValue('450000.00');
  expect(shop.store.state.orderCount).toBe(60);
  expect(await keptToken(shop, 'practice')).toBe(shop.wire.newest('refresh'));
  await order.getByRole('button', { name: 'Create order' }).click();
  await expect(page.getByRole('region', { name: 'Order 61', exact: true })).toBeVisible();
  expect(shop.store.state.orderCount).toBe(61);
  await expect(page.getByRole('searchbox', { name: 'Search orders' })).toHaveValue('lamp');
});

test('after signing in again every screen works, and nothing on it still says that the session has ended', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  shop.store.state.expireTokens('all');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await signInDialog(page).getByRole('textbox', { name: 'Password' }).fill('practice-2026');
  await signInDialog(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(signInDialog(page)).toHaveCount(0);
  await expect(page.getByText(/session (ha[sd] )?ended/i)).toHaveCount(0);
  await refreshHistory(page, shop);
  await page.getByRole('link', { name: 'Profile' }).click();
  await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue('Pat');
});

test('a renewal whose answer is lost costs a sign-in, and nothing else', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  shop.store.state.expireTokens('access');
  shop.faults.next('POST', /refresh/, { kind: 'cut', when: 'after' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toContainText(/could not renew your sign-in just now/);
  // The server has blacklisted the only token that this desk knows.
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(signInDialog(page)).toBeVisible();
  await expect(page.getByText('Proof of life')).toHaveCount(0);
});
