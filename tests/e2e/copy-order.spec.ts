// Taking an order along: as text for a ticket, by its number, as a link; the clipboard holds what main made of it, and it is said.
import { expect } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { copied } from './support/checking.ts';
import { button, openOrder } from './support/console.ts';
import { openOrders } from './support/desk.ts';
import { folderWith } from './support/prepared.ts';
import { test } from './support/test.ts';

test('by mouse and by key, and each time it is said which order', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  const { page } = desk;
  const detail = await openOrder(page, 7);
  const said = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1);

  await button(detail, 'Copy number').click();
  await said('Number 7 copied.');
  expect(await copied(desk)).toBe('7');
  await button(detail, 'Copy link').click();
  await said('Link to order 7 copied.');
  expect(await copied(desk)).toBe('paydesk://order/7');
  await button(detail, 'Copy for a ticket').click();
  await said('Order 7 copied as text for a ticket.');
  const ticket = await copied(desk);
  const order = shop.store.state.order(7);
  expect(ticket).toMatch(/^Order 7\n/);
  expect(ticket).toContain(`\nQuantity: ${order?.quantity}\n`);
  expect(ticket).toMatch(/\nAs of: \d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d\n$/);
  expect(ticket).toContain(`\nServer: ${new URL(shop.url).host}\n`);
  expect(ticket).not.toMatch(/eyJ|practice-2026/);
  for (const token of shop.wire.tokens) expect(ticket).not.toContain(token);
  await expectNoViolations(page, 'an order that was copied');

  await page.keyboard.press('Control+Shift+N');
  await expect.poll(() => copied(desk)).toBe('7');
  await page.keyboard.press('Control+Shift+L');
  await expect.poll(() => copied(desk)).toBe('paydesk://order/7');
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(() => copied(desk)).toBe(ticket);
});

test('a mark under way is in the ticket as one, beside what the server said last', async ({ desks, shop }) => {
  const desk = await desks.open({ folder: await folderWith({ hold: 10 }) });
  await openOrders(desk, shop);
  const payment = shop.store.state.addPayment({ orderId: 9, amountMinor: 450 }).id;
  const detail = await openOrder(desk.page, 9);
  await detail.getByText(`Payment ${payment}`).first().click();
  await button(detail, 'Mark completed').click();
  await expect(button(desk.page, 'Undo').first()).toBeVisible();
  await button(detail, 'Copy for a ticket').click();
  await expect
    .poll(() => copied(desk))
    .toMatch(
      new RegExp(
        `Payment ${payment}: 4\\.50, pending, created [^\\n]+\\n  Under way at this desk: to be marked completed, not sent yet\\.`,
      ),
    );
  await desk.page.keyboard.press('z');
  await expect(button(desk.page, 'Undo')).toHaveCount(0);
});

test('offline it says how old it is', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  await shop.stop();
  const detail = await openOrder(desk.page, 5);
  await expect(detail).toContainText(/Shown is what was known at/);
  await button(detail, 'Copy for a ticket').click();
  await expect.poll(() => copied(desk)).toMatch(/^Order 5\nProduct: (?:.+\n)+As of: /);
  await shop.start();
});
