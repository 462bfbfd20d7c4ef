// The names by which others drive Paydesk and by which screen readers tell it: all of the table in the design.
import { expect, type Locator, type Page } from 'playwright/test';
import { openOrder, openOrders } from './support/desk.ts';
import { test } from './support/test.ts';

type Role = Parameters<Page['getByRole']>[0];
type Names = readonly (readonly [Role, ...(readonly string[])])[];

const SIGN_IN: Names = [
  ['heading', 'Sign in'],
  ['textbox', 'Server address', 'Username', 'Password'],
  ['button', 'Sign in', 'Create account', 'Open practice store'],
];
const CREATE_ACCOUNT: Names = [
  ['textbox', 'Username', 'Email', 'Password', 'Repeat password', 'First name', 'Last name', 'Phone number', 'Address'],
  ['button', 'Create account'],
];
const NAVIGATION: Names = [
  ['link', 'Orders', 'Payments', 'Activity', 'Insights', 'Profile', 'Settings'],
  ['button', 'Sign out'],
];
const ORDERS: Names = [
  ['searchbox', 'Search orders'],
  ['grid', 'Orders'],
  ['row', 'Order 12'],
  ['button', 'New order', 'Refresh'],
];
const PENDING_ORDER: Names = [
  ['region', 'Order 7'],
  ['button', 'Record payment', 'Mark completed', 'Mark failed'],
];
const HELD: Names = [['button', 'Undo']];
const COMPLETED_ORDER: Names = [['button', 'Mark pending', 'Mark failed']];
const NEW_ORDER: Names = [
  ['textbox', 'Product name', 'Quantity', 'Price'],
  ['button', 'Create order'],
];
const RECORD_PAYMENT: Names = [
  ['textbox', 'Amount'],
  ['button', 'Record payment'],
];
const PAYMENTS: Names = [
  ['grid', 'Pending payments'],
  ['textbox', 'Payment number'],
  ['button', 'Mark completed', 'Mark failed', 'Mark pending'],
];
const PROFILE: Names = [
  ['textbox', 'First name', 'Last name', 'Email', 'Phone number', 'Address'],
  ['button', 'Save profile'],
];

/** Each exactly once, so that nobody has to guess which is meant. */
async function expectNames(within: Page | Locator, names: Names): Promise<void> {
  for (const [role, ...all] of names) {
    for (const name of all) {
      const found = within.getByRole(role, { name, exact: true });
      await expect(found, `${role} ${name}`).toHaveCount(1);
      await expect(found, `${role} ${name}`).toBeVisible();
    }
  }
}

test('everything on screen has the name that the design gives it', async ({ desk, shop }) => {
  const { page } = desk;
  // An order whose only payment is pending.
  const made = shop.store.state.paymentsOf(7);
  for (const payment of made) shop.store.state.deletePayment(payment.id);
  const payment = shop.store.state.addPayment({ orderId: 7, amountMinor: 500 });

  await expectNames(page, SIGN_IN);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectNames(page, CREATE_ACCOUNT);
  await page.getByRole('button', { name: 'Back' }).click();
  await openOrders(desk, shop);
  await expectNames(page.getByRole('navigation', { name: 'Main' }), NAVIGATION);
  await page.getByRole('searchbox', { name: 'Search orders' }).fill('12');
  await expectNames(page, ORDERS);

  await openOrder(page, 7);
  await expectNames(page, PENDING_ORDER);
  await page.getByRole('button', { name: 'Mark completed' }).click();
  await expectNames(page, HELD);
  await expect(page.getByRole('status')).toContainText(`Payment ${payment.id} of order 7 marked completed`);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expectNames(page.getByRole('region', { name: 'Order 7', exact: true }), COMPLETED_ORDER);
  await page.getByRole('button', { name: 'Record payment' }).click();
  await expectNames(page.getByRole('dialog', { name: 'Record payment' }), RECORD_PAYMENT);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New order' }).click();
  await expectNames(page.getByRole('dialog', { name: 'New order' }), NEW_ORDER);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Payments' }).click();
  await expectNames(page, PAYMENTS);
  await page.getByRole('textbox', { name: 'Payment number' }).fill('999999');
  await page.getByRole('button', { name: 'Mark failed' }).click();
  await expectNames(page, HELD);
  await expect(page.getByRole('alert')).toContainText('999999');
  await page.getByRole('link', { name: 'Profile' }).click();
  await expectNames(page, PROFILE);
});
