// A run that is cut off by a killed app: shown again, it goes on by itself where it was, and each payment is written exactly once.
import { expect } from 'playwright/test';
import { carriedOut, choiceBar, dryRun, folderWith, openPayments, paths, pendingOf, runLine } from './support/bulk.ts';
import { button } from './support/console.ts';
import { type Desk, launch } from './support/desk.ts';
import type { Shop } from './support/shop.ts';
import { test } from './support/test.ts';

test.use({ behaviour: { orders: 400 } });

/** Starts a run of all that is pending; after some it stands still with four writes on the wire. */
async function startHeld(shop: Shop): Promise<Desk> {
  const desk = await launch({ server: shop.url, folder: await folderWith({ hold: 0 }) });
  const { page } = desk;
  await openPayments(page, shop);
  // The first eight come to their end, the next four stay on the wire.
  for (const { id } of pendingOf(shop).slice(8, 12)) shop.faults.next('PATCH', new RegExp(`/payments/${id}/`), { kind: 'hold' });
  await page.keyboard.press('Control+a');
  await expect(choiceBar(page)).toContainText('chosen');
  await page.keyboard.press('c');
  await expect(dryRun(page)).toHaveAccessibleName(/^Complete \d+ payments\?$/);
  await page.keyboard.press('Enter');
  await expect(runLine(page)).toHaveAccessibleName(/^Completing/);
  await expect.poll(() => shop.faults.held()).toBe(4);
  return desk;
}

async function kill({ app }: Desk): Promise<void> {
  const gone = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await gone;
}

test('killed in the middle it goes on after the restart, and nothing is written twice', async ({ desks, shop }) => {
  const pending = pendingOf(shop);
  const first = await startHeld(shop);
  await kill(first);
  // The four on the wire are carried out, and nobody is left to hear of it.
  shop.faults.release();
  const before = carriedOut(shop).length;
  const again = await desks.open({ folder: first.folder });
  await expect(runLine(again.page)).toHaveAccessibleName(`Completed ${pending.length} payments`);
  expect(before).toBeLessThan(pending.length);
  expect(carriedOut(shop).toSorted()).toEqual(paths(pending, 'completed'));
});

test('paused and killed it stays paused after the restart, until somebody lets it go on', async ({ desks, shop }) => {
  const pending = pendingOf(shop);
  const first = await startHeld(shop);
  await button(runLine(first.page), 'Pause').click();
  await expect(runLine(first.page)).toContainText('paused');
  await kill(first);
  shop.faults.release();
  const again = await desks.open({ folder: first.folder });
  const line = runLine(again.page);
  await expect(line).toHaveAccessibleName(`Completing ${pending.length} payments`);
  await expect(line).toContainText('paused');
  const before = carriedOut(shop).length;
  expect(before).toBeLessThan(pending.length);
  await button(line, 'Resume').click();
  await expect(line).toHaveAccessibleName(`Completed ${pending.length} payments`);
  expect(carriedOut(shop).toSorted()).toEqual(paths(pending, 'completed'));
});
