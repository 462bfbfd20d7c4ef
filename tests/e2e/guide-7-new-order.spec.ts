// Guide 7, a new order: what is typed reaches the server exactly, ends in the order's detail, and a refusal stands under its field.
import { expect, type Page } from 'playwright/test';
import { amount, button, dialog, expectOnlyWords, figure, orderDetail, orderRow, refresh, textBox } from './support/console.ts';
import { test } from './support/one-desk.ts';

const CREATE = /\/api\/orders\/$/;

interface Typed {
  readonly product: string;
  readonly quantity: string;
  readonly price: string;
}

async function typeOrder(page: Page, { product, quantity, price }: Typed): Promise<void> {
  const form = dialog(page, 'New order');
  await textBox(form, 'Product name').fill(product);
  await textBox(form, 'Quantity').fill(quantity);
  await textBox(form, 'Price').fill(price);
}

test('an order typed by keyboard alone is created once and opens', async ({ page, shop, written }) => {
  await page.keyboard.press('Control+n');
  const form = dialog(page, 'New order');
  await expect(textBox(form, 'Product name')).toBeFocused();
  await page.keyboard.type('Acer laptop');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('450000');
  await expect(form.getByRole('status')).toContainText(amount('1350000.00'));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('status').filter({ hasText: 'Order 61 was created.' })).toBeVisible();
  await expect(form).toBeHidden();
  const detail = orderDetail(page, 61);
  await expect(detail).toContainText('Acer laptop');
  await expect(figure(detail, 'Total')).toContainText(amount('1350000.00'));
  await expect(figure(detail, 'Due')).toContainText(amount('1350000.00'));
  await expect(orderRow(page, 61)).toContainText('Acer laptop');
  await expect(orderRow(page, 61)).toHaveAttribute('aria-rowindex', '2');
  expect(written()).toEqual([
    { method: 'POST', path: '/api/orders/', status: 201, body: { product_name: 'Acer laptop', quantity: 3, price: '450000.00' } },
  ]);
  expect(shop.store.state.order(61)).toMatchObject({ productName: 'Acer laptop', quantity: 3, priceMinor: 45_000_000 });
});

const amounts = [
  ['0.10', '0.10'],
  ['0.1', '0.10'],
  ['  1200.5 ', '1200.50'],
  ['1,234,567.89', '1234567.89'],
] as const;

test('prices reach the server as exact text, whatever way they are typed', async ({ page, written }) => {
  for (const [typed, sent] of amounts) {
    await test.step(typed, async () => {
      await button(page, 'New order').click();
      await typeOrder(page, { product: `Costs ${typed.trim()}`, quantity: '7', price: typed });
      await button(dialog(page, 'New order'), 'Create order').click();
      await expect(dialog(page, 'New order')).toBeHidden();
      expect(written().at(-1)?.body).toEqual({ product_name: `Costs ${typed.trim()}`, quantity: 7, price: sent });
    });
  }
  expect(written()).toHaveLength(amounts.length);
});

test('what the server refuses stands under its field, and the order is mended and sent again', async ({ page, shop, written }) => {
  await button(page, 'New order').click();
  const form = dialog(page, 'New order');
  await typeOrder(page, { product: 'Gold bar', quantity: '1', price: '123456789.00' });
  await button(form, 'Create order').click();
  await expect(textBox(form, 'Price')).toHaveAccessibleDescription('Ensure that there are no more than 10 digits in total.');
  await expect(textBox(form, 'Product name')).toHaveValue('Gold bar');

  shop.faults.next('POST', CREATE, {
    kind: 'answer',
    status: 400,
    type: 'application/json',
    body: '{"product_name":["We no longer sell gold."],"warehouse":["This field is required."]}',
  });
  await textBox(form, 'Price').fill('1234567.00');
  await expect(textBox(form, 'Price')).toHaveAccessibleDescription('For one, like 1200.50');
  await button(form, 'Create order').click();
  await expect(textBox(form, 'Product name')).toHaveAccessibleDescription('We no longer sell gold.');
  // A field that the form does not have is told all the same.
  await expect(form).toContainText('Warehouse: This field is required.');
  await expect(page.getByRole('alert')).toContainText('Warehouse: This field is required.');
  await expectOnlyWords(page);

  await button(form, 'Create order').click();
  await expect(orderDetail(page, 61)).toContainText('Gold bar');
  expect(written().at(-1)?.body).toEqual({ product_name: 'Gold bar', quantity: 1, price: '1234567.00' });
  expect(shop.store.state.orderCount).toBe(61);
});

test('an order whose answer was lost is looked for, and is not sent again by itself', async ({ page, shop }) => {
  shop.faults.next('POST', CREATE, { kind: 'cut', when: 'after' });
  shop.faults.next('GET', /history/, { kind: 'hold' });
  await button(page, 'New order').click();
  const form = dialog(page, 'New order');
  await typeOrder(page, { product: 'Lost and found', quantity: '2', price: '9.99' });
  await button(form, 'Create order').click();
  await expect(page.getByRole('alert')).toContainText('It is not known whether the order was created');
  await expect(button(form, 'Create order')).toHaveAttribute('aria-disabled', 'true');
  await textBox(form, 'Price').press('Enter');
  await expect(textBox(form, 'Product name')).toHaveValue('Lost and found');
  // A closed form goes on knowing what it waits for.
  await button(form, 'Close').click();
  await expect(form).toBeHidden();

  await expect.poll(() => shop.faults.held()).toBe(1);
  shop.faults.release();
  await expect(page.getByRole('status').filter({ hasText: 'Order 61 was created.' })).toBeVisible();
  await refresh(page);
  await expect(orderRow(page, 61)).toContainText('Lost and found');
  expect(shop.wire.calls('POST', '/api/orders/')).toHaveLength(1);

  // It was there: what was typed is put away, and the next order starts empty.
  await button(page, 'New order').click();
  await expect(textBox(form, 'Product name')).toHaveValue('');
  await expect(button(form, 'Create order')).toHaveAttribute('aria-disabled', 'false');
});

test('an order that never reached the server is created by a deliberate second step', async ({ page, shop }) => {
  shop.faults.next('POST', CREATE, { kind: 'cut', when: 'before' });
  await button(page, 'New order').click();
  const form = dialog(page, 'New order');
  await typeOrder(page, { product: 'Second try', quantity: '1', price: '5' });
  await button(form, 'Create order').click();
  await expect(form).toContainText('It is not known whether the order was created');
  await textBox(form, 'Price').press('Enter');
  expect(shop.wire.calls('POST', '/api/orders/')).toHaveLength(1);
  expect(shop.count('POST', CREATE)).toBe(0);

  await form.getByRole('checkbox', { name: 'I looked in the history; it is not there. Create it again.' }).check();
  await button(form, 'Create order').click();
  await expect(orderDetail(page, 61)).toContainText('Second try');
  expect(shop.count('POST', CREATE)).toBe(1);
});

test('a half-typed order survives a closed dialog and another screen', async ({ page, written }) => {
  await button(page, 'New order').click();
  await typeOrder(page, { product: 'Half a thou', quantity: '12', price: '' });
  await page.keyboard.press('Escape');
  // Its keys are the dialog's until it has gone.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('grid', { name: 'Pending payments' })).toBeVisible();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+n');
  await expect(textBox(dialog(page, 'New order'), 'Product name')).toHaveValue('Half a thou');
  await expect(textBox(dialog(page, 'New order'), 'Quantity')).toHaveValue('12');
  expect(written()).toEqual([]);
});
