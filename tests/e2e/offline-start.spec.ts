// A start without the shop: the whole history opens and is searched, with when it was told and by which server; the three troubles are
// told apart; and what becomes of the kept history when its thread dies, its file breaks, or somebody signs out.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { button, goTo, orderDetail, orderRow, ordersGrid, search, truthBar } from './support/console.ts';
import type { Desk } from './support/desk.ts';
import { openOrders } from './support/desk.ts';
import { historyFiles } from './support/history-files.ts';
import type { Shop } from './support/shop.ts';
import { type Desks, test } from './support/test.ts';

const signOut = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Sign out' }).click();

/** A desk that has read the history and was closed. */
async function closed(desks: Desks, shop: Shop): Promise<Desk> {
  const desk = await desks.open();
  await openOrders(desk, shop);
  await desks.close(desk);
  return desk;
}

test('with the shop stopped the whole history opens and is searched, as of when it was told, with the server’s name', async ({
  desks,
  shop,
}) => {
  const { folder } = await closed(desks, shop);
  await shop.stop();
  const { page } = await desks.open({ folder });
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '61');
  await expect(truthBar(page)).toContainText(new URL(shop.url).host);
  await expect(truthBar(page)).toContainText(/as of \d\d:\d\d/);
  await expect(truthBar(page)).toContainText('Server down');
  const order = shop.store.state.order(17);
  await search(page).fill(order?.productName ?? '');
  await orderRow(page, 17).click();
  const detail = orderDetail(page, 17);
  await expect(detail).toContainText(order?.productName ?? '');
  await goTo(page, 'Payments');
  await expect(page.getByRole('row', { name: /^Payment / }).first()).toBeVisible();
  await goTo(page, 'Insights');
  await expect(page.getByRole('region', { name: 'Insights' })).toContainText(/\d/);
});

test('offline, server down and signed out are told apart from a cold start', async ({ desks, shop }) => {
  const { folder } = await closed(desks, shop);
  const offline = await desks.open({ folder, args: ['--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>'] });
  await expect(truthBar(offline.page)).toContainText('Offline');
  await expect(ordersGrid(offline.page)).toHaveAttribute('aria-rowcount', '61');
  await desks.close(offline);

  await shop.stop();
  const down = await desks.open({ folder });
  await expect(truthBar(down.page)).toContainText('Server down');
  await expect(truthBar(down.page)).not.toContainText('Offline');
  await expect(down.page.getByRole('dialog')).toHaveCount(0);
  await desks.close(down);

  await shop.start();
  shop.store.state.expireTokens('all');
  const { page } = await desks.open({ folder });
  await expect(page.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
  const bar = page.getByRole('region', { name: 'Connection and data', includeHidden: true });
  await expect(bar).toContainText('Session ended: sign in to go on.');
  await expect(bar).not.toContainText(/Offline|Server down/);
});

test('signing out erases the history from the disk, unless the setting keeps it', async ({ desk, desks, shop }) => {
  const { page, folder } = desk;
  await openOrders(desk, shop);
  expect(await historyFiles(folder)).toHaveLength(1);
  await signOut(page);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect.poll(() => historyFiles(folder)).toEqual([]);

  await openOrders(desk, shop);
  await goTo(page, 'Settings');
  await page.getByRole('checkbox', { name: 'Keep the order history on this computer after signing out' }).check();
  await expect(page.getByRole('status')).toContainText('stays on this computer');
  await signOut(page);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await desks.close(desk);
  expect(await historyFiles(folder)).toHaveLength(1);
});

test('a history file that cannot be read is set aside, said so, and read anew from the server', async ({ desks, shop }) => {
  const { folder } = await closed(desks, shop);
  const [file = ''] = await historyFiles(folder);
  const path = join(folder, 'history', file);
  const bytes = await readFile(path);
  await writeFile(path, bytes.fill(7, 0, 2_000));
  const { page } = await desks.open({ folder });
  const notice = page.getByRole('region', { name: 'Stored history' });
  await expect(notice).toContainText(/could not be read. It was set aside as .+, and is read anew from the server/);
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '61');
  await button(notice, 'Understood').click();
  await expect(notice).toHaveCount(0);
});

test('a desk that is killed loses nothing of the history that it had read', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  await desks.kill(desk);
  await shop.stop();
  const { page } = await desks.startAgain(desk);
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '61');
  await expect(truthBar(page)).toContainText(/as of \d\d:\d\d/);
});
