// The practice store: opened with one press, without any server or network, unmistakable, and gone without a trace.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import keytar from 'keytar';
import { expect, type Page } from 'playwright/test';
import { button, dialog, historyPane, openOrder, orderDetail, orderRow, ordersGrid, search, textBox, truthBar } from './support/console.ts';
import { type Desk, launch } from './support/desk.ts';
import { test } from './support/test.ts';

const PENDING = /^Order \d+$/;
const keptAnywhere = async (url: string): Promise<readonly unknown[]> =>
  (await Promise.all([`Paydesk ${url}`, 'Paydesk https://practice.invalid'].map((place) => keytar.findCredentials(place)))).flat();

async function remembered(desk: Desk): Promise<string> {
  // No file at all is the best memory of nothing.
  return await readFile(join(desk.folder, 'desk.json'), 'utf8').catch(() => '');
}

async function expectUnmistakable(page: Page): Promise<void> {
  await expect(page.getByText('PRACTICE', { exact: true })).toBeVisible();
  await expect(page.getByText('Nothing here is real: no customer, no money, and nothing reaches your shop.')).toBeVisible();
  await expect(truthBar(page)).toContainText('Practice store');
}

test('works without a server, cannot be taken for the shop, and leaves nothing behind', async ({ desk, shop }) => {
  const { page } = desk;
  await shop.stop();
  await button(page, 'Open practice store').click();
  await expect(page.getByRole('row', { name: PENDING }).first()).toBeVisible();
  await expectUnmistakable(page);

  // The main job, as in a shop.
  const pending = page.getByRole('row', { name: PENDING }).filter({ hasText: 'Pending' }).first();
  const id = Number((await pending.getAttribute('aria-label'))?.replace(/\D/g, ''));
  const detail = await openOrder(page, id);
  await button(detail, 'Mark completed').click();
  await expect(page.getByRole('status').filter({ hasText: `of order ${id} marked completed` })).toBeVisible();
  await expect(orderRow(page, id)).toContainText('Completed');
  await button(page, 'New order').click();
  const form = dialog(page, 'New order');
  await textBox(form, 'Product name').fill('Only for practice');
  await textBox(form, 'Price').fill('5');
  await button(form, 'Create order').click();
  await expect(page.getByRole('region', { name: PENDING })).toContainText('Only for practice');

  for (const [place, landmark] of [
    ['Payments', page.getByRole('grid', { name: 'Pending payments' })],
    ['Profile', button(page, 'Save profile')],
    ['Orders', ordersGrid(page)],
  ] as const) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
    await expect(landmark).toBeVisible();
    await expectUnmistakable(page);
  }

  await shop.start();
  await button(page, 'Refresh').click();
  await expect(button(page, 'Refresh')).toHaveAttribute('aria-busy', 'false');
  await button(page, 'Sign out').click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('PRACTICE', { exact: true })).toHaveCount(0);
  await expect(textBox(page, 'Server address')).toHaveValue(shop.url);
  await expect(textBox(page, 'Username')).toHaveValue('');
  expect(shop.store.requests).toEqual([]);
  expect(await keptAnywhere(shop.url)).toEqual([]);
  expect(await remembered(desk)).not.toMatch(/practice/i);
});

test('closed in the middle, the next start knows nothing of it, and a new practice store is as new', async () => {
  const first = await launch();
  await button(first.page, 'Open practice store').click();
  await expect(first.page.getByRole('row', { name: PENDING }).first()).toBeVisible();
  await button(first.page, 'New order').click();
  const form = dialog(first.page, 'New order');
  await textBox(form, 'Product name').fill('Left behind');
  await textBox(form, 'Price').fill('5');
  await button(form, 'Create order').click();
  await expect(first.page.getByRole('region', { name: PENDING })).toContainText('Left behind');
  await first.close();
  expect(await remembered(first)).not.toMatch(/practice/i);

  const second = await launch({ folder: first.folder });
  await expect(second.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(textBox(second.page, 'Server address')).toHaveValue('http://127.0.0.1:8000');
  await expect(textBox(second.page, 'Username')).toHaveValue('');
  await button(second.page, 'Open practice store').click();
  await expect(second.page.getByRole('row', { name: PENDING }).first()).toBeVisible();
  await search(second.page).fill('Left behind');
  await expect(historyPane(second.page)).toContainText('No order matches');
  await expect(orderDetail(second.page, 1)).toHaveCount(0);
  await second.close();
});
