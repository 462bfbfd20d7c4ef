// Answers that never came: a mark is looked at and set again by itself, never to another value; an order or a payment is never sent twice by itself.
import { expect, type Page } from 'playwright/test';
import { button, dialog, goTo, openOrder, pendingRow, refresh, textBox } from '../support/console.ts';
import { openOrders } from '../support/desk.ts';
import { expectNothingUnsent, openPayments, pendingPayments, sent, statusSays } from '../support/marking.ts';
import { test } from '../support/test.ts';

test.use({ settings: { hold: 0 } });

test('of six marks every second answer is lost: each payment ends as its key said, and was never told anything else', async ({
  desk,
  shop,
}) => {
  const { page } = desk;
  const queue = pendingPayments(shop).slice(0, 6);
  await openPayments(desk, shop);
  for (const [index, { id }] of queue.entries()) {
    if (index % 2 === 0) shop.faults.next('PATCH', new RegExp(`/${id}/$`), { kind: 'cut', when: index % 4 === 0 ? 'after' : 'before' });
  }
  const keys = ['c', 'f', 'f', 'c', 'c', 'f'] as const;
  for (const key of keys) await page.keyboard.press(key);
  const wanted = keys.map((key) => (key === 'c' ? 'completed' : 'failed'));
  await expect.poll(() => queue.map(({ id }) => shop.store.state.payment(id)?.status)).toEqual(wanted);
  await expectNothingUnsent(page);
  for (const [index, { id }] of queue.entries()) {
    const told = sent(shop).filter(([payment]) => payment === id);
    expect(new Set(told.map(([, status]) => status))).toEqual(new Set([wanted[index]]));
    // Cut off before it was carried out it is set again; found as asked it is not.
    expect(told).toHaveLength(index === 2 ? 2 : 1);
  }
  await expect(page.getByRole('alert')).toHaveText('');
});

test('lost, and changed by somebody else before it could be read: theirs stays', async ({ desk, shop }) => {
  const { page } = desk;
  const [first] = pendingPayments(shop);
  const id = first?.id ?? 0;
  await openPayments(desk, shop);
  shop.faults.next('GET', /payments/, { kind: 'pass' });
  shop.faults.next('GET', /payments/, { kind: 'hold' });
  shop.faults.next('PATCH', /payments/, { kind: 'cut', when: 'before' });
  await page.keyboard.press('c');
  await expect.poll(() => shop.faults.held()).toBe(1);
  await expect(pendingRow(page, id)).toContainText('Not known');
  shop.store.state.changePayment(id, { status: 'failed' });
  shop.faults.release();
  await expect(page.getByRole('alert')).toContainText(`Payment ${id} of order ${first?.orderId} was not marked completed: somebody else`);
  await expectNothingUnsent(page);
  expect(shop.store.state.payment(id)?.status).toBe('failed');
  expect(sent(shop)).toHaveLength(1);
});

test('lost five times: a person is asked, and nothing goes out any more', async ({ desk, shop }) => {
  const { page } = desk;
  const [first] = pendingPayments(shop);
  await openPayments(desk, shop);
  for (let time = 0; time < 5; time += 1) shop.faults.next('PATCH', /payments/, { kind: 'cut', when: 'before' });
  await page.keyboard.press('c');
  for (let time = 1; time <= 5; time += 1) {
    // At least: a rest may be over by itself meanwhile.
    await expect.poll(() => sent(shop).length).toBeGreaterThanOrEqual(time);
    // Looking again now, instead of after the rest that failures earn.
    await refresh(page);
  }
  await expect(page.getByRole('alert')).toContainText(
    `It is not known whether payment ${first?.id} of order ${first?.orderId} was marked completed. Decide what becomes of it.`,
  );
  await refresh(page);
  await expect(pendingRow(page, first?.id ?? 0)).toContainText('Not known');
  await expectNothingUnsent(page);
  expect(sent(shop)).toHaveLength(5);
  expect(shop.store.state.payment(first?.id ?? 0)?.status).toBe('pending');
});

test.describe('a server that lets nobody read a payment', () => {
  test.use({ behaviour: { orders: 60, payments: 'none', readPayment: false } });

  test('is told the same once more, under the same key', async ({ desk, shop }) => {
    const { page } = desk;
    const { id = 0 } = shop.store.state.firstPayment('pending') ?? {};
    await openOrders(desk, shop);
    await goTo(page, 'Payments');
    shop.faults.next('PATCH', /payments/, { kind: 'cut', when: 'after' });
    await textBox(page, 'Payment number').fill(String(id));
    await button(page, 'Mark completed').click();
    await expect(statusSays(page, `Payment ${id} marked completed`)).toBeVisible();
    await expectNothingUnsent(page);
    expect(sent(shop)).toEqual([
      [id, 'completed'],
      [id, 'completed'],
    ]);
    const keys = shop.wire.calls('PATCH', `/api/orders/payments/${id}/`).map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/\w/);
  });
});

const creations = [
  ['an order', '/api/orders/', prepareOrder, 'I looked in the history; it is not there. Create it again.'],
  ['a payment', '/api/orders/payments/', preparePayment, 'I looked at the order’s payments; it is not there. Record it again.'],
] as const;

async function prepareOrder(page: Page) {
  await button(page, 'New order').click();
  const form = dialog(page, 'New order');
  await textBox(form, 'Product name').fill('Sent once');
  await textBox(form, 'Price').fill('5');
  return { form, send: button(form, 'Create order'), reopen: () => button(page, 'New order').click() };
}

async function preparePayment(page: Page) {
  const detail = await openOrder(page, 60);
  await button(detail, 'Record payment').click();
  const form = dialog(page, 'Record payment');
  await textBox(form, 'Amount').fill('3.21');
  return { form, send: button(form, 'Record payment'), reopen: () => button(detail, 'Record payment').click() };
}

for (const [what, path, prepare, looked] of creations) {
  test(`${what} whose request got lost is never sent again by itself, only after “I looked”`, async ({ desk, shop }) => {
    const { page } = desk;
    await openOrders(desk, shop);
    const { form, send, reopen } = await prepare(page);
    shop.faults.next('POST', new RegExp(`${path}$`), { kind: 'cut', when: 'before' });
    await send.click();
    await expect(form).toContainText('It is not known whether');
    await button(form, 'Close').click();
    await expect(form).toBeHidden();
    // However often it is looked for.
    for (let time = 0; time < 3; time += 1) await refresh(page);
    await reopen();
    await expect(form).toContainText('It is not known whether');
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    await send.click({ force: true });
    await textBox(form, what === 'an order' ? 'Price' : 'Amount').press('Enter');
    expect(shop.wire.calls('POST', path)).toHaveLength(1);

    await form.getByRole('checkbox', { name: looked }).check();
    await send.click();
    await expect(statusSays(page, /was created|recorded for order 60/)).toBeVisible();
    await expect(form).toBeHidden();
    await expectNothingUnsent(page);
    expect(shop.wire.calls('POST', path)).toHaveLength(2);
    expect(shop.store.requests.filter((request) => request.method === 'POST' && request.path === path)).toHaveLength(1);
  });

  test(`${what} that was carried out is found by reading, and “I looked” is no longer asked for`, async ({ desk, shop }) => {
    const { page } = desk;
    await openOrders(desk, shop);
    const { form, send, reopen } = await prepare(page);
    shop.faults.next('POST', new RegExp(`${path}$`), { kind: 'cut', when: 'after' });
    await send.click();
    await expect(statusSays(page, /was created|recorded for order 60/)).toBeVisible();
    await expect(form).toBeHidden();
    await expectNothingUnsent(page);
    expect(shop.wire.calls('POST', path)).toHaveLength(1);
    await reopen();
    await expect(form.getByRole('checkbox')).toHaveCount(0);
    await expect(send).toHaveAttribute('aria-disabled', 'false');
  });
}
