// Many payments at once in the real window: chosen by mouse and keyboard, rehearsed, started, undone, paused, cancelled, retried.
import { expect } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import {
  carriedOut,
  choiceBar,
  chosenRows,
  dryRun,
  folderWith,
  heldBar,
  openPayments,
  paths,
  pendingOf,
  results,
  runLine,
  sumOf,
} from './support/bulk.ts';
import { amount, button, goTo, orderRow, ordersGrid, pendingRow } from './support/console.ts';
import { openOrders } from './support/desk.ts';
import { test } from './support/test.ts';

test.use({ behaviour: { orders: 240 } });

test('rows are chosen by mouse and keyboard; a plain click selects one and nothing more', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await orderRow(page, 238).click();
  await expect(chosenRows(page)).toHaveCount(1);
  await expect(orderRow(page, 238)).toHaveAttribute('aria-selected', 'true');
  await expect(choiceBar(page)).toHaveCount(0);

  await orderRow(page, 235).click({ modifiers: ['Shift'] });
  await expect(choiceBar(page)).toContainText('4 chosen');
  await expect(chosenRows(page)).toHaveCount(4);
  await orderRow(page, 232).click({ modifiers: ['Control'] });
  await orderRow(page, 237).click({ modifiers: ['Control'] });
  await expect(choiceBar(page)).toContainText('4 chosen');
  await expect(orderRow(page, 237)).toHaveAttribute('aria-selected', 'false');
  await orderRow(page, 230).locator('.row-tick').click();
  await expect(choiceBar(page)).toContainText('5 chosen');
  await expect(ordersGrid(page)).toHaveAttribute('aria-multiselectable', 'true');
  await expectNoViolations(page, 'Orders, several chosen');

  // Sorted the other way round it is the same choice.
  await ordersGrid(page).getByRole('button', { name: 'Order' }).click();
  await expect(orderRow(page, 1)).toBeVisible();
  await expect(choiceBar(page)).toContainText('5 chosen');
  await ordersGrid(page).getByRole('button', { name: 'Order' }).click();
  await expect(orderRow(page, 236)).toHaveAttribute('aria-selected', 'true');

  await ordersGrid(page).focus();
  await page.keyboard.press('Escape');
  await expect(choiceBar(page)).toHaveCount(0);
  await page.keyboard.press('Home');
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', 'Control+Space'])
    await page.keyboard.press(key);
  await expect(choiceBar(page)).toContainText('4 chosen');
  for (const id of [240, 239, 238, 236]) await expect(orderRow(page, id)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+a');
  await expect(choiceBar(page)).toContainText('240 chosen');
  await page.keyboard.press('ArrowDown');
  await expect(choiceBar(page)).toHaveCount(0);
});

test('the dry run tells what is marked, what it comes to, and what is left out and why; what comes later does not join', async ({
  desk,
  shop,
}) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await orderRow(page, 240).click();
  await orderRow(page, 239).click({ modifiers: ['Control'] });
  await button(choiceBar(page), 'Choose all 240 in this result').click();
  await expect(choiceBar(page)).toContainText('240 chosen');
  const pending = pendingOf(shop);
  const late = shop.store.state.addOrder({ productName: 'Too late', quantity: 1, priceMinor: 100 });
  shop.store.state.addPayment({ orderId: late.id, amountMinor: 100 });
  await button(page, 'Refresh').click();
  await expect(orderRow(page, late.id)).toBeVisible();
  await expect(choiceBar(page)).toContainText('240 chosen');

  await ordersGrid(page).focus();
  await page.keyboard.press('c');
  const dialog = dryRun(page);
  await expect(dialog).toHaveAccessibleName(`Complete ${pending.length} payments?`);
  await expect(dialog).toContainText(amount(sumOf(pending)));
  await expect(dialog).toContainText('Nothing has been written or sent yet.');
  const all = Array.from({ length: 240 }, (_, index) => shop.store.state.paymentsOf(index + 1));
  const none = all.filter((own) => own.length === 0).length;
  const already = all.filter(
    (own) => own.every(({ status }) => status !== 'pending') && own.some(({ status }) => status === 'completed'),
  ).length;
  const failed = all.filter((own) => own.length > 0 && own.every(({ status }) => status === 'failed')).length;
  const left = dialog.getByRole('region', { name: 'Left out' });
  await expect(left).toContainText(`${already} are completed already`);
  await expect(left).toContainText(`${failed} are no longer pending`);
  await expect(left).toContainText(`${none} have no payment to mark`);
  await expectNoViolations(page, 'the dry run');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(choiceBar(page)).toContainText('240 chosen');
  expect(carriedOut(shop)).toEqual([]);
});

test('one hold for all of it: Z undoes the whole run, and the rows are chosen as before', async ({ desks, shop }) => {
  const { page } = await desks.open({ folder: await folderWith({ hold: 10 }) });
  await openPayments(page, shop);
  const [first, second, third] = pendingOf(shop);
  await pendingRow(page, first?.id ?? 0)
    .locator('.row-tick')
    .click();
  await pendingRow(page, third?.id ?? 0).click({ modifiers: ['Shift'] });
  await expect(choiceBar(page)).toContainText('3 chosen');
  await button(choiceBar(page), 'Fail 3…').click();
  await expect(dryRun(page)).toHaveAccessibleName('Fail 3 payments?');
  await page.keyboard.press('Enter');
  const three = [first, second, third].filter((payment) => payment !== undefined);
  await expect(heldBar(page)).toContainText('Failed: 3 payments');
  await expect(heldBar(page)).toContainText(amount(sumOf(three)));
  await expect(button(page, 'Undo')).toHaveCount(1);
  await expect(choiceBar(page)).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(page.getByRole('status')).toContainText('Undone: 3 payments were not marked failed.');
  await expect(heldBar(page)).toHaveCount(0);
  await expect(choiceBar(page)).toContainText('3 chosen');
  await expect(runLine(page)).toHaveCount(0);
  expect(shop.wire.arrived.filter(({ method }) => method === 'PATCH')).toEqual([]);
});

test('a run is paused, goes on, and is cancelled; what was sent is sent once', async ({ desks, shop }) => {
  const { page } = await desks.open({ folder: await folderWith({ hold: 0 }) });
  await openPayments(page, shop);
  const pending = pendingOf(shop);
  const hold = () => {
    for (let place = 0; place < 4; place += 1) shop.faults.next('PATCH', /payments/, { kind: 'hold' });
  };
  hold();
  await page.keyboard.press('Control+a');
  await expect(choiceBar(page)).toContainText(`${pending.length} chosen`);
  await page.keyboard.press('c');
  await button(dryRun(page), `Complete ${pending.length} payments`).click();
  await expect(runLine(page)).toHaveAccessibleName(`Completing ${pending.length} payments`);
  await expect(runLine(page)).toContainText(amount(sumOf(pending)));
  await expect.poll(() => shop.faults.held()).toBe(4);
  await button(runLine(page), 'Pause').click();
  await expect(runLine(page)).toContainText('paused');
  await expectNoViolations(page, 'a run, paused');
  shop.faults.release();
  // What was under way comes to its end; nothing else is begun.
  await expect(runLine(page)).toContainText(/^Completing.*[1-9]\d* done/);
  await expect.poll(() => shop.count('PATCH', /payments/)).toBeLessThan(pending.length);

  hold();
  await button(runLine(page), 'Resume').click();
  await expect.poll(() => shop.faults.held()).toBe(4);
  await button(runLine(page), 'Cancel the rest').click();
  await expect(runLine(page)).toContainText('cancelled');
  shop.faults.release();
  await expect(runLine(page)).toHaveAccessibleName(/^Completed \d+ of \d+ payments$/);
  const done = carriedOut(shop);
  await expect(runLine(page)).toContainText(`${done.length} done · ${pending.length - done.length} cancelled`);
  expect(new Set(done).size).toBe(done.length);
  expect(done.length).toBeLessThan(pending.length);
  await button(runLine(page), 'Close').click();
  await expect(runLine(page)).toHaveCount(0);
});

test('one refused and one conflict among many: told row by row, chosen again, and the refused one retried', async ({ desks, shop }) => {
  const { page } = await desks.open({ folder: await folderWith({ hold: 0 }) });
  await openPayments(page, shop);
  const pending = pendingOf(shop);
  const [refused, changed] = [pending[3]?.id ?? 0, pending[5]?.id ?? 0];
  const body = '{"status":["Not on a Sunday."]}';
  shop.faults.next('PATCH', new RegExp(`/payments/${refused}/`), { kind: 'answer', status: 400, type: 'application/json', body });
  shop.store.state.changePayment(changed, { status: 'failed' });
  await page.keyboard.press('Control+a');
  await expect(choiceBar(page)).toContainText(`${pending.length} chosen`);
  await page.keyboard.press('c');
  await expect(dryRun(page)).toHaveAccessibleName(`Complete ${pending.length} payments?`);
  await page.keyboard.press('Enter');

  const line = runLine(page);
  await expect(line).toHaveAccessibleName(`Completed ${pending.length - 2} of ${pending.length} payments`);
  await expect(line).toContainText('1 not done · 1 to decide');
  await expect(page.getByRole('alert')).toContainText(
    `${pending.length - 2} of ${pending.length} payments marked completed; 1 not done, 1 to be decided.`,
  );
  await expect(choiceBar(page)).toContainText('2 chosen');
  await expect(pendingRow(page, refused)).toHaveAttribute('aria-selected', 'true');

  await button(line, 'Results').click();
  await expect(results(page)).toHaveCount(pending.length);
  await expectNoViolations(page, 'the results');
  await button(page, 'Not done 1').click();
  await expect(results(page)).toHaveCount(1);
  await expect(results(page)).toContainText(`Payment ${refused}`);
  await expect(results(page)).toContainText('Refused');
  await expect(results(page)).toContainText('Not on a Sunday.');
  await button(page, 'To decide 1').click();
  await expect(results(page)).toContainText(`Payment ${changed}`);
  await expect(results(page)).toContainText('now failed');

  await button(page.getByRole('dialog'), 'Retry failed').click();
  await expect(dryRun(page)).toHaveAccessibleName('Complete 1 payment?');
  await expect(dryRun(page)).toContainText(`Payment ${refused}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Completed 1 payment', exact: true })).toBeVisible();
  const rest = pending.filter(({ id }) => id !== changed);
  expect(carriedOut(shop).toSorted()).toEqual(paths(rest, 'completed'));
});

test('amounts above the limit want a second word, and the dry run names how many', async ({ desks, shop }) => {
  const { page } = await desks.open({ folder: await folderWith({ hold: 0, confirmAbove: '200.00' }) });
  await openPayments(page, shop);
  const large = pendingOf(shop).filter(({ amountMinor }) => amountMinor > 20_000).length;
  await page.keyboard.press('Control+a');
  await expect(choiceBar(page)).toBeVisible();
  await page.keyboard.press('c');
  await expect(dryRun(page)).toContainText(`${large} payments are above`);
  const start = dryRun(page).getByRole('button', { name: /^Complete \d+ payments$/ });
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(dryRun(page)).toBeVisible();
  expect(carriedOut(shop)).toEqual([]);
  await dryRun(page).getByRole('checkbox').check();
  await start.click();
  await expect(runLine(page)).toHaveAccessibleName(/^Completed \d+ payments$/);
  await goTo(page, 'Payments');
  await expect(page.getByText('Nothing is pending')).toBeVisible();
});
