// Time limits fit for the job: a dead server is found soon and nothing counts as sent, a slow one is waited for, and a wait can be given up.
import { expect } from 'playwright/test';
import { openBlackHole } from './support/black-hole.ts';
import { button, goTo, historyPane, ordersGrid, textBox, truthBar } from './support/console.ts';
import { openOrders, signIn } from './support/desk.ts';
import { openRelay } from './support/relay.ts';
import { test } from './support/test.ts';

const HISTORY = /history/;
const pullBar = (page: Parameters<typeof button>[0]) =>
  ('goto' in page ? page : page.page()).getByRole('region', { name: 'Loading the history' });

test('a server that takes no connection is found when the limit is over, long before its first byte is due', async ({ desks }) => {
  const hole = await openBlackHole();
  // The first byte may take longer than this test: only the limit for connecting can end the wait.
  const desk = await desks.open({ server: hole.url, env: { PAYDESK_TIME_LIMITS: '1000,600000,600000' } });
  await signIn(desk.page);
  await expect(desk.page.getByRole('alert')).toContainText('Nothing answers at that server address: no connection came about.');
  await hole.close();
});

test('a new order that finds no connection is not sent: the form says so and keeps what was typed', async ({ desks, shop }) => {
  const relay = await openRelay(shop.url);
  const desk = await desks.open({ server: relay.url, env: { PAYDESK_TIME_LIMITS: '1000,600000,600000' } });
  const { page } = desk;
  await openOrders(desk, shop);
  await relay.swallow();
  await button(page, 'New order').click();
  const dialog = page.getByRole('dialog', { name: 'New order' });
  await textBox(dialog, 'Product name').fill('Tea');
  await textBox(dialog, 'Quantity').fill('1');
  await textBox(dialog, 'Price').fill('2.50');
  await button(dialog, 'Create order').click();
  await expect(dialog).toContainText('no connection came about');
  await expect(textBox(dialog, 'Product name')).toHaveValue('Tea');
  await page.keyboard.press('Escape');
  await expect(truthBar(page)).toContainText('Server down');
  await expect(truthBar(page)).not.toContainText(/to send|needs? you/);
  expect(shop.count('POST', /^\/api\/orders\/$/)).toBe(0);
  await relay.close();
});

test('a history that its server takes long to produce is waited for in sight, and arrives', async ({ desk, shop }) => {
  const { page } = desk;
  shop.faults.next('GET', HISTORY, { kind: 'hold' });
  await signIn(page);
  await expect(pullBar(page)).toContainText(/Waiting for the server… \d+ s/);
  await expect.poll(() => shop.faults.held()).toBe(1);
  shop.faults.release();
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(shop.store.state.orderCount + 1));
  await expect(pullBar(page)).toHaveCount(0);
});

test('a first wait can be given up by keyboard; nothing is claimed of the history, and it is loaded when somebody asks', async ({
  desk,
  shop,
}) => {
  const { page } = desk;
  shop.faults.next('GET', HISTORY, { kind: 'hold' });
  await signIn(page);
  const cancel = button(pullBar(page), 'Cancel');
  await expect(cancel).toBeVisible();
  await cancel.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Loading was cancelled. Nothing has been loaded yet.');
  await expect(historyPane(page)).toContainText('The history has not been loaded');
  await expect(historyPane(page)).not.toContainText('No orders yet');
  await expect(page.getByRole('alert')).toBeEmpty();
  await expect(truthBar(page)).not.toContainText(/Offline|Server down/);
  await button(page, 'Load the history').click();
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(shop.store.state.orderCount + 1));
  shop.faults.release();
});

test('a refresh that is given up leaves the history as it was, and says of when that is', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  const orders = shop.store.state.orderCount;
  shop.store.state.addOrder({ productName: 'Late', quantity: 1, priceMinor: 100 });
  shop.faults.next('GET', HISTORY, { kind: 'hold', carriedOut: true });
  await button(page, 'Refresh').click();
  await button(pullBar(page), 'Cancel').click();
  await expect(page.getByRole('status')).toContainText(/Loading was cancelled\. Shown is what was known at \d\d:\d\d\./);
  await expect(button(page, 'Refresh')).toHaveAttribute('aria-busy', 'false');
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(orders + 1));
  await expect(page.getByRole('alert')).toBeEmpty();
  // What was still on its way is not used, either.
  shop.faults.release();
  await goTo(page, 'Payments');
  await goTo(page, 'Orders');
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(orders + 1));
});

test('a sign-in that is not answered can be given up: nothing is said of it, and what was typed stays', async ({ desk, shop }) => {
  const { page } = desk;
  shop.faults.next('POST', /\/api\/token\/$/, { kind: 'hold' });
  await signIn(page);
  const waiting = page.getByRole('region', { name: 'Waiting' });
  await expect(waiting).toContainText(/Waiting for the server… \d+ s/);
  await button(waiting, 'Cancel').focus();
  await page.keyboard.press('Enter');
  await expect(waiting).toHaveCount(0);
  await expect(page.getByRole('alert')).toBeEmpty();
  await expect(textBox(page, 'Password')).not.toHaveValue('');
  shop.faults.release();
  await button(page, 'Sign in').click();
  await expect(ordersGrid(page)).toBeVisible();
});

test('a start waits for no server: what is kept is on the screen before it has answered, and is caught up with then', async ({
  desks,
  shop,
}) => {
  const first = await desks.open();
  await openOrders(first, shop);
  await desks.close(first);
  shop.store.state.addOrder({ productName: 'Late', quantity: 1, priceMinor: 100 });
  shop.faults.next('POST', /refresh/, { kind: 'hold' });
  const { page } = await desks.open({ folder: first.folder });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '61');
  await expect(truthBar(page)).toContainText(/as of \d\d:\d\d/);
  await expect(pullBar(page)).toContainText(/Waiting for the server/);
  expect(shop.faults.held()).toBe(1);
  shop.faults.release();
  await page.getByRole('button', { name: /1 new order/ }).click();
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '62');
});
