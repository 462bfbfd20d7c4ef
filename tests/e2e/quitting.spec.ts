// Closing Paydesk with marks held or waiting: sent, kept or cancelled as the person says, never silently and never twice.
import { expect, type Page } from 'playwright/test';
import { button, truthBar } from './support/console.ts';
import { type Desk, openOrders } from './support/desk.ts';
import { markOldest, press, setSettings, statusesOf, updates, waitingRows } from './support/leaving.ts';
import type { Shop } from './support/shop.ts';
import { test } from './support/test.ts';

const TITLE = 'Marks not sent yet';
const question = (page: Page) => page.getByRole('dialog', { name: TITLE });

async function quit({ app }: Desk): Promise<void> {
  await app.evaluate((electron) => electron.app.quit());
}

/** Presses what closes the desk, and waits until it has ended. */
async function pressAndGo(desk: Desk, name: string): Promise<void> {
  const gone = desk.app.waitForEvent('close');
  // A turn later, since the page may be gone before it could answer.
  await button(question(desk.page), name).evaluate((element: HTMLElement) => void setTimeout(() => element.click()));
  await gone;
}

/** Two marks that wait because the server is off the network, and the question whether to close. */
async function askedAboutTwo(desk: Desk, shop: Shop): Promise<readonly number[]> {
  await openOrders(desk, shop);
  await setSettings(desk.page, { hold: 0 });
  await shop.stop();
  const payments = await markOldest(desk.page, 2);
  await expect(truthBar(desk.page)).toContainText('2 to send');
  await quit(desk);
  await expect(waitingRows(desk.page)).toHaveCount(2);
  return payments;
}

async function expectSentOnce(desk: Desk, shop: Shop, payments: readonly number[]): Promise<void> {
  await expect(desk.page.getByRole('status')).toContainText('2 marks from before are being sent.');
  await expect(truthBar(desk.page)).not.toContainText('to send');
  expect(statusesOf(shop, payments)).toEqual(['completed', 'completed']);
  expect(updates(shop)).toBe(2);
}

test('kept marks are sent after the next start, once each, and that is said', async ({ desk, desks, shop }) => {
  const payments = await askedAboutTwo(desk, shop);
  await pressAndGo(desk, 'Keep for the next start and close');
  await shop.start();
  expect(updates(shop)).toBe(0);
  const next = await desks.startAgain(desk);
  await expectSentOnce(next, shop, payments);
  const last = await desks.restart(next);
  await expect(truthBar(last.page)).toContainText('Pat Example');
  expect(updates(shop)).toBe(2);
});

test('sent now: what cannot be sent is said, and when it is sent the desk closes', async ({ desk, shop, desks }) => {
  const payments = await askedAboutTwo(desk, shop);
  await press(desk.page, TITLE, 'Send now and close');
  await expect(question(desk.page)).toContainText('2 marks could not be sent just now.');
  await expect(waitingRows(desk.page).first()).toContainText('Nothing answers at that server address.');
  await shop.start();
  await pressAndGo(desk, 'Send now and close');
  expect(statusesOf(shop, payments)).toEqual(['completed', 'completed']);
  expect(updates(shop)).toBe(2);
  const next = await desks.startAgain(desk);
  await expect(truthBar(next.page)).toContainText('Pat Example');
  expect(updates(shop)).toBe(2);
});

test('cancelled, after a second question: never sent', async ({ desk, desks, shop }) => {
  const payments = await askedAboutTwo(desk, shop);
  await press(desk.page, TITLE, 'Cancel them and close');
  await pressAndGo(desk, 'Cancel 2 marks');
  await shop.start();
  const next = await desks.startAgain(desk);
  await expect(truthBar(next.page)).toContainText(/as of/);
  await expect(truthBar(next.page)).not.toContainText('to send');
  expect(statusesOf(shop, payments)).toEqual(['pending', 'pending']);
});

test('not closed: everything stays as it is, and is asked again the next time, by the window’s button too', async ({ desk, shop }) => {
  await askedAboutTwo(desk, shop);
  await press(desk.page, TITLE, 'Do not close');
  await expect(question(desk.page)).toHaveCount(0);
  await expect(truthBar(desk.page)).toContainText('2 to send');
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect(question(desk.page)).toBeVisible();
  await desk.page.keyboard.press('Escape');
  await expect(question(desk.page)).toHaveCount(0);
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a mark that is still held is asked about, and sent at once where that is wished', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  await setSettings(desk.page, { hold: 10 });
  const payments = await markOldest(desk.page, 1);
  await quit(desk);
  await expect(waitingRows(desk.page)).toContainText('Held for some seconds');
  await pressAndGo(desk, 'Send now and close');
  expect(statusesOf(shop, payments)).toEqual(['completed']);
  await desks.startAgain(desk);
});

test('a signal to end keeps what waits, without a question', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  await setSettings(desk.page, { hold: 0 });
  await shop.stop();
  const payments = await markOldest(desk.page, 2);
  await expect(truthBar(desk.page)).toContainText('2 to send');
  const gone = desk.app.waitForEvent('close');
  desk.app.process().kill('SIGTERM');
  await gone;
  await shop.start();
  await expectSentOnce(await desks.startAgain(desk), shop, payments);
});

test('a page that hangs is not waited for: the question comes natively', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  await setSettings(desk.page, { hold: 0 });
  await shop.stop();
  const payments = await markOldest(desk.page, 2);
  await expect(truthBar(desk.page)).toContainText('2 to send');
  await desk.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = ((...given: unknown[]) => {
      const { message, buttons } = given.at(-1) as { message: string; buttons: string[] };
      (globalThis as { asked?: string }).asked = message;
      return Promise.resolve({ response: buttons.indexOf('Keep for the next start and close'), checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  });
  const gone = desk.app.waitForEvent('close');
  const hanging = desk.page.waitForEvent('console');
  await desk.page.evaluate(() => {
    setTimeout(() => {
      // biome-ignore lint/suspicious/noConsole: the last word of a page that hangs.
      console.info('hanging');
      for (;;);
    });
  });
  await hanging;
  await quit(desk);
  await gone;
  await shop.start();
  await expectSentOnce(await desks.startAgain(desk), shop, payments);
});

test('with nothing to be sent, and in practice, nothing is asked', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  await desk.app.close();
  const next = await desks.startAgain(desk);
  await expect(truthBar(next.page)).toContainText('Pat Example');
  await next.page.getByRole('button', { name: 'Sign out' }).click();
  await next.page.getByRole('button', { name: 'Open practice store' }).click();
  await setSettings(next.page, { hold: 10 });
  await markOldest(next.page, 1);
  await next.app.close();
  await desks.startAgain(next);
});
