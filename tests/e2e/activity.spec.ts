// Activity: what this desk did, found again, checked, taken along and printed.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { button, expectOnlyWords, goTo, openOrder, orderDetail, refresh, textBox } from './support/console.ts';
import { type Desk, openOrders } from './support/desk.ts';
import { unreachedByTab } from './support/focus.ts';
import { alterJournal, answerSaveDialog, folderWith } from './support/prepared.ts';
import type { Shop } from './support/shop.ts';
import { type Desks, test } from './support/test.ts';

const entries = (page: Page): Locator => page.getByRole('grid', { name: 'Entries' });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search activity' });

interface Made {
  readonly order: number;
  readonly payment: number;
}

/** An order called like a formula, with a payment that is marked completed and then corrected with a reason. */
async function workedDesk(desks: Desks, shop: Shop): Promise<{ desk: Desk; made: Made }> {
  const desk = await desks.open({ folder: await folderWith({ hold: 0 }) });
  await openOrders(desk, shop);
  const { page } = desk;
  const order = shop.store.state.addOrder({ productName: '=1+1', quantity: 1, priceMinor: 450 }).id;
  const payment = shop.store.state.addPayment({ orderId: order, amountMinor: 450 }).id;
  await refresh(page);
  const detail = await openOrder(page, order);
  await button(detail, 'Mark completed').click();
  await expect(detail.getByRole('listitem')).toContainText('Completed');
  await button(detail, 'Mark failed').click();
  const dialog = page.getByRole('dialog', { name: 'Correct a payment' });
  await textBox(dialog, 'Reason').fill('Card was charged back');
  await button(dialog, 'Correct to failed').click();
  await expect(detail.getByRole('listitem')).toContainText('Failed');
  return { desk, made: { order, payment } };
}

test('an order answers who marked it, when and why; Activity finds it and goes back to it', async ({ desks, shop }) => {
  const { desk, made } = await workedDesk(desks, shop);
  const { page } = desk;
  const story = orderDetail(page, made.order).getByRole('region', { name: 'Timeline' });
  // What the server tells, and what this desk did.
  await expect(story.getByRole('article')).toHaveText([/completed → failed/, /pending → completed/, /recorded/, /Order created/]);
  await expect(story.getByRole('article').first()).toContainText('completed → failed');
  await expect(story.getByRole('article').first()).toContainText('Card was charged back');
  await expect(story.getByRole('article').first()).toContainText('Pat Example');
  await button(story, 'Show in Activity').click();
  await expect(entries(page)).toHaveAttribute('aria-rowcount', '3');

  // Another desk's or another order's entries are none of this one's.
  await page.getByRole('button', { name: /^Order \d+/ }).click();
  await search(page).fill('charged BACK');
  await expect(entries(page)).toHaveAttribute('aria-rowcount', '2');
  await search(page).press('ArrowDown');
  const entry = page.getByRole('region', { name: 'Entry' });
  await expect(entry).toContainText('Card was charged back');
  await expect(entry).toContainText('The server said yes');
  await expect(entry).toContainText('by Pat Example');
  await page.keyboard.press('Enter');
  await expect(entry).toBeFocused();
  await expectNoViolations(page, 'an entry');
  await expectOnlyWords(page);
  await button(entry, `Show order ${made.order}`).click();
  await expect(orderDetail(page, made.order)).toBeVisible();
});

test('outcomes, clerks and days narrow the list, and what is empty says why', async ({ desks, shop }) => {
  const { desk } = await workedDesk(desks, shop);
  const { page } = desk;
  await goTo(page, 'Activity');
  await expect(entries(page)).toHaveAttribute('aria-rowcount', '3');
  await button(page, 'Refused').click();
  await expect(page.getByText('Nothing found')).toBeVisible();
  await button(page, 'Show everything').click();
  await button(page, 'Needs you 0').click();
  await expect(page.getByText('Nothing needs you')).toBeVisible();
  await button(page, 'Done').click();
  await expect(entries(page)).toHaveAttribute('aria-rowcount', '3');
  await page.getByLabel('Clerk').selectOption('Pat Example');
  await expect(entries(page)).toHaveAttribute('aria-rowcount', '3');
  await page.getByLabel('From').fill('2001-01-01');
  await page.getByLabel('To').fill('2001-01-02');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await expectNoViolations(page, 'nothing found');
  await page.getByLabel('To').fill('');
  await expect(entries(page)).toHaveAttribute('aria-rowcount', '3');
  expect(await unreachedByTab(page)).toEqual([]);
});

test('the check says that all is as it was written, and after tampering which entry is not', async ({ desks, shop }) => {
  const { desk } = await workedDesk(desks, shop);
  await goTo(desk.page, 'Activity');
  await button(desk.page, 'Verify the journal').click();
  await expect(desk.page.getByText(/All 6 entries are as they were written\./).first()).toBeVisible();
  await desks.close(desk);

  // A clerk who knows SQL gives the correction to a colleague.
  await alterJournal(desk.folder, "UPDATE entry SET body = replace(body, 'Pat Example', 'Bob Example') WHERE sequence = 4");
  const altered = await desks.open({ folder: desk.folder });
  await altered.page.getByRole('grid', { name: 'Orders' }).waitFor();
  await goTo(altered.page, 'Activity');
  await button(altered.page, 'Verify the journal').click();
  await expect(altered.page.getByRole('alert')).toContainText('Entry 4 is not as it was written.');
  await expectNoViolations(altered.page, 'a journal that was altered');
  await desks.close(altered);

  await alterJournal(
    desk.folder,
    "UPDATE entry SET body = replace(body, 'Bob Example', 'Pat Example') WHERE sequence = 4; DELETE FROM standing WHERE sequence = 4; DELETE FROM entry WHERE sequence > 3; UPDATE head SET entries = 3, hash = (SELECT hash FROM entry WHERE sequence = 3)",
  );
  const cut = await desks.open({ folder: desk.folder });
  await cut.page.getByRole('grid', { name: 'Orders' }).waitFor();
  await goTo(cut.page, 'Activity');
  await button(cut.page, 'Verify the journal').click();
  await expect(cut.page.getByRole('alert')).toContainText('Entries are missing from number 4 on');
});

test('exports what is listed for a spreadsheet, and the journal with its hashes', async ({ desks, shop }) => {
  const { desk, made } = await workedDesk(desks, shop);
  const { page } = desk;
  await goTo(page, 'Activity');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const target = join(desk.folder, 'taken along.csv');

  await answerSaveDialog(desk, null);
  await button(page, 'Export…').click();
  await button(dialog, 'Export').click();
  await expect(dialog).toBeHidden();

  await answerSaveDialog(desk, target);
  await search(page).fill('charged back');
  await expect(entries(page)).toHaveAttribute('aria-rowcount', '2');
  await button(page, 'Export…').click();
  await expect(dialog).toContainText('1 entry, as filtered');
  await button(dialog, 'Export').click();
  await expect(page.getByRole('status').filter({ hasText: '1 entry saved to' })).toBeVisible();
  const rows = (await readFile(target, 'utf8')).split('\r\n');
  expect(rows).toHaveLength(3);
  expect(rows[1]).toContain(
    `,Pat Example,practice,Mark,${made.payment},${made.order},'=1+1,4.50,completed,failed,Card was charged back,Done,1,`,
  );

  // A place where nothing can be written: one sentence, and no half file.
  const blocked = join(desk.folder, 'a folder.csv');
  await mkdir(blocked);
  await answerSaveDialog(desk, blocked);
  await button(page, 'Export…').click();
  await dialog.getByRole('radio', { name: /The whole journal/ }).check();
  await button(dialog, 'Export').click();
  await expect(page.getByRole('alert')).toContainText('The file could not be saved there. Choose another folder, then try again.');
  expect((await readdir(desk.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);

  const proof = join(desk.folder, 'proof.jsonl');
  await answerSaveDialog(desk, proof);
  await button(dialog, 'Export').click();
  await expect(page.getByRole('status').filter({ hasText: '6 entries saved to' })).toBeVisible();
  const lines = (await readFile(proof, 'utf8')).trimEnd().split('\n');
  const hashes = lines.map((line) => JSON.parse(line) as { previous: string; hash: string });
  expect(hashes.slice(1).map(({ previous }) => previous)).toEqual(hashes.slice(0, -1).map(({ hash }) => hash));
});

test('the shift sheet counts the day, and is printed without the console around it', async ({ desks, shop }) => {
  const { desk } = await workedDesk(desks, shop);
  const { app, page } = desk;
  await goTo(page, 'Activity');
  await button(page, 'Shift sheet…').click();
  const sheet = page.getByRole('article', { name: /^Shift sheet of/ });
  await expect(sheet.getByRole('row', { name: /^Pat Example/ })).toContainText('2');
  await expect(sheet.getByRole('row', { name: /^Marked completed/ })).toHaveText(/1\s*4\.50/);
  await expect(sheet.getByRole('row', { name: /^Corrected to failed/ })).toHaveText(/1\s*4\.50/);
  await expectNoViolations(page, 'the shift sheet');

  await app.evaluate(({ webContents }) => {
    const [own] = webContents.getAllWebContents();
    if (own === undefined) throw new Error('no window');
    own.print = (_options, done) => {
      Reflect.set(globalThis, 'printed', (Number(Reflect.get(globalThis, 'printed')) || 0) + 1);
      done?.(false, 'Print job canceled');
    };
  });
  await button(page, 'Print').click();
  await expect.poll(() => app.evaluate(() => Number(Reflect.get(globalThis, 'printed')))).toBe(1);
  // Thinking better of it is no failure.
  await expect(page.getByRole('alert')).toHaveText('');

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(button(page, 'Print')).toBeHidden();
  expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
  // From the paper's left edge to below its window: neither the console's columns nor its height cut it.
  const drawn = await sheet.boundingBox();
  expect(drawn?.x).toBeLessThan(2);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThanOrEqual(Math.floor(drawn?.height ?? 0));
  const pages = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
    return [...(pdf?.toString('latin1') ?? '').matchAll(/\/Type \/Page\b(?!s)/g)].length;
  });
  expect(pages).toBe(1);
  await page.emulateMedia({ media: null, colorScheme: null });

  await page.getByLabel('Day', { exact: true }).fill('2001-01-01');
  await expect(page.getByText('No mark was done on this day.')).toBeVisible();
  await button(page, 'Back to Activity').click();
  await expect(entries(page)).toBeVisible();
});
