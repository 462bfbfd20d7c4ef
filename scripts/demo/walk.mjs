// The main job, step by step, as a clerk does it: find an order, open it, mark its payment completed, send the mark, see it in the history.
import { join } from 'node:path';
import { expect } from 'playwright/test';

/** @typedef {import('playwright').Page} Page */

/**
 * @param {Page} page the app's window, at its sign-in screen
 * @param {{ pictures: string, pace: number }} options pictures: folder for screenshots; pace: milliseconds to look at each step
 */
export async function walk(page, { pictures, pace }) {
  let number = 0;
  const step = async (/** @type {string} */ what, /** @type {() => Promise<void>} */ act) => {
    number += 1;
    console.log(`${number}. ${what}`);
    await act();
    const name = `${String(number).padStart(2, '0')}-${what
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '')}.png`;
    await page.screenshot({ path: join(pictures, name) });
    // For whoever watches; nothing depends on it.
    if (pace > 0) await page.waitForTimeout(pace);
  };
  const search = page.getByRole('searchbox', { name: 'Search orders' });
  const row = (/** @type {number} */ id) => page.getByRole('row', { name: `Order ${id}`, exact: true });

  await step('Paydesk opens at its sign-in screen', () => expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible());
  await step('Open the practice store', async () => {
    await page.getByRole('button', { name: 'Open practice store' }).click();
    await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible();
    await expect(page.getByRole('row', { name: /^Order \d+$/ }).first()).toBeVisible();
  });
  const id = await pendingOrder(page);
  await step(`Find order ${id} by its number`, async () => {
    await search.fill(String(id));
    await expect(row(id)).toBeVisible();
  });
  const detail = page.getByRole('region', { name: `Order ${id}`, exact: true });
  await step('Open it', async () => {
    await row(id).click();
    await expect(detail.getByRole('button', { name: 'Mark completed' })).toBeVisible();
  });
  await step('Mark its payment completed', async () => {
    await detail.getByRole('button', { name: 'Mark completed' }).click();
    // Held for some seconds: nothing has left this computer yet.
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expect(detail).toContainText('Will be marked completed: it can still be undone.');
  });
  await step('Send it now; the server confirms it', async () => {
    await page.getByRole('button', { name: 'Send now' }).click();
    await expect(page.getByRole('status').filter({ hasText: `of order ${id} marked completed` })).toBeVisible();
    await expect(detail.getByRole('listitem')).toContainText('Completed');
  });
  await step('See it in the history', async () => {
    await search.fill('');
    await search.fill(String(id));
    await expect(row(id).getByText('Completed')).toBeVisible();
  });
}

/** The newest order with a pending payment: somebody is asking about it just now. @param {Page} page @returns {Promise<number>} */
async function pendingOrder(page) {
  const pending = page
    .getByRole('row', { name: /^Order \d+$/ })
    .filter({ hasText: 'Pending' })
    .first();
  const name = await pending.getAttribute('aria-label');
  return Number(/\d+/.exec(name ?? '')?.[0]);
}
