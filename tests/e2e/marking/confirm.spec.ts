// Above an amount that the shop sets a mark wants a second word; at the amount itself, and below, it does not. The rhythm goes on after it.
import { expect, type Page } from 'playwright/test';
import { button, pendingRow } from '../support/console.ts';
import { openOrders } from '../support/desk.ts';
import { expectNothingUnsent, heldBar, numberBox, pendingPayments, sent } from '../support/marking.ts';
import type { Shop } from '../support/shop.ts';
import { test } from '../support/test.ts';

test.use({ settings: { hold: 10, confirmAbove: '500.00' } });

const question = (page: Page, to: 'completed' | 'failed') => page.getByRole('dialog', { name: `Mark ${to}?` });

/** The newest three of the queue: exactly the limit, one cent more, and far below. */
function addThree(shop: Shop): readonly [number, number, number] {
  const later = Date.now() + 60_000;
  const add = (amountMinor: number, nth: number): number => {
    const order = shop.store.state.addOrder({ productName: `Number ${nth}`, quantity: 1, priceMinor: amountMinor });
    return shop.store.state.addPayment({ orderId: order.id, amountMinor, createdAt: later + nth }).id;
  };
  return [add(50_000, 1), add(50_001, 2), add(100, 3)];
}

test('one cent above the limit asks, by keyboard; after it the next key is for the next payment', async ({ desk, shop }) => {
  const { page } = desk;
  const [limit, above, small] = addThree(shop);
  await openOrders(desk, shop);
  await page.keyboard.press('Control+2');
  await expect(numberBox(page)).toHaveValue(String(pendingPayments(shop)[0]?.id));
  await page.getByRole('grid', { name: 'Pending payments' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(numberBox(page)).toHaveValue(String(limit));
  await page.keyboard.press('c');
  await expect(heldBar(page)).toContainText(`Payment ${limit}`);
  await expect(numberBox(page)).toHaveValue(String(above));

  await page.keyboard.press('c');
  await expect(question(page, 'completed')).toContainText(`Payment ${above} of order`);
  await expect(question(page, 'completed')).toContainText(/500\D01/);
  await expect(question(page, 'completed')).toContainText('This is more than the amount above which each mark is confirmed.');
  // The rhythm's own key is no answer; Escape is a no.
  await page.keyboard.press('c');
  await expect(question(page, 'completed')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question(page, 'completed')).toHaveCount(0);
  await expect(heldBar(page)).toContainText(`Payment ${limit}`);
  await expect(numberBox(page)).toHaveValue(String(above));
  await expect(pendingRow(page, above)).toContainText('Pending');

  await page.keyboard.press('f');
  await expect(button(question(page, 'failed'), 'Confirm failed')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question(page, 'failed')).toHaveCount(0);
  await expect(heldBar(page)).toContainText(`Payment ${above}`);
  await expect(numberBox(page)).toHaveValue(String(small));
  await page.keyboard.press('c');
  await expect(heldBar(page)).toContainText(`Payment ${small}`);

  await button(page, 'Send now').click();
  await expect.poll(() => sent(shop).length).toBe(3);
  await expectNothingUnsent(page);
  expect([limit, above, small].map((id) => shop.store.state.payment(id)?.status)).toEqual(['completed', 'failed', 'completed']);
});

test('a large correction asks for both at once', async ({ desk, shop }) => {
  const { page } = desk;
  const order = shop.store.state.addOrder({ productName: 'Grand piano', quantity: 1, priceMinor: 900_000 });
  const { id } = shop.store.state.addPayment({ orderId: order.id, amountMinor: 900_000, status: 'completed' });
  await openOrders(desk, shop);
  await page.getByRole('row', { name: `Order ${order.id}`, exact: true }).click();
  await button(page, 'Mark failed').click();
  const both = page.getByRole('dialog', { name: 'Correct a payment' });
  await expect(both).toContainText('This is more than the amount above which each mark is confirmed.');
  await button(both, 'Payment was returned').click();
  await button(both, 'Correct to failed').click();
  await expect(both).toHaveCount(0);
  await button(page, 'Send now').click();
  await expect.poll(() => shop.store.state.payment(id)?.status).toBe('failed');
  await expectNothingUnsent(page);
});
