// Guide 11, a payment's status: from the order, from the pending ones, by number; learned methods, lost answers, hasty clicks.
import { expect, type Page } from 'playwright/test';
import { arrive, button, correct, goTo, openOrder, orderRow, pendingRow, textBox } from './support/console.ts';
import { test } from './support/one-desk.ts';
import type { Shop } from './support/shop.ts';

const pending = (shop: Shop): number[] => pendingPayments(shop).map(({ id }) => id);

function pendingPayments(shop: Shop): { id: number; createdAt: number }[] {
  const { orderCount, paymentsOf } = shop.store.state;
  const all = Array.from({ length: orderCount }, (_, index) => paymentsOf(index + 1)).flat();
  return all.filter(({ status }) => status === 'pending').toSorted((a, b) => a.createdAt - b.createdAt);
}

async function said(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
}

test('from the order’s detail: completed, failed, pending, each sent once and said', async ({ page, shop, written }) => {
  const order = { productName: 'Cast-iron pan', quantity: 1, priceMinor: 4_850 };
  const { id, payments } = await arrive(page, shop, order, [{ amountMinor: 4_850, status: 'pending' }]);
  const [payment = 0] = payments;
  const detail = await openOrder(page, id);
  for (const [status, word] of [
    ['completed', 'Completed'],
    ['failed', 'Failed'],
    ['pending', 'Pending'],
  ] as const) {
    await button(detail, `Mark ${status}`).click();
    // From the second on it is a correction.
    if (status !== 'completed') await correct(page, status);
    await said(page, `Payment ${payment} of order ${id} marked ${status}`);
    await expect(detail.getByRole('listitem')).toContainText(word);
    await expect(orderRow(page, id)).toContainText(word);
    await expect(button(detail, `Mark ${status}`)).toHaveCount(0);
    expect(shop.store.state.payment(payment)?.status).toBe(status);
  }
  expect(written().map(({ method, path, body }) => [method, path, body])).toEqual(
    ['completed', 'failed', 'pending'].map((status) => ['PATCH', `/api/orders/payments/${payment}/`, { status }]),
  );
});

test('of several payments the chosen one is marked, by keyboard', async ({ page, shop, written }) => {
  const order = { productName: 'Rain jacket, M', quantity: 1, priceMinor: 12_900 };
  const { id, payments } = await arrive(page, shop, order, [
    { amountMinor: 6_000, status: 'pending' },
    { amountMinor: 6_900, status: 'pending' },
  ]);
  const detail = await openOrder(page, id);
  await detail.getByRole('radio', { name: `Payment ${payments[0]}` }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(detail).toContainText(`Payment ${payments[1]} is chosen.`);
  await button(detail, 'Mark failed').focus();
  await page.keyboard.press('Space');
  await said(page, `Payment ${payments[1]} of order ${id} marked failed`);
  expect(written()).toHaveLength(1);
  expect(payments.map((payment) => shop.store.state.payment(payment)?.status)).toEqual(['pending', 'failed']);
});

test('from the pending payments: oldest first, marked one after the other', async ({ page, shop, written }) => {
  const [first = 0, second = 0, third = 0] = pending(shop);
  await goTo(page, 'Payments');
  await expect(pendingRow(page, first)).toHaveAttribute('aria-rowindex', '2');
  await pendingRow(page, first).click();
  await expect(textBox(page, 'Payment number')).toHaveValue(String(first));
  await button(page, 'Mark completed').click();
  await said(page, `Payment ${first} of order`);
  await expect(pendingRow(page, first)).toHaveCount(0);
  await expect(pendingRow(page, second)).toHaveAttribute('aria-selected', 'true');
  await expect(textBox(page, 'Payment number')).toHaveValue(String(second));
  await button(page, 'Mark failed').click();
  await expect(textBox(page, 'Payment number')).toHaveValue(String(third));
  await expect
    .poll(() => written().map(({ path, body }) => [path, body]))
    .toEqual([
      [`/api/orders/payments/${first}/`, { status: 'completed' }],
      [`/api/orders/payments/${second}/`, { status: 'failed' }],
    ]);
  expect(pending(shop)).not.toContain(first);
});

test('by its number, by keyboard alone, also where it is no longer pending', async ({ page, shop }) => {
  const done = shop.store.state.firstPayment('completed')?.id ?? 0;
  await page.keyboard.press('Control+2');
  await textBox(page, 'Payment number').focus();
  await page.keyboard.type(`#${done}`);
  await expect(page.getByRole('group', { name: 'Mark a payment' })).toContainText(/order \d+ · .* · completed/);
  // Completed it is already: that button is none any more.
  await page.keyboard.press('Tab');
  await expect(button(page, 'Mark failed')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(textBox(page, 'Reason')).toBeFocused();
  await page.keyboard.type('The bank sent it back');
  await page.keyboard.press('Enter');
  await said(page, `Payment ${done} of order`);
  expect(shop.store.state.payment(done)?.status).toBe('failed');
});

test('a payment that does not exist is told as such, whether the server lets payments be read or not', async ({ page, shop, written }) => {
  await goTo(page, 'Payments');
  for (const [number, readPayment] of [
    ['99998', true],
    ['99999', false],
  ] as const) {
    shop.store.behaviour.readPayment = readPayment;
    await textBox(page, 'Payment number').fill(number);
    await button(page, 'Mark completed').click();
    await expect(page.getByRole('alert')).toContainText(
      `Payment ${number} was not marked completed. The server has no payment ${number}. Check the number.`,
    );
    await expect(textBox(page, 'Payment number')).toHaveValue(number);
  }
  expect(written().every(({ status }) => status === 404)).toBe(true);
});

test('a status that the server keeps as it was is told as refused', async ({ page, shop }) => {
  const order = { productName: 'Read-only', quantity: 1, priceMinor: 100 };
  const { id, payments } = await arrive(page, shop, order, [{ amountMinor: 100, status: 'pending' }]);
  const detail = await openOrder(page, id);
  const body = JSON.stringify({ id: payments[0], order: id, amount: '1.00', status: 'pending' });
  shop.faults.next('PATCH', /payments/, { kind: 'answer', status: 200, type: 'application/json', body });
  await button(detail, 'Mark completed').click();
  await expect(page.getByRole('alert')).toContainText(
    `Payment ${payments[0]} was not marked completed. The server did not accept this: It left the payment pending.`,
  );
  await expect(detail.getByRole('listitem')).toContainText('Pending');
  await expect(button(detail, 'Mark completed')).toHaveAttribute('aria-disabled', 'false');
});

for (const when of ['after', 'before'] as const) {
  test(`an answer lost ${when} the server carried it out leaves “not known” until reading settles it`, async ({ page, shop, written }) => {
    const order = { productName: 'In doubt', quantity: 1, priceMinor: 100 };
    const { id, payments } = await arrive(page, shop, order, [{ amountMinor: 100, status: 'pending' }]);
    const detail = await openOrder(page, id);
    // Once before it is sent, and once more when its answer was lost.
    shop.faults.next('GET', /payments/, { kind: 'pass' });
    shop.faults.next('GET', /payments/, { kind: 'hold' });
    shop.faults.next('PATCH', /payments/, { kind: 'cut', when });
    await button(detail, 'Mark completed').click();
    await expect(detail.getByRole('listitem')).toContainText('Not known');
    await expect(orderRow(page, id)).toContainText('Not known');
    await expect(detail).toContainText('Not known: was asked to be completed, the answer was lost.');
    await expect(page.getByRole('status')).toContainText(
      `The answer about payment ${payments[0]} of order ${id} was lost. Paydesk looks again.`,
    );
    await expect(button(detail, 'Mark failed')).toHaveAttribute('aria-disabled', 'true');

    await expect.poll(() => shop.faults.held()).toBe(1);
    shop.faults.release();
    await said(page, `Payment ${payments[0]} of order ${id} marked completed`);
    await expect(detail.getByRole('listitem')).toContainText('Completed');
    await expect(detail).not.toContainText('Not known');
    // Carried out once, whether the first or the second did it.
    expect(written().map(({ body }) => body)).toEqual([{ status: 'completed' }]);
  });
}
