// Somebody else was faster: what changed while a mark was held is never overwritten, and both sides are told.
import { expect } from 'playwright/test';
import { button, orderDetail, orderRow } from '../support/console.ts';
import { openOrder, openOrders } from '../support/desk.ts';
import { expectNothingUnsent, heldBar, openPayments, pendingPayments, sent, statusSays } from '../support/marking.ts';
import { test } from '../support/test.ts';

test.use({ settings: { hold: 10 } });

test('marked by somebody else meanwhile: not sent, the row says Conflict, the alert says what stands there', async ({ desk, shop }) => {
  const { page } = desk;
  const order = shop.store.state.addOrder({ productName: 'Wanted by two', quantity: 1, priceMinor: 4_200 });
  const { id } = shop.store.state.addPayment({ orderId: order.id, amountMinor: 4_200 });
  await openOrders(desk, shop);
  await openOrder(page, order.id);
  const detail = orderDetail(page, order.id);
  await button(detail, 'Mark completed').click();
  await expect(heldBar(page)).toContainText(`Payment ${id}`);
  shop.store.state.changePayment(id, { status: 'failed' });
  await button(page, 'Send now').click();
  await expect(page.getByRole('alert')).toContainText(
    `Payment ${id} of order ${order.id} was not marked completed: somebody else has changed it meanwhile (now failed). Decide which one stays.`,
  );
  await expect(orderRow(page, order.id)).toContainText('Conflict');
  await expect(detail.getByRole('listitem')).toContainText('Conflict');
  await expect(detail).toContainText('Was to be marked completed, but somebody else has changed it meanwhile.');
  await expect(button(detail, 'Mark completed')).toHaveAttribute('aria-disabled', 'true');
  await expectNothingUnsent(page);
  // Nothing was written, not even by a new reading.
  await page.keyboard.press('F5');
  await expect(button(page, 'Refresh')).toHaveAttribute('aria-busy', 'false');
  await expect(orderRow(page, order.id)).toContainText('Conflict');
  expect(sent(shop)).toEqual([]);
  expect(shop.store.state.payment(id)?.status).toBe('failed');
});

test('its amount changed meanwhile: not sent either', async ({ desk, shop }) => {
  const { page } = desk;
  const [first] = pendingPayments(shop);
  await openPayments(desk, shop);
  await page.keyboard.press('c');
  shop.store.state.changePayment(first?.id ?? 0, { amountMinor: 1 });
  await button(page, 'Send now').click();
  await expect(page.getByRole('alert')).toContainText(/somebody else has changed it meanwhile \(now pending, 0\D01\)/);
  await expectNothingUnsent(page);
  expect(sent(shop)).toEqual([]);
});

test('marked the same by somebody else: done, and not written again', async ({ desk, shop }) => {
  const { page } = desk;
  const [first] = pendingPayments(shop);
  await openPayments(desk, shop);
  await page.keyboard.press('c');
  shop.store.state.changePayment(first?.id ?? 0, { status: 'completed' });
  await button(page, 'Send now').click();
  await expect(statusSays(page, `Payment ${first?.id} of order ${first?.orderId} marked completed`)).toBeVisible();
  await expectNothingUnsent(page);
  expect(sent(shop)).toEqual([]);
});

test('deleted meanwhile: told as refused, nothing is written', async ({ desk, shop }) => {
  const { page } = desk;
  const [first] = pendingPayments(shop);
  await openPayments(desk, shop);
  await page.keyboard.press('f');
  shop.store.state.deletePayment(first?.id ?? 0);
  await button(page, 'Send now').click();
  await expect(page.getByRole('alert')).toContainText(
    `Payment ${first?.id} was not marked failed. The server has no payment ${first?.id}.`,
  );
  await expectNothingUnsent(page);
  expect(sent(shop)).toEqual([]);
});

test('typed by its number where this desk does not know it: one that is no longer pending is not overwritten', async ({ desk, shop }) => {
  const { page } = desk;
  await openPayments(desk, shop);
  // Made and completed by others since the history was read.
  const { id } = shop.store.state.addPayment({ orderId: 3, amountMinor: 900, status: 'completed' });
  await page.getByRole('textbox', { name: 'Payment number' }).fill(String(id));
  await expect(page.getByRole('group', { name: 'Mark a payment' })).toContainText(`Payment ${id} is not known on this desk.`);
  await button(page, 'Mark failed').click();
  await button(page, 'Send now').click();
  await expect(page.getByRole('alert')).toContainText(
    new RegExp(`Payment ${id} was not marked failed: it is no longer pending \\(now completed, 9\\D00\\)\\. Decide which one stays\\.`),
  );
  await expectNothingUnsent(page);
  expect(sent(shop)).toEqual([]);
});
