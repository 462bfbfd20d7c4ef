// Guide 10, recording a payment: what is due is offered, what another amount means is said first, and nothing is ever recorded twice.
import { expect, type Locator, type Page } from 'playwright/test';
import { amount, arrive, button, dialog, figure, openOrder, refresh, textBox } from './support/console.ts';
import { test } from './support/one-desk.ts';
import type { Shop } from './support/shop.ts';

const RECORD = /\/api\/orders\/payments\/$/;

/** An order over 3,751.50 of which 1,000.00 is paid. */
async function openPartlyPaid(page: Page, shop: Shop): Promise<{ id: number; detail: Locator; form: Locator }> {
  const order = { productName: 'Office chair, grey', quantity: 3, priceMinor: 125_050 };
  const { id } = await arrive(page, shop, order, [{ amountMinor: 100_000, status: 'completed' }]);
  const detail = await openOrder(page, id);
  await button(detail, 'Record payment').click();
  return { id, detail, form: dialog(page, 'Record payment') };
}

test('what is due is offered, and recorded with one press', async ({ page, shop, written }) => {
  const { id, detail, form } = await openPartlyPaid(page, shop);
  await expect(form).toContainText(`For order ${id}, Office chair, grey`);
  await expect(textBox(form, 'Amount')).toBeFocused();
  await expect(textBox(form, 'Amount')).toHaveValue('2751.50');
  await expect(form).toContainText('This is exactly what is due.');
  await page.keyboard.press('Enter');

  await expect(form).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: `recorded for order ${id}` })).toContainText(amount('2751.50'));
  const [, recorded] = shop.store.state.paymentsOf(id);
  expect(recorded).toMatchObject({ amountMinor: 275_150, status: 'pending' });
  expect(written()).toEqual([{ method: 'POST', path: '/api/orders/payments/', status: 201, body: { order: id, amount: '2751.50' } }]);
  const item = detail.getByRole('listitem').filter({ hasText: `Payment ${recorded?.id}` });
  await expect(item).toContainText('Pending');
  // A pending payment is not paid yet, and the buttons turn to it.
  await expect(figure(detail, 'Due')).toContainText(amount('2751.50'));
  await expect(detail).toContainText(`Payment ${recorded?.id} is chosen.`);
});

test('less, more and a second payment are named before anything is sent', async ({ page, shop, written }) => {
  const { id, detail, form } = await openPartlyPaid(page, shop);
  await textBox(form, 'Amount').fill('100');
  await expect(form).toContainText(/This leaves 2\D?651\D50 still due\./);
  await textBox(form, 'Amount').fill('3000.00');
  await expect(form).toContainText(/This is 248\D50 more than is due\./);
  expect(written()).toEqual([]);
  await button(form, 'Record payment').click();
  await expect(form).toBeHidden();
  expect(written().map(({ body }) => body)).toEqual([{ order: id, amount: '3000.00' }]);

  await button(detail, 'Record payment').click();
  await expect(form).toContainText(/Payment \d+ of 3\D?000\D00 is already pending on this order\./);
});

test('an amount that cannot be read or recorded stands under its field, and nothing is sent', async ({ page, shop, written }) => {
  const { form } = await openPartlyPaid(page, shop);
  for (const [typed, sentence] of [
    ['', 'Type the amount that was paid.'],
    ['0', 'The amount must be more than 0.'],
    ['-5', 'An amount cannot be negative.'],
    ['12,50', 'An amount is a number with at most two decimals and a point, like 1200.50.'],
    ['1.234', 'An amount is a number with at most two decimals and a point, like 1200.50.'],
    ['ten', 'An amount is a number with at most two decimals and a point, like 1200.50.'],
    ['1e3', 'An amount is a number with at most two decimals and a point, like 1200.50.'],
  ] as const) {
    await textBox(form, 'Amount').fill(typed);
    await button(form, 'Record payment').click();
    await expect(textBox(form, 'Amount')).toHaveAccessibleDescription(sentence);
    await expect(textBox(form, 'Amount')).toHaveValue(typed);
  }
  expect(written()).toEqual([]);
});

test('what the server refuses stands under the amount, which is mended and sent again', async ({ page, shop, written }) => {
  const { id, form } = await openPartlyPaid(page, shop);
  await textBox(form, 'Amount').fill('123456789.00');
  await button(form, 'Record payment').click();
  await expect(textBox(form, 'Amount')).toHaveAccessibleDescription('Ensure that there are no more than 10 digits in total.');
  await expect(textBox(form, 'Amount')).toHaveValue('123456789.00');
  await textBox(form, 'Amount').fill('12');
  await button(form, 'Record payment').click();
  await expect(form).toBeHidden();
  expect(written().map(({ status, body }) => [status, body])).toEqual([
    [400, { order: id, amount: '123456789.00' }],
    [201, { order: id, amount: '12.00' }],
  ]);
});

test('a payment whose answer was lost is told as not known, was recorded once, and is found by reading', async ({ page, shop }) => {
  const { id, detail, form } = await openPartlyPaid(page, shop);
  const reading = new RegExp(`/api/orders/${id}/$`);
  // Once before it is sent, and once more when its answer was lost.
  shop.faults.next('GET', reading, { kind: 'pass' });
  shop.faults.next('GET', reading, { kind: 'hold' });
  shop.faults.next('POST', RECORD, { kind: 'cut', when: 'after' });
  await textBox(form, 'Amount').fill('700');
  await button(form, 'Record payment').click();
  await expect(page.getByRole('alert')).toContainText('It is not known whether the server carried this out');
  await expect(button(form, 'Record payment')).toHaveAttribute('aria-disabled', 'true');
  await textBox(form, 'Amount').press('Enter');
  await expect(textBox(form, 'Amount')).toHaveValue('700');

  await expect.poll(() => shop.faults.held()).toBe(1);
  shop.faults.release();
  const recorded = shop.store.state.paymentsOf(id).at(-1)?.id;
  await expect(page.getByRole('status').filter({ hasText: `Payment ${recorded} recorded for order ${id}` })).toBeVisible();
  await expect(form).toBeHidden();
  await expect(detail.getByRole('listitem').filter({ hasText: `Payment ${recorded}` })).toContainText('Pending');
  expect(shop.wire.calls('POST', '/api/orders/payments/')).toHaveLength(1);

  // Whoever opens the form again sees what is there already.
  await button(detail, 'Record payment').click();
  await expect(form).toContainText(/Payment \d+ of 700\D00 is already pending on this order\./);
});

test('a payment that never reached the server is recorded by a deliberate second step', async ({ page, shop }) => {
  const { id, form } = await openPartlyPaid(page, shop);
  shop.faults.next('POST', RECORD, { kind: 'cut', when: 'before' });
  await button(form, 'Record payment').click();
  await expect(form).toContainText('It is not known whether the server carried this out');
  await textBox(form, 'Amount').press('Enter');
  expect(shop.store.state.paymentsOf(id)).toHaveLength(1);
  expect(shop.wire.calls('POST', '/api/orders/payments/')).toHaveLength(1);
  await form.getByRole('checkbox', { name: 'I looked at the order’s payments; it is not there. Record it again.' }).check();
  await button(form, 'Record payment').click();
  await expect(form).toBeHidden();
  expect(shop.store.state.paymentsOf(id)).toHaveLength(2);
  expect(shop.wire.calls('POST', '/api/orders/payments/')).toHaveLength(2);
});

test('a double click records one payment', async ({ page, shop }) => {
  const { id, form } = await openPartlyPaid(page, shop);
  await button(form, 'Record payment').dblclick();
  await expect(form).toBeHidden();
  await refresh(page);
  expect(shop.store.state.paymentsOf(id)).toHaveLength(2);
});

test('after a failed payment another is recorded, and it is the one that is marked', async ({ page, shop }) => {
  const order = { productName: 'Card refused, paid in cash', quantity: 1, priceMinor: 5_000 };
  const { id, payments } = await arrive(page, shop, order, [{ amountMinor: 5_000, status: 'pending' }]);
  const detail = await openOrder(page, id);
  await button(detail, 'Mark failed').click();
  await expect(detail.getByRole('listitem')).toContainText('Failed');
  await button(detail, 'Record payment').click();
  await button(dialog(page, 'Record payment'), 'Record payment').click();
  await expect(detail.getByRole('listitem')).toHaveCount(2);
  await button(detail, 'Mark completed').click();
  await expect(page.getByRole('status').filter({ hasText: `order ${id} marked completed` })).toBeVisible();
  expect(shop.store.state.payment(payments[0] ?? 0)?.status).toBe('failed');
  expect(shop.store.state.paymentsOf(id).map(({ status }) => status)).toEqual(['failed', 'completed']);
});
