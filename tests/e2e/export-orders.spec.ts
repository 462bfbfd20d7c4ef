// Exporting the history: exactly what is on the screen, read back from the disk by a strict reader; by keyboard; cancelled; on a full disk.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { button, expectOnlyWords, orderRow, ordersGrid, refresh, search } from './support/console.ts';
import { type Desk, openOrders } from './support/desk.ts';
import { answerSaveDialog } from './support/prepared.ts';
import { test } from './support/test.ts';

const exporting = (page: Page) => page.getByRole('dialog', { name: 'Export orders' });

/** RFC 4180 by the letter: CRLF behind every row, quotes doubled, none in a bare cell. */
function strictRows(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const from = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) throw new Error(`no cell at ${from}: ${text.slice(from, from + 40)}`);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

async function savedRows(path: string): Promise<string[][]> {
  const text = await readFile(path, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows = strictRows(text.slice(1));
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  return rows;
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'paydesk-orders-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function exportTo(desk: Desk, path: string): Promise<void> {
  await answerSaveDialog(desk, path);
  await button(desk.page, 'Export…').click();
  await button(exporting(desk.page), 'Export').click();
  await expect(exporting(desk.page).getByText(/saved to/)).toBeVisible();
}

test('writes just the orders that are searched, filtered and sorted for, and nothing runs as a formula', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  const { page } = desk;
  const hostile = ['=HYPERLINK("http://evil.example","Total")', '+1', '\u200b=1', 'one;=2', 'Rice, "long"\nbasmati'];
  const made = hostile.map(
    (name, index) => shop.store.state.addOrder({ productName: `${name} zebra`, quantity: 1, priceMinor: 100 * (index + 1) }).id,
  );
  await refresh(page);
  await search(page).fill('zebra');
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(hostile.length + 1));
  await page.getByRole('columnheader', { name: 'Total' }).getByRole('button').click();
  await expect(orderRow(page, made.at(-1) ?? 0)).toHaveAttribute('aria-rowindex', '2');
  await withFolder(async (folder) => {
    const path = join(folder, 'orders.csv');
    await exportTo(desk, path);
    await expect(exporting(page)).toContainText(`${hostile.length} orders saved to ${path}`);
    const [head, ...rows] = await savedRows(path);
    expect(head).toEqual(['Order', 'Product', 'Quantity', 'Total', 'Due', 'Created (UTC)', 'Payment status']);
    expect(rows.map(([id]) => Number(id))).toEqual(made.toReversed());
    expect(rows.map(([, product]) => product)).toEqual([
      'Rice, "long" basmati zebra',
      "one;'=2 zebra",
      "'=1 zebra",
      "'+1 zebra",
      `'=HYPERLINK("http://evil.example","Total") zebra`,
    ]);
    expect(rows.map(([, , quantity, total]) => [quantity, total])).toEqual(
      ['5.00', '4.00', '3.00', '2.00', '1.00'].map((total) => ['1', total]),
    );
    expect(await readdir(folder)).toEqual(['orders.csv']);
  });
});

test('by keyboard alone: all columns of the whole history, and the focus finds its way back', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  const { page } = desk;
  await withFolder(async (folder) => {
    const path = join(folder, 'all.csv');
    await answerSaveDialog(desk, path);
    await search(page).focus();
    await page.keyboard.press('Control+Shift+E');
    await expect(exporting(page)).toContainText(/^Export orders60 orders, as shown, as of \d\d:\d\d\./);
    await expectNoViolations(page, 'an export');
    await expectOnlyWords(page);
    await exporting(page)
      .getByRole('radio', { name: /^Columns as shown/ })
      .focus();
    await page.keyboard.press('ArrowDown');
    await expect(exporting(page).getByRole('radio', { name: /^All columns/ })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: `60 orders saved to ${path}` })).toHaveCount(1);
    await expect(button(exporting(page), 'Close')).toBeFocused();
    await expectNoViolations(page, 'an export that is done');
    await page.keyboard.press('Enter');
    await expect(exporting(page)).toBeHidden();
    await expect(search(page)).toBeFocused();
    const [head, ...rows] = await savedRows(path);
    expect(head).toHaveLength(11);
    expect(rows.map(([id]) => Number(id))).toEqual(Array.from({ length: 60 }, (_, index) => 60 - index));
    for (const row of rows) expect(row[5]).toMatch(/^\d+\.\d\d$/);
  });
});

test('where nothing is listed there is nothing to export', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  await search(desk.page).fill('no such thing');
  await expect(ordersGrid(desk.page)).toHaveAttribute('aria-rowcount', '1');
  await desk.page.keyboard.press('Control+Shift+E');
  await expect(exporting(desk.page)).toContainText('No orders are shown');
  await expect(button(exporting(desk.page), 'Export')).toHaveAttribute('aria-disabled', 'true');
  await desk.page.keyboard.press('Escape');
  await expect(exporting(desk.page)).toBeHidden();
});

test('a file that cannot be written is said once, leaves what was there, and another place can be chosen', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  const { page } = desk;
  await withFolder(async (folder) => {
    // A folder bears the name.
    await mkdir(join(folder, 'orders.csv'));
    await answerSaveDialog(desk, join(folder, 'orders.csv'));
    await page.keyboard.press('Control+Shift+E');
    await button(exporting(page), 'Export').click();
    await expect(exporting(page)).toContainText('Nothing was exported. The file could not be saved there.');
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing was exported' })).toHaveCount(1);
    expect(await readdir(folder)).toEqual(['orders.csv']);
    await writeFile(join(folder, 'other.csv'), 'before');
    await answerSaveDialog(desk, null);
    await button(exporting(page), 'Export').click();
    await expect(button(exporting(page), 'Export')).toBeVisible();
    expect(await readFile(join(folder, 'other.csv'), 'utf8')).toBe('before');
    await answerSaveDialog(desk, join(folder, 'other.csv'));
    await button(exporting(page), 'Export').click();
    await expect(exporting(page).getByText(/saved to/)).toBeVisible();
    expect(await savedRows(join(folder, 'other.csv'))).toHaveLength(61);
  });
});

test.describe('of a long history', () => {
  test.use({ behaviour: { orders: 30_000 } });

  test('an export says how far it is, is cancelled without a trace, and goes on behind a closed dialog', async ({ desk, shop }) => {
    await openOrders(desk, shop);
    const { page } = desk;
    await withFolder(async (folder) => {
      const path = join(folder, 'orders.csv');
      await writeFile(path, 'before');
      // The disk takes nothing more until it is let go on: what is seen meanwhile depends on no speed.
      await slowDisk(desk, true);
      await answerSaveDialog(desk, path);
      await page.keyboard.press('Control+Shift+E');
      await button(exporting(page), 'Export').click();
      await expect(exporting(page).getByRole('progressbar', { name: 'Saving the orders' })).toBeVisible();
      await expect(exporting(page)).toContainText(/[\d,]+ of 30,000 orders/);
      await expectNoViolations(page, 'an export under way');
      await button(exporting(page), 'Cancel').click();
      await slowDisk(desk, false);
      await expect(exporting(page)).toContainText('Cancelled. Nothing was saved.');
      expect(await readdir(folder)).toEqual(['orders.csv']);
      expect(await readFile(path, 'utf8')).toBe('before');

      await slowDisk(desk, true);
      await button(exporting(page), 'Export').click();
      await button(exporting(page), 'Go on working').click();
      await expect(exporting(page)).toBeHidden();
      await expect(button(page, 'Exporting…')).toBeVisible();
      await slowDisk(desk, false);
      await expect(page.getByRole('status').filter({ hasText: '30,000 orders saved to' })).toBeVisible();
      await expect(button(page, 'Export…')).toBeVisible();
      const rows = await savedRows(path);
      expect(new Set(rows.slice(1).map(([id]) => id)).size).toBe(30_000);
      expect(existsSync(`${path}.part`)).toBe(false);
    });
  });
});

/** Holds a file behind its first piece, until it is let go. */
async function slowDisk({ app }: Desk, slow: boolean): Promise<void> {
  await app.evaluate(async (_electron, held) => {
    const own = globalThis as { letGo?: () => void; held?: Promise<void>; wrapped?: boolean };
    own.letGo?.();
    own.held = Promise.resolve();
    if (held) own.held = new Promise((resolve) => (own.letGo = resolve));
    if (own.wrapped) return;
    own.wrapped = true;
    const { open } = process.getBuiltinModule('node:fs/promises');
    const probe = await open(process.execPath, 'r');
    const prototype = Object.getPrototypeOf(probe) as typeof probe;
    await probe.close();
    const write = prototype.writeFile;
    const begun = new WeakSet<object>();
    prototype.writeFile = async function (this: typeof probe, ...args: Parameters<typeof write>) {
      if (begun.has(this)) await own.held;
      begun.add(this);
      return await write.apply(this, args);
    } as typeof write;
  }, slow);
}
