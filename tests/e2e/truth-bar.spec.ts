// The truth bar: what it says of server, user, connection, data and marks, and the details behind each; rows that stay where they are.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { button, goTo, orderRow, ordersGrid, truthBar } from './support/console.ts';
import { openOrders } from './support/desk.ts';
import { markOldest, openDetails, press, setSettings, statusesOf, updates, waitingRows } from './support/leaving.ts';
import { test } from './support/test.ts';

test('each item opens its details; Escape closes them, and the focus goes back to the item', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  const details = [
    [/^Server:/, 'Server', shop.url],
    [/^User:/, 'User', 'Kept in this computer’s keychain'],
    [/^Connection:/, 'Connection', 'The server answers.'],
    [/^Data/, 'Data', '60'],
  ] as const;
  for (const [item, title, fact] of details) {
    const opener = truthBar(page).getByRole('button', { name: item });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: title })).toContainText(fact);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
  await expect(truthBar(page)).not.toContainText(/to send|needs you|of others/);
});

test('a server that is down is said in words, with what waits; trying again sends it once', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await setSettings(page, { hold: 0 });
  await shop.stop();
  const payments = await markOldest(page, 2);
  await expect(truthBar(page)).toContainText('Server down');
  await openDetails(page, /2 to send/);
  await expect(waitingRows(page)).toHaveCount(2);
  await expect(waitingRows(page).first()).toContainText(
    new RegExp(`Payment ${payments[0]}.*Pending.*Completed.*Pat Example.*Nothing answers`),
  );
  await press(page, 'Marks', 'Send now');
  await expect(page.getByRole('dialog', { name: 'Marks' })).toContainText('2 marks could not be sent just now.');
  await page.keyboard.press('Escape');

  await openDetails(page, /^Connection:/);
  await expect(page.getByRole('dialog', { name: 'Connection' })).toContainText(
    /Server down.*Today \d\d:\d\d.*written down on this computer/,
  );
  await shop.start();
  await press(page, 'Connection', 'Try now');
  await expect(page.getByRole('dialog', { name: 'Connection' })).toContainText('The server answers.');
  await page.keyboard.press('Escape');
  await expect(truthBar(page)).not.toContainText(/to send|Server down/);
  expect(statusesOf(shop, payments)).toEqual(['completed', 'completed']);
  expect(updates(shop)).toBe(2);
});

test('what waits can be cancelled one by one, in two steps', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await setSettings(page, { hold: 0 });
  // Until a person insists, nothing is tried again: what waits stays in the list while one reads it.
  shop.store.behaviour.throttle = { retryAfter: 3_600 };
  const [first, second] = await markOldest(page, 2);
  await openDetails(page, /2 to send/);
  const dialog = page.getByRole('dialog', { name: 'Marks' });
  await button(dialog, `Cancel payment ${first}`).click();
  await expect(waitingRows(page)).toHaveCount(2);
  await button(dialog, `Never send payment ${first}`).click();
  await expect(waitingRows(page)).toHaveCount(1);
  shop.store.behaviour.throttle = null;
  await press(page, 'Marks', 'Send now');
  await expect(dialog).toContainText('Nothing waits to be sent.');
  expect(statusesOf(shop, [first ?? 0, second ?? 0])).toEqual(['pending', 'completed']);
});

test('what needs a decision stands on the bar and leads to Activity', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await setSettings(page, { hold: 0 });
  const oldest = shop.store.state.firstPayment('pending');
  await goTo(page, 'Payments');
  // Somebody else decides it, and this desk has not heard of that yet.
  shop.store.state.changePayment(oldest?.id ?? 0, { status: 'failed' });
  await markOldest(page, 1);
  await openDetails(page, /1 needs you/);
  await expect(page.getByRole('dialog', { name: 'Marks' })).toContainText('One needs your decision.');
  await press(page, 'Marks', 'Show in Activity');
  await expect(page.getByRole('region', { name: 'Activity' })).toContainText('Conflict');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a journal that cannot be opened is loud, and nothing is marked', async ({ desks, shop }) => {
  const folder = await mkdtemp(join(tmpdir(), 'paydesk-desk-'));
  await mkdir(join(folder, 'journal.db'));
  const desk = await desks.open({ folder });
  await openOrders(desk, shop);
  const strip = desk.page.getByRole('region', { name: 'Journal trouble' });
  await expect(strip).toContainText(/^Nothing is being marked: /);
  await goTo(desk.page, 'Payments');
  await desk.page
    .getByRole('row', { name: /^Payment / })
    .first()
    .click();
  await desk.page.keyboard.press('c');
  await expect(desk.page.getByRole('alert')).toContainText(/was not marked completed/);
  await expect(strip).toBeVisible();
  expect(updates(shop)).toBe(0);
});

test('a journal that was set aside at the start is told once, until it has been read', async ({ desks, shop }) => {
  const folder = await mkdtemp(join(tmpdir(), 'paydesk-desk-'));
  await writeFile(join(folder, 'journal.db'), 'this is no database, and was never one'.repeat(300));
  const desk = await desks.open({ folder });
  await openOrders(desk, shop);
  const notice = desk.page.getByRole('region', { name: 'Journal', exact: true });
  await expect(notice).toContainText(/set aside as journal.*not sent/);
  await button(notice, 'Understood').click();
  await expect(notice).toHaveCount(0);
  await desk.page.reload();
  await expect(ordersGrid(desk.page)).toHaveAttribute('aria-rowcount', '61');
  await expect(notice).toHaveCount(0);
});

test('orders that come in by themselves move no row in sight; a button leads to them', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  const row = orderRow(page, 58);
  const before = await row.boundingBox();
  const arrived = ['One', 'Two', 'Three'].map((productName) => shop.store.state.addOrder({ productName, quantity: 1, priceMinor: 100 }).id);
  // As main does it by itself.
  await page.evaluate(() => window.paydesk.request('history.refresh', null));
  const news = button(page, '3 new orders');
  await expect(news).toBeVisible();
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '61');
  expect(await row.boundingBox()).toEqual(before);
  await news.click();
  await expect(news).toHaveCount(0);
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '64');
  await expect(ordersGrid(page)).toBeFocused();
  expect((await orderRow(page, arrived[2] ?? 0).boundingBox())?.y).toBeLessThan(before?.y ?? 0);
});
