// Undo: within the hold nothing has left the desk, the newest mark goes first, and the payment comes back under the hand; afterwards it is
// too late, and that is said.
import { expect, type Page } from 'playwright/test';
import { button, orderDetail, orderRow, pendingRow } from '../support/console.ts';
import { openOrder, openOrders } from '../support/desk.ts';
import { expectNothingUnsent, heldBar, numberBox, openPayments, pendingPayments, sent, statusSays } from '../support/marking.ts';
import { test } from '../support/test.ts';

const seconds = async (page: Page): Promise<number> => Number(/sent in (\d+) s/.exec(await heldBar(page).innerText())?.[1]);

test.describe('with the hold as delivered', () => {
  test('the line tells what will be sent and how long it can be undone; Z undoes it, and nothing is ever sent', async ({ desk, shop }) => {
    const { page } = desk;
    const [first, second] = pendingPayments(shop);
    const product = shop.store.state.order(first?.orderId ?? 0)?.productName ?? 'none';
    await openPayments(desk, shop);
    await page.keyboard.press('c');
    await expect(heldBar(page)).toContainText(`Payment ${first?.id}`);
    await expect(heldBar(page)).toContainText(`order ${first?.orderId} · ${product} · `);
    await expect(heldBar(page)).toContainText(/Pending\s*→\s*to\s*Completed/);
    await expect(
      statusSays(page, `Payment ${first?.id} of order ${first?.orderId} will be marked completed. Press Z to undo.`),
    ).toBeAttached();
    await expect(pendingRow(page, first?.id ?? 0)).toContainText(/Completed\s*[34] s/);
    const before = await seconds(page);
    expect(before).toBeLessThanOrEqual(4);
    await expect.poll(() => seconds(page)).toBeLessThan(before);
    await expect(numberBox(page)).toHaveValue(String(second?.id));

    await page.keyboard.press('z');
    await expect(statusSays(page, `Undone: payment ${first?.id} of order ${first?.orderId} was not marked completed.`)).toBeVisible();
    await expect(heldBar(page)).toHaveCount(0);
    await expect(numberBox(page)).toHaveValue(String(first?.id));
    await expect(pendingRow(page, first?.id ?? 0)).toHaveAttribute('aria-selected', 'true');
    await expect(pendingRow(page, first?.id ?? 0)).toContainText('Pending');

    // The next hold ends after the undone one would have: by then it would be at the server.
    await pendingRow(page, second?.id ?? 0).click();
    await page.keyboard.press('f');
    await expect.poll(() => shop.store.state.payment(second?.id ?? 0)?.status).toBe('failed');
    await expectNothingUnsent(page);
    expect(sent(shop)).toEqual([[second?.id, 'failed']]);
    expect(shop.store.state.payment(first?.id ?? 0)?.status).toBe('pending');
  });
});

test.describe('with the longest hold', () => {
  test.use({ settings: { hold: 10 } });

  test('of several the newest goes first; Send now sends the rest at once', async ({ desk, shop }) => {
    const { page } = desk;
    const queue = pendingPayments(shop).map(({ id }) => id);
    const [first = 0, second = 0, third = 0, fourth = 0] = queue;
    await openPayments(desk, shop);
    for (const key of ['c', 'f', 'c', 'c']) await page.keyboard.press(key);
    await expect(heldBar(page)).toContainText(`Payment ${fourth}`);
    await expect(heldBar(page)).toContainText('and 3 more');
    await expect(button(page, 'Undo')).toHaveCount(1);

    await page.keyboard.press('z');
    await expect(heldBar(page)).toContainText(`Payment ${third}`);
    await expect(numberBox(page)).toHaveValue(String(fourth));
    await button(page, 'Undo').click();
    await expect(heldBar(page)).toContainText(`Payment ${second}`);
    await expect(numberBox(page)).toHaveValue(String(third));
    expect(sent(shop)).toEqual([]);

    await button(page, 'Send now').click();
    await expect(heldBar(page)).toHaveCount(0);
    await expectNothingUnsent(page);
    expect(sent(shop).toSorted((a, b) => queue.indexOf(a[0]) - queue.indexOf(b[0]))).toEqual([
      [first, 'completed'],
      [second, 'failed'],
    ]);
    for (const id of [third, fourth]) expect(shop.store.state.payment(id)?.status).toBe('pending');
  });

  test('a double click on Undo undoes one', async ({ desk, shop }) => {
    const { page } = desk;
    const [first, second] = pendingPayments(shop);
    await openPayments(desk, shop);
    for (const key of ['c', 'c']) await page.keyboard.press(key);
    await expect(heldBar(page)).toContainText(`Payment ${second?.id}`);
    await button(page, 'Undo').dblclick();
    await expect(heldBar(page)).toContainText(`Payment ${first?.id}`);
    await button(page, 'Send now').click();
    await expectNothingUnsent(page);
    expect(sent(shop)).toEqual([[first?.id, 'completed']]);
  });

  test('in Orders the open order says that it is held, cannot be marked otherwise meanwhile, and comes back', async ({ desk, shop }) => {
    const { page } = desk;
    const { id, orderId } = shop.store.state.addPayment({ orderId: shop.store.state.addOrder(UNPAID).id, amountMinor: 7_500 });
    await openOrders(desk, shop);
    await openOrder(page, orderId);
    const detail = orderDetail(page, orderId);
    await button(detail, 'Mark completed').click();
    await expect(detail).toContainText('Will be marked completed: it can still be undone.');
    await expect(orderRow(page, orderId)).toContainText(/Completed\s*\d+ s/);
    await expect(button(detail, 'Mark failed')).toHaveAttribute('aria-disabled', 'true');
    await expect(button(page, 'Undo')).toHaveCount(1);
    await button(page, 'Undo').click();
    await expect(statusSays(page, `Undone: payment ${id} of order ${orderId} was not marked completed.`)).toBeVisible();
    await expect(orderRow(page, orderId)).toContainText('Pending');
    await expect(button(detail, 'Mark failed')).toHaveAttribute('aria-disabled', 'false');
    await expect(button(page, 'Undo')).toHaveCount(0);
    await expectNothingUnsent(page);
    expect(sent(shop)).toEqual([]);
  });
});

const UNPAID = { productName: 'Reading lamp', quantity: 1, priceMinor: 7_500 };

test.describe('with a short hold', () => {
  test.use({ settings: { hold: 1 } });

  test('too late is too late, and is said', async ({ desk, shop }) => {
    const { page } = desk;
    const [first] = pendingPayments(shop);
    await openPayments(desk, shop);
    await page.keyboard.press('c');
    await expect(statusSays(page, `Payment ${first?.id} of order ${first?.orderId} marked completed`)).toBeVisible();
    await expect(button(page, 'Undo')).toHaveCount(0);
    await page.keyboard.press('z');
    await expect(statusSays(page, 'Nothing to undo: no mark is held.')).toBeAttached();
    await expectNothingUnsent(page);
    expect(sent(shop)).toEqual([[first?.id, 'completed']]);
    expect(shop.store.state.payment(first?.id ?? 0)?.status).toBe('completed');
  });
});
