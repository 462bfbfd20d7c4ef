// The clerk's rhythm: C, C, F, C, one key for each payment and no mouse; nothing is marked twice, skipped, or marked by a slip.
import { expect, type Page } from 'playwright/test';
import type { PaymentStatus } from '../../../src/main/practice/shop.ts';
import { button, ordersGrid, pendingRow, search, textBox } from '../support/console.ts';
import { openOrders } from '../support/desk.ts';
import { expectNothingUnsent, heldBar, numberBox, openPayments, pendingPayments, type Sent, sent, statusSays } from '../support/marking.ts';
import type { Shop } from '../support/shop.ts';
import { test } from '../support/test.ts';

const MARKS = 50;

/** C, C, F, C, and so on. */
const keyOf = (index: number): 'c' | 'f' => (index % 4 === 2 ? 'f' : 'c');
const statusOf = (index: number): PaymentStatus => (keyOf(index) === 'f' ? 'failed' : 'completed');
const byPayment = (a: Sent, b: Sent): number => a[0] - b[0];

/** One key for each, as fast as they can be pressed. */
async function pressAll(page: Page): Promise<void> {
  for (let index = 0; index < MARKS; index += 1) await page.keyboard.press(keyOf(index));
}

/** Each of these once, with what its key says, and nothing else in the whole shop. */
async function expectSent(page: Page, shop: Shop, payments: readonly number[]): Promise<void> {
  const wanted = payments.map((id, index): Sent => [id, statusOf(index)]).toSorted(byPayment);
  await expect.poll(() => sent(shop).toSorted(byPayment)).toEqual(wanted);
  await expectNothingUnsent(page);
  expect(sent(shop)).toHaveLength(MARKS);
  for (const [id, status] of wanted) expect(shop.store.state.payment(id)?.status).toBe(status);
}

for (const hold of [4, 1, 0]) {
  test.describe(`with a hold of ${hold} s`, () => {
    test.use({ behaviour: { orders: 600 }, settings: { hold } });

    test('fifty marks in Payments: each key is for the next pending one, oldest first', async ({ desk, shop }) => {
      const { page } = desk;
      const queue = pendingPayments(shop).map(({ id }) => id);
      expect(queue.length).toBeGreaterThan(MARKS);
      await openPayments(desk, shop);
      await pressAll(page);
      await expect(numberBox(page)).toHaveValue(String(queue[MARKS]));
      await expectSent(page, shop, queue.slice(0, MARKS));
      await expect(pendingRow(page, queue[MARKS] ?? 0)).toHaveAttribute('aria-selected', 'true');
      // However many rows have left above it.
      await expect(pendingRow(page, queue[MARKS] ?? 0)).toBeInViewport();
      await expect(pendingRow(page, queue[0] ?? 0)).toHaveCount(0);
    });

    test('fifty marks in Orders, among the pending ones', async ({ desk, shop }) => {
      const { page } = desk;
      await openOrders(desk, shop);
      await page
        .getByRole('group', { name: 'Payment status' })
        .getByRole('button', { name: /^Pending \d+$/ })
        .click();
      await search(page).focus();
      await page.keyboard.press('ArrowDown');
      await expect(ordersGrid(page)).toBeFocused();
      const queue = pendingPayments(shop)
        .toSorted((a, b) => b.orderId - a.orderId)
        .map(({ id }) => id);
      await expect(
        page.getByRole('region', { name: `Order ${shop.store.state.payment(queue[0] ?? 0)?.orderId}`, exact: true }),
      ).toBeVisible();
      await pressAll(page);
      await expectSent(page, shop, queue.slice(0, MARKS));
    });
  });
}

test.describe('a slip of the hand', () => {
  test.use({ settings: { hold: 1 } });

  test('a key that is held down marks once', async ({ desk, shop }) => {
    const { page } = desk;
    const [first, second] = pendingPayments(shop);
    await openPayments(desk, shop);
    // The second and third are what the keyboard repeats.
    for (let press = 0; press < 3; press += 1) await page.keyboard.down('c');
    await page.keyboard.up('c');
    await expect(numberBox(page)).toHaveValue(String(second?.id));
    await expectNothingUnsent(page);
    expect(sent(shop)).toEqual([[first?.id, 'completed']]);
  });

  test('a letter in a text box or under a dialog marks nothing', async ({ desk, shop }) => {
    const { page } = desk;
    await openPayments(desk, shop);
    await numberBox(page).focus();
    await page.keyboard.type('cf');
    await expect(numberBox(page)).toHaveValue('cf');
    await page.keyboard.press('Escape');
    await page.getByRole('grid', { name: 'Pending payments' }).focus();
    await page.keyboard.press('Home');
    await expect(numberBox(page)).toHaveValue(String(pendingPayments(shop)[0]?.id));
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    for (const key of ['c', 'f', 'z']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+1');
    await page.keyboard.press('/');
    await page.keyboard.type('fc');
    await expect(search(page)).toHaveValue('fc');
    await expect(heldBar(page)).toHaveCount(0);
    await expectNothingUnsent(page);
    expect(sent(shop)).toEqual([]);
  });

  test('a key beside a payment that is on its way, decided or not chosen marks nothing', async ({ desk, shop }) => {
    const { page } = desk;
    const order = shop.store.state.addOrder({ productName: 'One of its kind', quantity: 1, priceMinor: 600 });
    const first = shop.store.state.addPayment({ orderId: order.id, amountMinor: 600 });
    await openOrders(desk, shop);
    // Nothing is chosen in Orders.
    await page.keyboard.press('c');
    await search(page).fill(order.productName);
    await search(page).press('Enter');
    await expect(page.getByRole('region', { name: `Order ${order.id}`, exact: true })).toBeVisible();
    await expect(ordersGrid(page)).toBeFocused();
    for (const key of ['c', 'c', 'f']) await page.keyboard.press(key);
    await expect(statusSays(page, `Payment ${first.id} of order ${order.id} marked completed`)).toBeVisible();
    // It is completed by now; C says so already.
    await page.keyboard.press('c');
    await expectNothingUnsent(page);
    expect(sent(shop)).toEqual([[first.id, 'completed']]);
    await expect(page.getByRole('alert')).toHaveText('');
  });
});

test.describe('where letter keys are switched off', () => {
  test.use({ settings: { hold: 0, letterKeys: false } });

  test('C, F and Z do nothing, and the buttons do', async ({ desk, shop }) => {
    const { page } = desk;
    const [first] = pendingPayments(shop);
    await openPayments(desk, shop);
    for (const key of ['c', 'f', 'z']) await page.keyboard.press(key);
    await expect(numberBox(page)).toHaveValue(String(first?.id));
    await expect(page.getByRole('status')).toHaveText('');
    await button(page, 'Mark failed').click();
    await expect(statusSays(page, `Payment ${first?.id} of order ${first?.orderId} marked failed`)).toBeVisible();
    await expectNothingUnsent(page);
    expect(sent(shop)).toEqual([[first?.id, 'failed']]);
    await expect(textBox(page, 'Payment number')).not.toHaveValue(String(first?.id));
  });
});
