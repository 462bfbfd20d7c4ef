// Signing out with marks waiting: refused with the list, until they are sent, exported or cancelled; and never under another account.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { RETIRED_ACCOUNT } from '../../src/main/practice/people.ts';
import { button, goTo, truthBar } from './support/console.ts';
import { type Desk, openOrders, signIn } from './support/desk.ts';
import { markOldest, press, setSettings, statusesOf, updates, waitingRows } from './support/leaving.ts';
import type { Shop } from './support/shop.ts';
import { test } from './support/test.ts';

const signOut = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Sign out' }).click();
const signedOut = (page: Page) => expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

/** @param hinder keeps the server from taking them. */
async function withTwoWaiting(desk: Desk, shop: Shop, hinder = () => shop.stop()): Promise<readonly number[]> {
  await openOrders(desk, shop);
  await setSettings(desk.page, { hold: 0 });
  await hinder();
  const payments = await markOldest(desk.page, 2);
  await expect(truthBar(desk.page)).toContainText('2 to send');
  await signOut(desk.page);
  await expect(waitingRows(desk.page)).toHaveCount(2);
  return payments;
}

/** What the native save dialog answers from now on; null: closed without a file. */
async function answerSaving(desk: Desk, path: string | null): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() =>
      Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })) as typeof dialog.showSaveDialog;
  }, path);
}

test('is refused; once the server takes them they are sent, once each, and the sign-out goes on by itself', async ({ desk, shop }) => {
  const { page } = desk;
  // Tried again only when somebody insists: otherwise the desk might be faster than the hand at the button.
  const payments = await withTwoWaiting(desk, shop, async () => {
    shop.store.behaviour.throttle = { retryAfter: 3_600 };
  });
  await press(page, 'Sign out', 'Send now');
  await expect(page.getByRole('dialog', { name: 'Sign out' })).toContainText('2 marks could not be sent just now.');
  shop.store.behaviour.throttle = null;
  await press(page, 'Sign out', 'Send now');
  await signedOut(page);
  expect(statusesOf(shop, payments)).toEqual(['completed', 'completed']);
  expect(updates(shop)).toBe(2);
});

test('can be given up: the person stays signed in, and the marks stay', async ({ desk, shop }) => {
  const { page } = desk;
  await withTwoWaiting(desk, shop);
  await press(page, 'Sign out', 'Stay signed in');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(truthBar(page)).toContainText('2 to send');
});

test('goes on when they are cancelled, which is asked a second time; they are never sent', async ({ desk, shop }) => {
  const { page } = desk;
  const payments = await withTwoWaiting(desk, shop);
  await press(page, 'Sign out', 'Cancel these');
  await press(page, 'Sign out', 'Go back');
  await expect(waitingRows(page)).toHaveCount(2);
  await press(page, 'Sign out', 'Cancel these');
  await press(page, 'Sign out', 'Cancel 2 marks');
  await signedOut(page);
  await shop.start();
  await openOrders(desk, shop);
  await expect(truthBar(page)).not.toContainText('to send');
  expect(statusesOf(shop, payments)).toEqual(['pending', 'pending']);
  expect(updates(shop)).toBe(0);
});

test('goes on when they are exported; nobody else sends them, and they go out when the same person is back', async ({ desk, shop }) => {
  const { page } = desk;
  const payments = await withTwoWaiting(desk, shop);
  await answerSaving(desk, null);
  await press(page, 'Sign out', 'Export…');
  await expect(waitingRows(page)).toHaveCount(2);
  const file = join(desk.folder, 'waiting.csv');
  await answerSaving(desk, file);
  await press(page, 'Sign out', 'Export…');
  await signedOut(page);
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(3);
  await expect(page.getByRole('main')).toContainText('2 things asked for at this desk are not settled yet');

  await shop.start();
  shop.store.state.setActive(RETIRED_ACCOUNT.username, true);
  await signIn(page, RETIRED_ACCOUNT);
  await expect(truthBar(page)).toContainText('2 of others');
  await signOut(page);
  await signedOut(page);
  expect(updates(shop)).toBe(0);

  await signIn(page);
  await expect(page.getByRole('status')).toContainText('2 marks from before are being sent.');
  await expect(truthBar(page)).not.toContainText('to send');
  expect(statusesOf(shop, payments)).toEqual(['completed', 'completed']);
  expect(updates(shop)).toBe(2);
});

test('from the dialog of an ended session it is refused just so, and says what has to be done first', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await setSettings(page, { hold: 0 });
  await goTo(page, 'Payments');
  await page
    .getByRole('row', { name: /^Payment / })
    .first()
    .click();
  shop.store.state.expireTokens('all');
  await page.keyboard.press('c');
  const ended = page.getByRole('dialog', { name: 'Sign in' });
  await button(ended, 'Sign out').click();
  await expect(waitingRows(page)).toHaveCount(1);
  await expect(page.getByRole('dialog', { name: 'Sign out' })).toContainText('Your session has ended: sign in again to send them.');
  await press(page, 'Sign out', 'Stay signed in');
  await expect(ended).toBeVisible();
  await button(ended, 'Sign out').click();
  await press(page, 'Sign out', 'Cancel these');
  await press(page, 'Sign out', 'Cancel 1 mark');
  await signedOut(page);
});

test('in practice nothing is asked', async ({ desk }) => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Open practice store' }).click();
  await setSettings(page, { hold: 10 });
  await markOldest(page, 1);
  await expect(page.getByRole('region', { name: 'Held marks' })).toBeVisible();
  await signOut(page);
  await signedOut(page);
});
