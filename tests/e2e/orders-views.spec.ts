// Views of the history: columns, density, sorting, saved views with counts, files, and everything as it was after a restart.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { unusableControls } from './support/clipped.ts';
import { button, goTo, orderDetail, orderRow, ordersGrid, search } from './support/console.ts';
import { type Desk, openOrders } from './support/desk.ts';
import { expectVisibleFocus, tabTo, unreachedByTab } from './support/focus.ts';
import { test } from './support/test.ts';

test.use({ behaviour: { orders: 300 } });

const views = (page: Page): Locator => page.getByRole('dialog', { name: 'Views' });
const openViews = (page: Page): Promise<void> => page.getByRole('button', { name: /^Views/ }).click();
const viewNames = (page: Page): Locator => views(page).getByRole('list', { name: 'Saved views' }).getByRole('listitem');
const heads = (page: Page): Locator => ordersGrid(page).getByRole('columnheader');
const said = (page: Page, text: string | RegExp): Locator => page.getByRole('status').filter({ hasText: text });

/** What has been kept on the disk of where somebody stands. */
async function keptPlace(desk: Desk): Promise<Record<string, unknown> | undefined> {
  const text = await readFile(join(desk.folder, 'views.json'), 'utf8').catch(() => '{}');
  return (JSON.parse(text) as { places?: { place: Record<string, unknown> }[] }).places?.[0]?.place;
}

async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
    dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths: [filePath] })) as typeof dialog.showOpenDialog;
  }, path);
}

test('columns are chosen, moved and reset by keys alone, rows stand denser, and all of it is there after a restart', async ({
  desks,
  shop,
}) => {
  const desk = await desks.open();
  const { page } = desk;
  await openOrders(desk, shop);
  await tabTo(page, page.getByRole('button', { name: 'Columns' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  await expect(dialog).toBeVisible();
  await expectNoViolations(page, 'Columns');
  await tabTo(page, dialog.getByRole('checkbox', { name: 'Quantity' }));
  await expectVisibleFocus(page);
  await page.keyboard.press('Space');
  await tabTo(page, dialog.getByRole('checkbox', { name: 'Paid' }));
  await page.keyboard.press('Space');
  await tabTo(page, dialog.getByRole('button', { name: 'Move Paid to the back' }));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('radio', { name: 'Comfortable' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  const shown = ['Order', 'Product', 'Total', 'Due', 'Paid', 'Created', 'Payment status'];
  await expect(heads(page)).toHaveText(shown);
  const height = () => orderRow(page, 300).evaluate((row) => row.getBoundingClientRect().height);
  expect(await height()).toBe(28);
  await expect.poll(async () => (await keptPlace(desk))?.['look']).toMatchObject({ density: 'compact' });

  const again = await desks.restart(desk);
  await expect(heads(again.page)).toHaveText(shown);
  await button(again.page, 'Columns').click();
  await button(again.page, 'Reset').click();
  await button(again.page, 'Done').click();
  await expect(heads(again.page)).toHaveText(['Order', 'Product', 'Quantity', 'Total', 'Due', 'Created', 'Payment status']);
});

test('sorts by several columns, told by numbers and in words, with aria-sort on the first alone', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  const head = (name: string) => ordersGrid(page).getByRole('columnheader', { name });
  const sorter = (name: string) => ordersGrid(page).getByRole('button', { name, exact: true });
  await sorter('Payment status').click();
  await sorter('Due').focus();
  await page.keyboard.press('Shift+Enter');
  await expect(head('Payment status')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head('Due')).not.toHaveAttribute('aria-sort');
  await expect(sorter('Due')).toHaveAttribute('aria-description', 'Second of 2 in the sorting, descending');
  await sorter('Total').click({ modifiers: ['Shift'] });
  await expect(sorter('Total')).toHaveAttribute('aria-description', 'Third of 3 in the sorting, descending');
  await expectNoViolations(page, 'sorted by three');
  await sorter('Order').click();
  await expect(head('Order')).toHaveAttribute('aria-sort', 'descending');
  await expect(head('Payment status')).toHaveAttribute('aria-sort', 'none');
});

test('chips have keys and counts; with letter keys off they have none', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  const chip = (name: string) => page.getByRole('group', { name: 'Payment status' }).getByRole('button', { name: new RegExp(`^${name}`) });
  await page.keyboard.press('4');
  await expect(chip('Failed')).toHaveAttribute('aria-pressed', 'true');
  await expect(chip('Failed')).toHaveAttribute('title', 'Failed (4)');
  await page.keyboard.press('5');
  await expect(chip('No payment')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('5');
  await expect(chip('All')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('2');
  await page.keyboard.press('0');
  await expect(chip('All')).toHaveAttribute('aria-pressed', 'true');
  await search(page).fill('');
  await search(page).press('4');
  await expect(search(page)).toHaveValue('4');
  await expect(chip('All')).toHaveAttribute('aria-pressed', 'true');
});

test('views are saved, counted, switched by key, renamed, deleted and brought back', async ({ desks, shop }) => {
  const desk = await desks.open();
  const { page } = desk;
  await openOrders(desk, shop);
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('button', { name: 'Views Waiting for payment' })).toBeVisible();
  const waiting = await ordersGrid(page).getAttribute('aria-rowcount');
  await openViews(page);
  await expect(viewNames(page).first()).toContainText(String(Number(waiting) - 1));
  await expect(viewNames(page).first().getByRole('button').first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');

  await page.keyboard.press('4');
  await ordersGrid(page).getByRole('button', { name: 'Total' }).click();
  const failed = Number(await ordersGrid(page).getAttribute('aria-rowcount')) - 1;
  await openViews(page);
  const name = views(page).getByRole('textbox', { name: 'Save what is shown now as' });
  await name.fill('partly PAID');
  await name.press('Enter');
  await expect(name).toHaveAccessibleDescription(/There is a view of that name/);
  await name.fill('Large failures');
  await name.press('Enter');
  await expect(viewNames(page)).toHaveCount(5);
  await expect(viewNames(page).last()).toContainText(String(failed));
  await expectNoViolations(page, 'Views');
  expect(await unreachedByTab(page)).toEqual([]);

  await button(views(page), 'Rename Large failures').click();
  await page.keyboard.type('Failures, large first');
  await page.keyboard.press('Enter');
  await expect(viewNames(page).last()).toContainText('Failures, large first');
  await button(views(page), 'Delete Partly paid').click();
  await expect(viewNames(page)).toHaveCount(4);
  await button(views(page), 'Bring it back').click();
  await expect(viewNames(page)).toHaveCount(5);
  await expect(viewNames(page).nth(1)).toContainText('Partly paid');
  await button(views(page), 'Close').click();
  await page.keyboard.press('0');
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('button', { name: 'Views Failures, large first' })).toBeVisible();
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(failed + 1));

  const again = await desks.restart(desk);
  await expect(again.page.getByRole('button', { name: 'Views Failures, large first' })).toBeVisible();
});

test('views go to a file and come from one; a bad file gets a sentence and changes nothing', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  const file = join(await mkdtemp(join(tmpdir(), 'paydesk-views-')), 'views.json');
  await answerDialogs(desk.app, file);
  await openViews(page);
  await button(views(page), 'Export…').click();
  await expect(said(page, `The views were saved in ${file}`)).toHaveCount(1);
  const exported = JSON.parse(await readFile(file, 'utf8')) as { views: { name: string; query: { text: string } }[] };
  expect(exported).toMatchObject({ paydesk: 'views', version: 1 });
  await button(views(page), 'Import…').click();
  await expect(said(page, 'All views of that file are here already.')).toHaveCount(1);

  const changed = exported.views.map((view) => ({ ...view, query: { ...view.query, text: 'acer' } }));
  await writeFile(file, JSON.stringify({ ...exported, views: changed.slice(0, 1) }));
  await button(views(page), 'Import…').click();
  await expect(viewNames(page).last()).toContainText('Waiting for payment (2)');

  for (const [text, sentence] of [
    ['{', 'That file holds no Paydesk views.'],
    [JSON.stringify({ ...exported, version: 99 }), 'That file was written by a newer Paydesk.'],
    [JSON.stringify({ ...exported, views: [{}] }), 'That file of views is damaged.'],
  ] as const) {
    await writeFile(file, text);
    await button(views(page), 'Import…').click();
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toHaveCount(1);
    await expect(viewNames(page)).toHaveCount(5);
  }
});

test('query, sorting, scroll position and open order are there after leaving the screen, after a restart, and after signing in again', async ({
  desks,
  shop,
}) => {
  const desk = await desks.open();
  const { page } = desk;
  await openOrders(desk, shop);
  await ordersGrid(page).getByRole('button', { name: 'Order', exact: true }).click();
  await expect(orderRow(page, 1)).toBeVisible();
  await ordersGrid(page).focus();
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('PageDown');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('region', { name: /^Order \d+$/ });
  const open = Number((await detail.getAttribute('aria-label'))?.replace('Order ', ''));
  expect(open).toBeGreaterThan(60);
  const firstInSight = (at: Page) =>
    ordersGrid(at).evaluate((grid) => {
      const top = grid.getBoundingClientRect().top + 32;
      const rows = [...grid.querySelectorAll('[role=row][aria-label^="Order "]')];
      return rows.find((row) => row.getBoundingClientRect().bottom > top + 1)?.getAttribute('aria-label');
    });
  const first = await firstInSight(page);
  await goTo(page, 'Settings');
  await goTo(page, 'Orders');
  expect(await firstInSight(page)).toBe(first);
  await expect(orderDetail(page, open)).toBeVisible();
  await expect.poll(async () => (await keptPlace(desk))?.['selected']).toBe(open);

  const again = await desks.restart(desk);
  await expect(orderDetail(again.page, open)).toBeVisible();
  await expect(orderRow(again.page, open)).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => firstInSight(again.page)).toBe(first);
  await expect(ordersGrid(again.page).getByRole('columnheader', { name: 'Order' })).toHaveAttribute('aria-sort', 'ascending');

  await button(again.page, 'Sign out').click();
  await openOrders(again, shop);
  await expect(orderDetail(again.page, open)).toBeVisible();
  await expect.poll(() => firstInSight(again.page)).toBe(first);
});

test('at 200 % views and columns can be used', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: 640, height: 400, deviceScaleFactor: 2, mobile: false });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640);
  await expect.poll(() => unusableControls(page), 'Orders').toEqual([]);
  await openViews(page);
  await expect(viewNames(page)).toHaveCount(4);
  await expect.poll(() => unusableControls(page), 'Views').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible();
  await expect.poll(() => unusableControls(page), 'Columns').toEqual([]);
});
