// The history pulled through the app's own network: an unchanged one is not sent again, and strange pages bring every order all the same.
import { expect, type Page } from 'playwright/test';
import { arrive, button, orderRow, ordersGrid } from './support/console.ts';
import { test } from './support/one-desk.ts';
import type { Shop } from './support/shop.ts';

/** What the shop answered to the history, oldest first. */
const answered = (shop: Shop): number[] =>
  shop.store.requests.filter(({ path }) => path === '/api/orders/history/').map(({ status }) => status);

async function expectRows(page: Page, count: number): Promise<void> {
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(count + 1));
}

test.describe('a shop that names its answers', () => {
  test.use({ behaviour: { orders: 300, etag: true } });

  test('sends an unchanged history once, and a changed one again', async ({ page, shop }) => {
    await expectRows(page, 300);
    await button(page, 'Refresh').click();
    await expect.poll(() => answered(shop)).toEqual([200, 304]);
    await expectRows(page, 300);
    await expect(page.getByRole('alert')).toHaveText('');

    await arrive(page, shop, { productName: 'Acer', quantity: 1, priceMinor: 100 });
    await expect(orderRow(page, 301)).toBeVisible();
    await expectRows(page, 301);
    expect(answered(shop)).toEqual([200, 304, 200]);
  });
});

test.describe('a shop whose pages name somebody else’s host', () => {
  test.use({ behaviour: { orders: 1_030, paging: 'page', pageSize: 50, links: 'other-host' } });

  test('is asked itself for every page, once', async ({ page, shop }) => {
    await expectRows(page, 1_030);
    expect(answered(shop)).toHaveLength(21);
  });
});
