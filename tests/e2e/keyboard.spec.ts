// A clerk without a mouse: everything from the start to the sign-out by keys alone, with the focus always in sight and never trapped.
import { expect, type Page } from 'playwright/test';
import { PRACTICE_ACCOUNT } from '../../src/main/practice/people.ts';
import { expectVisibleFocus, tabTo, unreachedByTab } from './support/focus.ts';
import type { Shop } from './support/shop.ts';
import { test } from './support/test.ts';

/** From the first box, which has the focus, to the history. */
async function signInByKeys(page: Page, shop: Shop): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.type(PRACTICE_ACCOUNT.username);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await page.keyboard.type(PRACTICE_ACCOUNT.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-rowcount', String(shop.store.state.orderCount + 1));
}

test('finds an order, marks its payment, and comes back to the search', async ({ desk, shop }) => {
  const { page } = desk;
  const payment = shop.store.state.addPayment({ orderId: 41, amountMinor: 999 });
  await signInByKeys(page, shop);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search orders' })).toBeFocused();
  await page.keyboard.type('41');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeFocused();
  const row = page.getByRole('row', { name: 'Order 41', exact: true });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  expect(await page.getByRole('grid', { name: 'Orders' }).getAttribute('aria-activedescendant')).toBe(await row.getAttribute('id'));
  await page.keyboard.press('Enter');
  const detail = page.getByRole('region', { name: 'Order 41', exact: true });
  await expect(detail).toBeFocused();
  if (shop.store.state.paymentsOf(41).length > 1) {
    await tabTo(page, detail.getByRole('radio', { checked: true }));
    while (!(await detail.getByRole('radio', { name: `Payment ${payment.id}` }).isChecked())) await page.keyboard.press('ArrowDown');
  }
  await tabTo(page, detail.getByRole('button', { name: 'Mark completed' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText(`Payment ${payment.id} of order 41 marked completed`);
  expect(shop.store.state.payment(payment.id)?.status).toBe('completed');
  // The focus is not lost when its button goes.
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search orders' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox', { name: 'Search orders' })).toHaveValue('');
});

test('creates an order, records its payment, and works the payments off', async ({ desk, shop }) => {
  const { page } = desk;
  await signInByKeys(page, shop);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: 'Product name' })).toBeFocused();
  await page.keyboard.type('Walnut tray');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Quantity' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12.50');
  // Counted before it is sent: the server may have made it by the next line.
  const id = shop.store.state.orderCount + 1;
  await page.keyboard.press('Enter');
  const detail = page.getByRole('region', { name: `Order ${id}`, exact: true });
  await expect(detail).toBeVisible();
  await expect(page.getByRole('status')).toContainText(`Order ${id} was created`);

  await tabTo(page, detail.getByRole('button', { name: 'Record payment' }));
  await page.keyboard.press('Space');
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveValue('25.00');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText(`recorded for order ${id}`);

  await page.keyboard.press('Control+2');
  await tabTo(page, page.getByRole('grid', { name: 'Pending payments' }));
  await page.keyboard.press('End');
  const [payment] = shop.store.state.paymentsOf(id);
  await expect(page.getByRole('textbox', { name: 'Payment number' })).toHaveValue(String(payment?.id));
  await tabTo(page, page.getByRole('button', { name: 'Mark failed' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => shop.store.state.payment(payment?.id ?? 0)?.status).toBe('failed');
});

test('saves the profile, changes the theme, and signs out', async ({ desk, shop }) => {
  const { page } = desk;
  await signInByKeys(page, shop);
  await page.keyboard.press('Control+5');
  await tabTo(page, page.getByRole('textbox', { name: 'Address' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3 Quay Road');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Your profile was saved.');
  expect(shop.store.state.person(PRACTICE_ACCOUNT.username)?.address).toBe('3 Quay Road');

  await page.keyboard.press('Control+6');
  await tabTo(page, page.getByRole('radio', { name: 'As the system' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await tabTo(page, page.getByRole('button', { name: 'Sign out' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue(PRACTICE_ACCOUNT.username);
});

test('Tab comes to everything on every screen, and out of it again', async ({ desk, shop }) => {
  const { page } = desk;
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await unreachedByTab(page), 'Sign in').toEqual([]);
  await tabTo(page, page.getByRole('button', { name: 'Create account' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused();
  expect(await unreachedByTab(page), 'Create account').toEqual([]);
  await tabTo(page, page.getByRole('button', { name: 'Back' }));
  await page.keyboard.press('Enter');
  await signInByKeys(page, shop);
  await page.keyboard.press('/');
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Order 60', exact: true })).toBeVisible();
  expect(await unreachedByTab(page), 'Orders').toEqual([]);
  for (const [place, key] of [
    ['Payments', 2],
    ['Activity', 3],
    ['Insights', 4],
    ['Profile', 5],
    ['Settings', 6],
  ] as const) {
    await page.keyboard.press(`Control+${key}`);
    await expect(page.getByRole('region', { name: place, exact: true })).toBeVisible();
    if (place === 'Profile') await expect(page.getByRole('textbox', { name: 'First name' })).toBeVisible();
    expect(await unreachedByTab(page), place).toEqual([]);
  }
});

test('Escape closes each dialog, and what was typed is there when it opens again', async ({ desk, shop }) => {
  const { page } = desk;
  await signInByKeys(page, shop);
  await page.keyboard.press('Control+n');
  await page.keyboard.type('Half typed');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: 'Product name' })).toHaveValue('Half typed');
  expect(await unreachedByTab(page), 'New order').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
