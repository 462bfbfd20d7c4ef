// The main job at servers that differ: find an order by search, open it, mark its payment completed, see it in the history.
import { expect, type Page } from 'playwright/test';
import type { PracticeBehaviour } from '../../src/main/practice/behaviour.ts';
import {
  amount,
  button,
  dialog,
  expectOnlyWords,
  figure,
  openOrder,
  orderRow,
  ordersGrid,
  refresh,
  search,
  textBox,
} from './support/console.ts';
import { test } from './support/one-desk.ts';
import type { Shop } from './support/shop.ts';

async function doTheMainJob(page: Page, shop: Shop): Promise<void> {
  const { id = 0, orderId = 0, amountMinor = 0 } = shop.store.state.firstPayment('pending') ?? {};
  const detail = await openOrder(page, orderId);
  await expect(figure(detail, 'Due')).toHaveText(amount((amountMinor / 100).toFixed(2)));
  await button(detail, 'Mark completed').click();
  await expect(page.getByRole('status').filter({ hasText: `Payment ${id} of order ${orderId} marked completed` })).toBeVisible();
  expect(shop.store.state.payment(id)?.status).toBe('completed');
  await refresh(page);
  await expect(orderRow(page, orderId)).toContainText('Completed');
  await expect(figure(detail, 'Due')).toHaveText(amount('0.00'));
  await search(page).fill('');
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(shop.store.state.orderCount + 1));
  await expectOnlyWords(page);
}

const SERVERS: Readonly<Record<string, Partial<PracticeBehaviour>>> = {
  'one that pages by number': { orders: 130, paging: 'page', pageSize: 25 },
  'one that pages by limit and offset': { orders: 130, paging: 'limit-offset', pageSize: 25 },
  'one that pages by cursor': { orders: 130, paging: 'cursor', pageSize: 25 },
  'one that sends decimals as numbers': { decimals: 'number' },
  'one with one payment for each order': { payments: 'one' },
  'one that takes PUT': { updateMethod: 'PUT' },
  'one that takes PUT with the whole payment': { updateMethod: 'PUT-whole' },
  'one that takes POST': { updateMethod: 'POST' },
  'one that authenticates by session first': { authentication: 'session-first' },
  'one that says more than the guide': { extraFields: true },
  'one that never rotates refresh tokens': { rotate: false, blacklist: false },
  'one that lets no payment be read': { readPayment: false },
  'one that differs in everything': {
    orders: 130,
    paging: 'cursor',
    pageSize: 7,
    decimals: 'number',
    payments: 'one',
    updateMethod: 'PUT-whole',
    readPayment: false,
    authentication: 'session-first',
    extraFields: true,
    rotate: false,
    profilePicture: 'none',
    logout: 'cookie-only',
  },
};

for (const [server, behaviour] of Object.entries(SERVERS)) {
  test.describe(server, () => {
    test.use({ behaviour });

    test('does the main job, also when the access token has run out', async ({ page, shop }) => {
      shop.store.state.expireTokens('access');
      await doTheMainJob(page, shop);
    });
  });
}

test.describe('one that says nothing of payments', () => {
  test.use({ behaviour: { payments: 'none', readPayment: false } });

  test('shows what this desk itself has recorded, and marks it', async ({ page, shop }) => {
    const detail = await openOrder(page, 60);
    await expect(figure(detail, 'Due')).toHaveText('—');
    await button(detail, 'Record payment').click();
    const form = dialog(page, 'Record payment');
    await textBox(form, 'Amount').fill('12.50');
    await expect(form).toContainText('What is due on this order is not known.');
    await button(form, 'Record payment').click();
    await expect(detail.getByRole('listitem')).toContainText('Pending');
    await button(detail, 'Mark completed').click();
    await expect(detail.getByRole('listitem')).toContainText('Completed');
    await refresh(page);
    await expect(detail.getByRole('listitem')).toContainText('Completed');
    expect(shop.store.state.paymentsOf(60).at(-1)).toMatchObject({ amountMinor: 1_250, status: 'completed' });
  });
});
