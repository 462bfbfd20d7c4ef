// The settings of marking: the seconds to undo, the amount that is confirmed, letter keys and notifications, by keyboard, kept for good.
import { expect, type Page } from 'playwright/test';
import { button, goTo, textBox } from './support/console.ts';
import { openOrders } from './support/desk.ts';
import { markOldest } from './support/leaving.ts';
import { test } from './support/test.ts';

const held = (page: Page) => page.getByRole('region', { name: 'Held marks' });
const said = (page: Page) => page.getByRole('status');

test('the seconds to undo: 0 sends at once; what is no such number is refused under the field', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await goTo(page, 'Settings');
  const seconds = textBox(page, 'Seconds to undo');
  await expect(seconds).toHaveValue('4');
  for (const wrong of ['11', '2.5', '']) {
    await seconds.fill(wrong);
    await page.keyboard.press('Enter');
    await expect(seconds).toHaveAccessibleDescription('A whole number of seconds, from 0 to 10.');
  }
  await seconds.fill('0');
  await expect(seconds).toHaveAccessibleDescription('Marks are sent at once and cannot be undone.');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Marks are sent at once and cannot be undone.');
  await expect(seconds).toBeFocused();
  const [payment] = await markOldest(page, 1);
  await expect(said(page)).toContainText(`Payment ${payment} of order`);
  expect(shop.store.state.payment(payment ?? 0)?.status).toBe('completed');
  await expect(held(page)).toHaveCount(0);
});

test('the amount above which a mark is confirmed', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await goTo(page, 'Settings');
  const limit = textBox(page, 'Confirm above');
  await limit.fill('1,000');
  await button(page, 'Save amount').click();
  await expect(limit).toHaveAccessibleDescription('An amount, like 500.00, or nothing.');
  await limit.fill('0.5');
  await button(page, 'Save amount').click();
  await expect(said(page)).toContainText('A mark of more than 0.50 has to be confirmed.');
  await goTo(page, 'Payments');
  await page
    .getByRole('row', { name: /^Payment / })
    .first()
    .click();
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Mark completed?' }).getByRole('button', { name: 'Confirm completed' }).click();
  await expect(held(page)).toBeVisible();
  await page.keyboard.press('z');
  await expect(held(page)).toHaveCount(0);
});

test('letter keys off: C marks nothing, and the sheet of keys says so', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await goTo(page, 'Settings');
  await page.getByRole('checkbox', { name: /^Letter keys/ }).focus();
  await page.keyboard.press('Space');
  await expect(said(page)).toContainText('Letter keys are off.');
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toContainText('Letter keys are off');
  await expect(sheet).not.toContainText('Mark completed');
  await page.keyboard.press('Escape');
  await goTo(page, 'Payments');
  const row = page.getByRole('row', { name: /^Payment / }).first();
  await row.click();
  await page.keyboard.press('c');
  // The key that does something shows that the other one would have done it by now.
  await page.keyboard.press('End');
  await expect(row).toHaveAttribute('aria-selected', 'false');
  await expect(held(page)).toHaveCount(0);
});

test('all of them are kept for the next start', async ({ desk, desks, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await goTo(page, 'Settings');
  await textBox(page, 'Seconds to undo').fill('7');
  await button(page, 'Save seconds').click();
  await expect(said(page)).toContainText('Each mark can be undone for 7 seconds');
  await page.getByRole('checkbox', { name: /^Notifications/ }).click();
  await expect(said(page)).toContainText('Notifications are off.');
  const next = await desks.restart(desk);
  await goTo(next.page, 'Settings');
  await expect(textBox(next.page, 'Seconds to undo')).toHaveValue('7');
  await expect(next.page.getByRole('checkbox', { name: /^Notifications/ })).not.toBeChecked();
  await expect(next.page.getByRole('checkbox', { name: /^Letter keys/ })).toBeChecked();
});
