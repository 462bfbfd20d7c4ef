// Every screen and dialog as axe sees it, in light and dark, at the shop and in practice; what is announced; where the focus goes.
import { expect, type Page } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { openOrder, openOrders, signIn } from './support/desk.ts';
import type { Shop } from './support/shop.ts';
import { test } from './support/test.ts';

test.use({ behaviour: { orders: 40, extraFields: true } });

const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();

/** An order with one pending payment. */
function pendingOf(shop: Shop): { readonly order: number; readonly payment: number } {
  const payment = shop.store.state.addPayment({ orderId: 7, amountMinor: 1_250 });
  return { order: payment.orderId, payment: payment.id };
}

test('axe finds nothing before the sign-in', async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectNoViolations(page, 'Sign in');
  await signIn(page, { username: 'nobody', password: 'wrong' });
  await expect(page.getByRole('alert')).toContainText('password is not right');
  await expectNoViolations(page, 'Sign in, refused');
  await page.getByRole('textbox', { name: 'Server address' }).fill('http://shop.example.com');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('checkbox')).toBeVisible();
  await expectNoViolations(page, 'Sign in, plain http');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectNoViolations(page, 'Create account');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveAccessibleDescription(/\w/);
  await expectNoViolations(page, 'Create account, with errors');
});

test('axe finds nothing at the shop', async ({ desk, shop }) => {
  const { page } = desk;
  const { order } = pendingOf(shop);
  await openOrders(desk, shop);
  await expectNoViolations(page, 'Orders');
  await page.getByRole('searchbox', { name: 'Search orders' }).fill('no such order');
  await expect(page.getByText('No order matches')).toBeVisible();
  await expectNoViolations(page, 'Orders, none found');
  await openOrder(page, order);
  await expectNoViolations(page, 'an order');
  await page.getByRole('button', { name: 'Record payment' }).click();
  await page.getByRole('textbox', { name: 'Amount' }).fill('x');
  await page.getByRole('dialog').getByRole('button', { name: 'Record payment' }).click();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveAccessibleDescription(/\w/);
  await expectNoViolations(page, 'Record payment');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New order' }).click();
  await page.getByRole('button', { name: 'Create order' }).click();
  await expectNoViolations(page, 'New order, with errors');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mark failed' }).click();
  await expect(page.getByRole('status')).toContainText('marked failed');
  await expectNoViolations(page, 'an order, marked');
  await page.getByRole('grid', { name: 'Orders' }).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectNoViolations(page, 'Keys');
});

test('axe finds nothing on the other screens, or when the session has ended', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  for (const place of ['Payments', 'Activity', 'Insights', 'Profile', 'Settings']) {
    await goTo(page, place);
    await expect(page.getByRole('region', { name: place, exact: true })).toBeVisible();
    await expectNoViolations(page, place);
  }
  await goTo(page, 'Orders');
  shop.store.state.expireTokens('all');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
  await expectNoViolations(page, 'Sign in again');
});

test('axe finds nothing in practice, or when nothing can be had', async ({ desk, shop }) => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Open practice store' }).click();
  await expect(page.getByRole('row', { name: /^Order \d+$/ }).first()).toBeVisible();
  await expectNoViolations(page, 'practice: Orders');
  await page
    .getByRole('row', { name: /^Order \d+$/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: /^Order \d+$/ })).toBeVisible();
  await expectNoViolations(page, 'practice: an order');
  for (const place of ['Payments', 'Activity', 'Settings']) {
    await goTo(page, place);
    await expectNoViolations(page, `practice: ${place}`);
  }
  await page.getByRole('button', { name: 'Sign out' }).click();
  shop.faults.next('GET', /history/, { kind: 'answer', status: 500, type: 'text/html', body: '<h1>Server Error (500)</h1>' });
  await page.getByRole('textbox', { name: 'Server address' }).fill(shop.url);
  await signIn(page);
  await expect(page.getByText('The history could not be loaded')).toBeVisible();
  await expectNoViolations(page, 'Orders, failed');
});

test('what happens is announced: successes as status, failures as alert, and a field’s error belongs to its field', async ({
  desk,
  shop,
}) => {
  const { page } = desk;
  const { order, payment } = pendingOf(shop);
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveCount(1);
  await signIn(page, { username: '', password: '' });
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveAccessibleDescription(/\w/);
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveAttribute('aria-invalid', 'true');
  await openOrders(desk, shop);
  await openOrder(page, order);
  shop.faults.next('PATCH', /payments/, { kind: 'answer', status: 400, type: 'application/json', body: '{"status":["Not now."]}' });
  await page.getByRole('button', { name: 'Mark completed' }).click();
  await expect(page.getByRole('alert')).toContainText(`Payment ${payment} was not marked completed.`);
  await page.getByRole('button', { name: 'Mark completed' }).click();
  await expect(page.getByRole('status')).toContainText(`Payment ${payment} of order ${order} marked completed`);
});

test('the focus goes into a dialog and comes back to where it was', async ({ desk, shop }) => {
  const { page } = desk;
  const { order } = pendingOf(shop);
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused();
  await openOrders(desk, shop);
  await page.getByRole('button', { name: 'New order' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Product name' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null), 'the focus stays within').toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'New order' })).toBeFocused();
  await openOrder(page, order);
  await page.getByRole('button', { name: 'Record payment' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Record payment' })).toBeFocused();
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
});
