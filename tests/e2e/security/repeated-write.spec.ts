// Attack: a network that drops a reused connection after the server has carried a write out. Chromium repeats such a request by itself.
import { expect } from 'playwright/test';
import { openOrders } from '../support/desk.ts';
import { test } from '../support/test.ts';

test('a write whose connection breaks reaches the server once, and is found again by reading', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  // Reads and writes so far have left idle connections behind that the next call could reuse.
  await page.getByRole('button', { name: 'Refresh' }).click();
  shop.faults.next('POST', /\/api\/orders\/$/, { kind: 'cut', when: 'after' });

  await page.getByRole('button', { name: 'New order' }).click();
  const dialog = page.getByRole('dialog', { name: 'New order' });
  await dialog.getByRole('textbox', { name: 'Product name' }).fill('Twice-shy lamp');
  await dialog.getByRole('textbox', { name: 'Quantity' }).fill('1');
  await dialog.getByRole('textbox', { name: 'Price' }).fill('12.50');
  const number = shop.store.state.orderCount + 1;
  await dialog.getByRole('button', { name: 'Create order' }).click();

  await expect(page.getByRole('status').filter({ hasText: `Order ${number} was created.` })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  expect(shop.count('POST', /\/api\/orders\/$/)).toBe(1);
});
