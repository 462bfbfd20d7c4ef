// The main job at servers that differ: find an order by search, open it, mark its payment completed, see it in the history.
import { expect, type Locator, type Page } from 'playwright/test';
import { PRACTICE_ACCOUNT } from '../../src/main/practice/people.ts';
import type { PaymentRow } from '../../src/main/practice/shop.ts';
import {
  amount,
  button,
  dialog,
  expectOnlyWords,
  figure,
  historyPane,
  openOrder,
  orderRow,
  ordersGrid,
  refresh,
  search,
  textBox,
  truthBar,
} from './support/console.ts';
import { expectNothingUnsent } from './support/marking.ts';
import { test } from './support/one-desk.ts';
import { SERVERS } from './support/servers.ts';
import type { Shop } from './support/shop.ts';

const shownOrders = (shop: Shop): readonly number[] => shop.store.state.ordersShownTo(PRACTICE_ACCOUNT.username);

function firstPending(shop: Shop): PaymentRow {
  const payments = shownOrders(shop).flatMap((id) => shop.store.state.paymentsOf(id));
  const pending = payments.find(({ status }) => status === 'pending');
  if (pending === undefined) throw new Error('nothing is pending in this shop');
  return pending;
}

async function doTheMainJob(page: Page, shop: Shop): Promise<Locator> {
  const { id, orderId, amountMinor } = firstPending(shop);
  const detail = await openOrder(page, orderId);
  await expect(figure(detail, 'Due')).toHaveText(amount((amountMinor / 100).toFixed(2)));
  await button(detail, 'Mark completed').click();
  await expect(page.getByRole('status').filter({ hasText: `Payment ${id} of order ${orderId} marked completed` })).toBeVisible();
  expect(shop.store.state.payment(id)?.status).toBe('completed');
  await refresh(page);
  await expect(orderRow(page, orderId)).toContainText('Completed');
  await expect(figure(detail, 'Due')).toHaveText(amount('0.00'));
  await search(page).fill('');
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(shownOrders(shop).length + 1));
  await expectOnlyWords(page);
  return detail;
}

/** No slash is forgotten, which would make a POST a GET on the way; nothing is asked of a host that the server names; no cookie comes back. */
function expectPlainCalls(shop: Shop): void {
  const { requests } = shop.store;
  expect(requests.filter(({ status, path }) => status === 301 || !/\/$|\.png$/.test(path)).map(({ path }) => path)).toEqual([]);
  expect(requests.filter(({ headers }) => 'cookie' in headers)).toEqual([]);
  expect(new Set(requests.map(({ headers }) => headers['host']?.split(':')[1]))).toEqual(new Set([new URL(shop.url).port]));
}

for (const [name, { behaviour, address, dated = true }] of Object.entries(SERVERS)) {
  test.describe(name, () => {
    test.use({ behaviour, ...(address === undefined ? {} : { address }) });

    test('does the main job, also when the access token has run out', async ({ page, shop }) => {
      shop.store.state.expireTokens('access');
      const detail = await doTheMainJob(page, shop);
      await expect(detail.locator('dt', { hasText: 'Created' }).locator('+ dd')).toHaveText(dated ? /\d/ : '—');
      expectPlainCalls(shop);
    });
  });
}

test.describe('one that shows only one’s own orders', () => {
  test.use({ behaviour: { ownOnly: true } });

  test('is said to be one for as long as it is, and no longer', async ({ page, shop }) => {
    const own = historyPane(page).getByText('Every order here is your own.');
    await expect(own).toBeVisible();
    await button(truthBar(page), /^Data/).click();
    await expect(page.getByRole('dialog', { name: 'Data' })).toContainText('Yours, all of them.');
    await page.keyboard.press('Escape');
    // From now on it shows everything, and says no more than that.
    shop.store.behaviour.ownOnly = false;
    await refresh(page);
    await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', String(shop.store.state.orderCount + 1));
    await expect(own).toHaveCount(0);
  });
});

for (const retryAfter of [1, null]) {
  test.describe(`one that asks for patience, ${retryAfter === null ? 'without saying for how long' : 'and for how long'}`, () => {
    test('loses no mark: it waits, says so, and goes out by itself', async ({ page, shop }) => {
      const { id, orderId } = firstPending(shop);
      const detail = await openOrder(page, orderId);
      shop.store.behaviour.throttle = { retryAfter };
      await button(detail, 'Mark completed').click();
      const says = page
        .getByRole('status')
        .filter({ hasText: `Payment ${id} of order ${orderId} waits to be sent. The server asks for fewer` });
      await expect(says).toBeAttached();
      expect(shop.store.state.payment(id)?.status).toBe('pending');
      shop.store.behaviour.throttle = null;
      await expect.poll(() => shop.store.state.payment(id)?.status).toBe('completed');
      await expectNothingUnsent(page);
      expect(shop.count('PATCH', /payments/)).toBe(1);
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
