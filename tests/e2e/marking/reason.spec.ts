// A correction, a mark on a payment that is no longer pending, asks for its reason; all of it by keyboard.
import { expect, type Page } from 'playwright/test';
import type { PaymentStatus } from '../../../src/main/practice/shop.ts';
import { button, ordersGrid, search, textBox } from '../support/console.ts';
import { type Desk, openOrders } from '../support/desk.ts';
import { expectNothingUnsent, heldBar, sent, statusSays } from '../support/marking.ts';
import type { Shop } from '../support/shop.ts';
import { test } from '../support/test.ts';

test.use({ settings: { hold: 10 } });

/** An order of its own with one payment in this status, open, with the focus in the rows. */
async function openPaid({ desk, shop }: { desk: Desk; shop: Shop }, status: PaymentStatus) {
  const { id: order } = shop.store.state.addOrder({ productName: 'Brass kettle', quantity: 1, priceMinor: 8_800 });
  const { id: payment } = shop.store.state.addPayment({ orderId: order, amountMinor: 8_800, status });
  await openOrders(desk, shop);
  await search(desk.page).fill('brass kettle');
  await search(desk.page).press('Enter');
  await expect(ordersGrid(desk.page)).toBeFocused();
  await expect(desk.page.getByRole('region', { name: `Order ${order}`, exact: true })).toHaveAttribute('aria-busy', 'false');
  return { order, payment };
}

const question = (page: Page) => page.getByRole('dialog', { name: 'Correct a payment' });

/** The reasons of all marks, as they stand in the journal. */
async function reasons(page: Page): Promise<readonly (string | null)[]> {
  return await page.evaluate(async () => {
    const all = { text: '', states: null, batch: null, actor: null, payment: null, order: null, from: null, until: null };
    const answer = (await window.paydesk.request('operations.page', { ...all, offset: 0, limit: 50 })) as {
      value: { operations: { reason: string | null }[] };
    };
    return answer.value.operations.map(({ reason }) => reason);
  });
}

test('completed becomes failed: a reason in one’s own words, Enter, and it is held like any mark', async ({ desk, shop }) => {
  const { page } = desk;
  const { order, payment } = await openPaid({ desk, shop }, 'completed');
  await page.keyboard.press('f');
  await expect(question(page)).toContainText(`Payment ${payment} of order ${order}, Brass kettle`);
  await expect(question(page)).toContainText('completed → failed.');
  await expect(textBox(page, 'Reason')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(textBox(page, 'Reason')).toHaveAccessibleDescription('Say why, in a few words.');
  await page.keyboard.type('   ');
  await page.keyboard.press('Enter');
  await expect(textBox(page, 'Reason')).toHaveAccessibleDescription('Say why, in a few words.');
  await page.keyboard.type('Cheque returned');
  await page.keyboard.press('Enter');
  await expect(question(page)).toHaveCount(0);
  await expect(heldBar(page)).toContainText(/Completed\s*→\s*to\s*Failed/);
  // The order that was corrected stays open, and the next key is heard.
  await expect(page.getByRole('region', { name: `Order ${order}`, exact: true })).toContainText('Will be marked failed');
  await page.keyboard.press('z');
  await expect(statusSays(page, `Undone: payment ${payment} of order ${order} was not marked failed.`)).toBeVisible();

  await page.keyboard.press('f');
  await expect(textBox(page, 'Reason')).toHaveValue('');
  await page.keyboard.type('Cheque returned again');
  await page.keyboard.press('Enter');
  await button(page, 'Send now').click();
  await expect(statusSays(page, `Payment ${payment} of order ${order} marked failed`)).toBeVisible();
  await expectNothingUnsent(page);
  expect(sent(shop)).toEqual([[payment, 'failed']]);
  expect(await reasons(page)).toEqual(['Cheque returned again', 'Cheque returned']);
});

test('one of the common reasons is picked by keyboard', async ({ desk, shop }) => {
  const { page } = desk;
  const { payment } = await openPaid({ desk, shop }, 'failed');
  await page.keyboard.press('c');
  await expect(textBox(page, 'Reason')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(button(question(page), 'Customer paid after all')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(button(question(page), 'Customer paid after all')).toHaveAttribute('aria-pressed', 'true');
  await expect(textBox(page, 'Reason')).toHaveValue('Customer paid after all');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
  await expect(textBox(page, 'Reason')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question(page)).toHaveCount(0);
  await button(page, 'Send now').click();
  await expect.poll(() => shop.store.state.payment(payment)?.status).toBe('completed');
  await expectNothingUnsent(page);
  expect(await reasons(page)).toEqual(['Customer paid after all']);
});

test('Escape corrects nothing, and nothing is written down', async ({ desk, shop }) => {
  const { page } = desk;
  const { order, payment } = await openPaid({ desk, shop }, 'completed');
  await page.keyboard.press('f');
  await page.keyboard.type('Half a rea');
  await page.keyboard.press('Escape');
  await expect(question(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: `Order ${order}`, exact: true })).toBeVisible();
  await expect(heldBar(page)).toHaveCount(0);
  // C says what it is already.
  await page.keyboard.press('c');
  await expect(heldBar(page)).toHaveCount(0);
  await expectNothingUnsent(page);
  expect(await reasons(page)).toEqual([]);
  expect(sent(shop)).toEqual([]);
  expect(shop.store.state.payment(payment)?.status).toBe('completed');
});
