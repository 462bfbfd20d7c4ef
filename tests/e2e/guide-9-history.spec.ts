// Guide 9, the history: all of it, newest first, searched, filtered, sorted, and walked to its last row by keyboard.
import { expect, type Locator, type Page } from 'playwright/test';
import { arrive, button, goTo, historyPane, openOrder, orderDetail, orderRow, ordersGrid, search } from './support/console.ts';
import { test } from './support/one-desk.ts';
import type { Shop } from './support/shop.ts';

const ORDERS = 3_000;

test.use({ behaviour: { orders: ORDERS } });

const firstRow = (page: Page): Locator => page.getByRole('row', { name: /^Order \d+$/ }).first();
const chip = (page: Page, word: string): Locator =>
  page.getByRole('group', { name: 'Payment status' }).getByRole('button', { name: new RegExp(`^${word} [\\d.,\\s]+$`) });
const head = (page: Page, name: string): Locator => page.getByRole('columnheader', { name });

function numbers(shop: Shop): number[] {
  return Array.from({ length: shop.store.state.orderCount }, (_, index) => index + 1);
}

/** `1250.00`: as it is written without its currency and without grouping. */
function amountText(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}

/** The orders that a person would call a match, found in the server's own data. */
function matching(shop: Shop, words: readonly string[]): number[] {
  return numbers(shop).filter((id) => {
    const { productName = '', priceMinor = 0, quantity = 0 } = shop.store.state.order(id) ?? {};
    const payments = shop.store.state.paymentsOf(id).map(({ amountMinor }) => amountMinor);
    const texts = [String(id), productName.toLowerCase(), ...[priceMinor * quantity, ...payments].map(amountText)];
    return words.every((word) => texts.some((text) => text.includes(word.toLowerCase())));
  });
}

async function expectRows(page: Page, count: number): Promise<void> {
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(count + 1));
}

test('the whole history, newest first, walked to its last order by keyboard', async ({ page }) => {
  await expectRows(page, ORDERS);
  await expect(firstRow(page)).toHaveAccessibleName('Order 3000');
  await expect(head(page, 'Order')).toHaveAttribute('aria-sort', 'descending');

  await search(page).press('ArrowDown');
  await expect(ordersGrid(page)).toBeFocused();
  await page.keyboard.press('End');
  const last = orderRow(page, 1);
  await expect(last).toHaveAttribute('aria-rowindex', String(ORDERS + 1));
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport();
  await expect(ordersGrid(page)).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? 'none');
  await expect(orderDetail(page, 1)).toBeVisible();

  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowUp');
  await expect(last).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Home');
  await expect(orderRow(page, 3000)).toHaveAttribute('aria-rowindex', '2');
  await expect(orderRow(page, 3000)).toBeInViewport();
  // Far from all rows are in the document, and those that are have their facts.
  expect(await page.getByRole('row', { name: /^Order \d+$/ }).count()).toBeLessThan(100);
});

test('the search finds numbers, parts of words, several words, and any script', async ({ page, shop }) => {
  await arrive(page, shop, { productName: 'Cafe\u0301 filter, cre\u0300me', quantity: 1, priceMinor: 100 });
  for (const [typed, words] of [
    ['2999', ['2999']],
    ['299 a', ['299', 'a']],
    ['keyb', ['keyb']],
    ['LAMP desk', ['lamp', 'desk']],
    ['crème brûlée', ['crème', 'brûlée']],
    ['قهوة عربية', ['قهوة', 'عربية']],
    ['टोपी', ['टोपी']],
    ['harbour & <', ['harbour', '&', '<']],
  ] as const) {
    await test.step(typed, async () => {
      const found = matching(shop, words);
      expect(found.length).toBeGreaterThan(0);
      await search(page).fill(typed);
      await expectRows(page, found.length);
      await expect(firstRow(page)).toHaveAccessibleName(`Order ${found.at(-1)}`);
    });
  }
  // Whoever types a whole number means that order, however many others contain it.
  await search(page).fill('29');
  await expectRows(page, matching(shop, ['29']).length);
  await expect(firstRow(page)).toHaveAccessibleName('Order 29');
  // An accent typed as one character finds one stored as two.
  await search(page).fill('café filter');
  await expectRows(page, 1);
  await expect(firstRow(page)).toHaveAccessibleName(`Order ${ORDERS + 1}`);
});

test('nothing found is told, with a way out', async ({ page }) => {
  await search(page).fill('no such thing');
  await expect(historyPane(page)).toContainText('No order matches');
  await expect(historyPane(page)).toContainText('no such thing');
  await button(page, 'Show all orders').click();
  await expectRows(page, ORDERS);
  await expect(search(page)).toHaveValue('');

  await search(page).fill('987654321');
  await expect(historyPane(page)).toContainText('No order matches');
  await search(page).press('Escape');
  await expectRows(page, ORDERS);
});

test('each status filters to as many orders as its chip says', async ({ page, shop }) => {
  const pending = numbers(shop).filter((id) => shop.store.state.paymentsOf(id).some(({ status }) => status === 'pending')).length;
  const none = numbers(shop).filter((id) => shop.store.state.paymentsOf(id).length === 0).length;
  const count = async (word: string): Promise<number> => Number((await chip(page, word).innerText()).replace(/\D/g, ''));
  expect(await count('Pending')).toBe(pending);
  expect(await count('No payment')).toBe(none);
  expect(await count('All')).toBe(ORDERS);

  let sum = 0;
  for (const word of ['Pending', 'Partly paid', 'Completed', 'Failed', 'No payment']) {
    sum += await count(word);
    await chip(page, word).click();
    await expect(chip(page, word)).toHaveAttribute('aria-pressed', 'true');
    await expectRows(page, await count(word));
    await expect(firstRow(page)).toContainText(word);
  }
  expect(sum).toBe(ORDERS);

  // Chips count within what is searched for; pressing one again lifts it.
  await search(page).fill('lamp');
  await expect(chip(page, 'All')).toHaveText(new RegExp(`^All ${matching(shop, ['lamp']).length}$`));
  await chip(page, 'No payment').click();
  await expectRows(page, matching(shop, ['lamp']).length);
});

test('columns sort both ways and say how', async ({ page, shop }) => {
  const total = (id: number): number => {
    const order = shop.store.state.order(id);
    return (order?.priceMinor ?? 0) * (order?.quantity ?? 0);
  };
  const totals = numbers(shop).map(total);
  const ofFirst = async (): Promise<number> => total(Number((await firstRow(page).getAttribute('aria-label'))?.replace(/\D/g, '')));

  await head(page, 'Total').getByRole('button').click();
  await expect(head(page, 'Total')).toHaveAttribute('aria-sort', 'descending');
  await expect(head(page, 'Order')).toHaveAttribute('aria-sort', 'none');
  await expect.poll(ofFirst).toBe(Math.max(...totals));

  await head(page, 'Total').getByRole('button').press('Enter');
  await expect(head(page, 'Total')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(ofFirst).toBe(Math.min(...totals));

  await head(page, 'Created').getByRole('button').click();
  await expect(firstRow(page)).toHaveAccessibleName('Order 3000');
  await head(page, 'Created').getByRole('button').click();
  await expect(firstRow(page)).toHaveAccessibleName('Order 1');
});

test('search, filter, sorting, selection and place survive another screen', async ({ page }) => {
  await head(page, 'Order').getByRole('button').click();
  await search(page).fill('a');
  await chip(page, 'Completed').click();
  await search(page).press('ArrowDown');
  await page.keyboard.press('End');
  const selected = page.getByRole('row', { selected: true });
  await expect(selected).toBeInViewport();
  const name = (await selected.getAttribute('aria-label')) ?? 'none';

  await goTo(page, 'Insights');
  await expect(ordersGrid(page)).toHaveCount(0);
  await goTo(page, 'Orders');
  await expect(search(page)).toHaveValue('a');
  await expect(chip(page, 'Completed')).toHaveAttribute('aria-pressed', 'true');
  await expect(head(page, 'Order')).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('row', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('row', { name, exact: true })).toBeInViewport();
  await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
});

test('rows that arrive do not take the selection away', async ({ page, shop }) => {
  await openOrder(page, 2990);
  await search(page).fill('');
  const { id } = await arrive(page, shop, { productName: 'Newest of all', quantity: 1, priceMinor: 100 });
  await expect(firstRow(page)).toHaveAccessibleName(`Order ${id}`);
  await expect(orderRow(page, 2990)).toHaveAttribute('aria-selected', 'true');
  await expect(orderDetail(page, 2990)).toBeVisible();
});
