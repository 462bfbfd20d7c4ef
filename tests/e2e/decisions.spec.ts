// Decisions: what nobody but a person can settle is put before them with what is known, and their word is what happens.
import { expect, type Locator, type Page } from 'playwright/test';
import { button, goTo, openOrder, orderDetail, refresh, textBox } from './support/console.ts';
import { type Desk, openOrders } from './support/desk.ts';
import { alterJournal, folderWith } from './support/prepared.ts';
import type { Shop } from './support/shop.ts';
import { type Desks, test } from './support/test.ts';

const question = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const said = (page: Page, text: string | RegExp): Locator => page.getByRole('status').filter({ hasText: text });
const atThisDesk = (detail: Locator): Locator => detail.getByRole('region', { name: 'Timeline' });

/** Marks leave at once, so that a story waits for nothing. */
async function open(desks: Desks, shop: Shop): Promise<Desk> {
  const desk = await desks.open({ folder: await folderWith({ hold: 0 }) });
  await openOrders(desk, shop);
  return desk;
}

/** A pending payment of an order of its own, that somebody else marks failed while this desk still shows it as pending. */
async function conflictOn(page: Page, shop: Shop): Promise<{ id: number; payment: number; detail: Locator }> {
  const { id } = shop.store.state.addOrder({ productName: 'Rain jacket', quantity: 1, priceMinor: 5_000 });
  const payment = shop.store.state.addPayment({ orderId: id, amountMinor: 5_000 }).id;
  await refresh(page);
  const detail = await openOrder(page, id);
  shop.store.state.changePayment(payment, { status: 'failed' });
  await button(detail, 'Mark completed').click();
  await expect(button(detail, 'Decide')).toBeVisible();
  return { id, payment, detail };
}

test('a conflict: theirs and ours side by side, and mine is set with a reason', async ({ desks, shop }) => {
  const desk = await open(desks, shop);
  const { page } = desk;
  const { payment, detail } = await conflictOn(page, shop);
  expect(shop.store.state.payment(payment)?.status).toBe('failed');
  await button(detail, 'Decide').click();
  const dialog = question(page, 'Somebody else has changed it');
  await expect(dialog.getByRole('row', { name: /^Status/ })).toHaveText(/Failed\s*Completed/);
  await expect(dialog.getByRole('row', { name: /^Amount/ })).toHaveText(/50\.00\s*50\.00/);

  // A payment that somebody has decided already is corrected, and a correction has a reason.
  await button(dialog, 'Set mine').click();
  await expect(textBox(dialog, 'Reason')).toHaveAccessibleDescription('Say why, in a few words.');
  await button(dialog, 'Customer paid after all').click();
  await button(dialog, 'Set mine').click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => shop.store.state.payment(payment)?.status).toBe('completed');
  await expect(atThisDesk(detail)).toContainText(`Payment ${payment}: failed → completed`);
  await expect(atThisDesk(detail)).toContainText('Customer paid after all');
  await expect(button(detail, 'Decide')).toBeHidden();
  expect(shop.count('PATCH', new RegExp(`payments/${payment}/$`))).toBe(1);
});

test('a conflict, by keyboard from Activity: theirs is kept and nothing is sent', async ({ desks, shop }) => {
  const desk = await open(desks, shop);
  const { page } = desk;
  const { payment } = await conflictOn(page, shop);
  await page.keyboard.press('Control+3');
  const due = page.getByRole('region', { name: 'Needs you' });
  await expect(due).toContainText(`Payment ${payment}: pending → completed`);
  await expect(button(page, 'Needs you 1')).toBeVisible();
  await due.getByRole('button', { name: /^Decide/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = question(page, 'Somebody else has changed it');
  await expect(button(dialog, 'Keep theirs')).toBeFocused();
  // Put off, it is still there.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(due).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(button(dialog, 'Keep theirs')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page, 'Theirs was kept')).toBeVisible();
  await expect(due).toBeHidden();
  await expect(page.getByRole('row', { name: `Payment ${payment}: pending → completed, Decided` })).toBeVisible();
  expect(shop.count('PATCH', /payments/)).toBe(0);
  expect(shop.store.state.payment(payment)?.status).toBe('failed');
});

test('a lost creation of which there are two: the person picks, and no third is made', async ({ desks, shop }) => {
  const desk = await open(desks, shop);
  const { page } = desk;
  shop.faults.next('POST', /^\/api\/orders\/$/, { kind: 'cut', when: 'after' });
  shop.faults.next('GET', /history/, { kind: 'hold' });
  await button(page, 'New order').click();
  const form = page.getByRole('dialog', { name: 'New order' });
  await textBox(form, 'Product name').fill('Basmati rice');
  await textBox(form, 'Quantity').fill('2');
  await textBox(form, 'Price').fill('12.50');
  await button(form, 'Create order').click();
  await expect.poll(() => shop.faults.held()).toBe(1);
  const mine = shop.store.state.orderCount;
  const theirs = shop.store.state.addOrder({ productName: 'Basmati rice', quantity: 2, priceMinor: 1_250 }).id;
  shop.faults.release();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();

  await goTo(page, 'Activity');
  const due = page.getByRole('region', { name: 'Needs you' });
  await due.getByRole('button', { name: /^Decide/ }).click();
  const dialog = question(page, 'It is not known whether it was created');
  await expect(dialog).toContainText('Reading shows 2 orders that it may be');
  const choices = dialog.getByRole('radio');
  await expect(choices).toHaveCount(2);
  await expect(dialog.getByRole('radio', { name: `Order ${mine}` })).toBeVisible();
  await expect(dialog.getByRole('radio', { name: `Order ${theirs}` })).toBeVisible();
  await expect(dialog.getByText('Basmati rice')).toHaveCount(3);
  await expect(button(dialog, 'It is this one')).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('radio', { name: `Order ${mine}` }).check();
  await button(dialog, 'It is this one').click();
  await expect(said(page, `Noted as done: New order ${mine}.`)).toBeVisible();
  await expect(due).toBeHidden();
  expect(shop.count('POST', /^\/api\/orders\/$/)).toBe(1);
});

test('a mark whose payment is gone afterwards: only a person can tell, and they do', async ({ desks, shop }) => {
  const desk = await open(desks, shop);
  const { page } = desk;
  const payment = shop.store.state.firstPayment('pending');
  if (payment === undefined) throw new Error('no pending payment');
  shop.faults.next('PATCH', /payments/, { kind: 'hold' });
  const detail = await openOrder(page, payment.orderId);
  const radio = detail.getByRole('radio', { name: `Payment ${payment.id}` });
  if (await radio.isVisible()) await radio.check();
  await button(detail, 'Mark completed').click();
  await expect.poll(() => shop.faults.held()).toBe(1);
  // The server goes away in the middle of the answer, and comes back without the payment.
  await shop.stop();
  shop.store.state.deletePayment(payment.id);
  await shop.start();
  await refresh(page);

  await goTo(page, 'Activity');
  const due = page.getByRole('region', { name: 'Needs you' });
  await due.getByRole('button', { name: /^Decide/ }).click();
  const dialog = question(page, 'It is not known whether it was marked');
  await expect(dialog).toContainText(`Payment ${payment.id}: pending → completed`);
  const reads = () => shop.count('GET', new RegExp(`payments/${payment.id}/$`));
  const before = reads();
  await button(dialog, 'Look again').click();
  await expect.poll(reads).toBeGreaterThan(before);
  await button(dialog, 'It was not done').click();
  await expect(said(page, 'Noted as not done')).toBeVisible();
  await expect(due).toBeHidden();
});

test('what has waited for more than a day is asked about, and cancelled or sent', async ({ desks, shop }) => {
  const desk = await open(desks, shop);
  const first = shop.store.state.firstPayment('pending');
  if (first === undefined) throw new Error('no pending payment');
  await goTo(desk.page, 'Payments');
  await shop.stop();
  await textBox(desk.page, 'Payment number').fill(String(first.id));
  await button(desk.page, 'Mark failed').click();
  await goTo(desk.page, 'Activity');
  await expect(desk.page.getByRole('row', { name: new RegExp(`^Payment ${first.id}: .* → failed, Waiting$`) })).toBeVisible();
  await desks.close(desk);
  await alterJournal(desk.folder, "UPDATE entry SET at = strftime('%Y-%m-%dT%H:%M:%S.000Z', at, '-26 hours')");

  await shop.start();
  const next = await desks.open({ folder: desk.folder });
  await next.page.getByRole('grid', { name: 'Orders' }).waitFor();
  await goTo(next.page, 'Activity');
  const due = next.page.getByRole('region', { name: 'Needs you' });
  await due.getByRole('button', { name: /^Decide/ }).click();
  const dialog = question(next.page, 'Send it or cancel it?');
  await expect(dialog).toContainText('Asked for 26 hours ago: send it or cancel it.');
  await button(dialog, 'Cancel it').click();
  await expect(said(next.page, new RegExp(`Undone: payment ${first.id} .*was not marked failed`))).toBeVisible();
  expect(shop.count('PATCH', /payments/)).toBe(0);
  await expect(orderDetail(next.page, first.orderId)).toBeHidden();
});
