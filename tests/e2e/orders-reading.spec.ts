// Reading orders: peek, the order before and after, the divider, the timeline, and the way back to where one was.
import { expect, type Locator, type Page } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { button, goTo, openOrder, orderDetail, orderRow, ordersGrid, pendingRow, search } from './support/console.ts';
import { openOrders } from './support/desk.ts';
import { expectVisibleFocus, tabTo } from './support/focus.ts';
import { test } from './support/test.ts';

const peek = (page: Page, id: number): Locator => page.getByRole('region', { name: `Peek at order ${id}`, exact: true });
const divider = (page: Page): Locator => page.getByRole('separator', { name: 'Width of the order' });

test('the space bar peeks, J and the arrows take the card along, Space and Escape close it; X ticks', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await orderDetail(page, 59).getByRole('button', { name: 'Close' }).click();
  await expect(ordersGrid(page)).toBeFocused();
  await expect(orderDetail(page, 59)).toHaveCount(0);
  await expect(orderRow(page, 59)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Space');
  await expect(peek(page, 59)).toContainText('Due');
  await expect(page.getByRole('status').filter({ hasText: /^Order 59: / })).toHaveCount(1);
  await expectNoViolations(page, 'peeking');
  await page.keyboard.press('j');
  await expect(peek(page, 58)).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(peek(page, 59)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(peek(page, 59)).toHaveCount(0);
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(peek(page, 59)).toHaveCount(0);
  await page.keyboard.press('x');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('row', { selected: true })).toHaveCount(2);
  await page.keyboard.press('Escape');
  // Into the order, with the keys in it.
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Order \d+$/ })).toBeFocused();
  await expect(page.getByRole('region', { name: /^Peek/ })).toHaveCount(0);
});

test('goes to the order before and the one after inside the result', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await page.keyboard.press('1');
  const pending = Number(await ordersGrid(page).getAttribute('aria-rowcount')) - 1;
  expect(pending).toBeGreaterThan(2);
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('region', { name: /^Order \d+$/ });
  await expect(detail).toContainText(`1 of ${pending}`);
  await expect(button(detail, 'Previous order')).toHaveAttribute('aria-disabled', 'true');
  await button(detail, 'Next order').click();
  await expect(detail).toContainText(`2 of ${pending}`);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(detail).toContainText(`3 of ${pending}`);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(detail).toContainText(`2 of ${pending}`);
  const shown = await detail.getAttribute('aria-label');
  await expect(page.getByRole('row', { name: shown ?? '', exact: true })).toHaveAttribute('aria-selected', 'true');
});

test('the divider moves by keys and by mouse, its width stays, and Enter brings it back', async ({ desks, shop }) => {
  const desk = await desks.open();
  const { page } = desk;
  await openOrders(desk, shop);
  const detail = await openOrder(page, 50);
  const width = (of: Locator) => of.evaluate((element) => Math.round(element.getBoundingClientRect().width));
  const first = await width(detail);
  await ordersGrid(page).focus();
  await tabTo(page, divider(page));
  await expectVisibleFocus(page);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => width(detail)).toBe(first + 24);
  await expect(divider(page)).toHaveAttribute('aria-valuenow', String(first + 24));
  await page.keyboard.press('End');
  await expect.poll(() => width(detail)).toBe(320);
  await expectNoViolations(page, 'a narrow order');
  const { x, y } = (await divider(page).boundingBox()) ?? { x: 0, y: 0 };
  // By its middle, which lies on the edge of the order.
  await page.mouse.move(x + 4, y + 200);
  await page.mouse.down();
  await page.mouse.move(x + 4 - 130, y + 200);
  await page.mouse.up();
  await expect.poll(() => width(detail)).toBe(450);
  await goTo(page, 'Settings');
  await goTo(page, 'Orders');
  await expect.poll(() => width(orderDetail(page, 50))).toBe(450);
  await divider(page).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => width(orderDetail(page, 50))).toBe(first);
});

test('the timeline tells what the server told and what this desk did', async ({ desk, shop }) => {
  const { page } = desk;
  const { id } = shop.store.state.addOrder({ productName: 'Rain jacket', quantity: 1, priceMinor: 5_000 });
  const payment = shop.store.state.addPayment({ orderId: id, amountMinor: 5_000 }).id;
  await openOrders(desk, shop);
  const detail = await openOrder(page, id);
  const story = detail.getByRole('region', { name: 'Timeline' });
  await expect(story.getByRole('article')).toHaveText([/recorded.*The server/s, /Order created.*The server/s]);
  await expect(story).toContainText('Nothing was done to it at this desk.');
  await button(detail, 'Mark completed').click();
  const mark = story.getByRole('article', { name: `Payment ${payment}: pending → completed` });
  await expect(mark).toContainText('This desk, Pat Example');
  await expect(mark).toContainText('Done');
  await expect(story.getByRole('article').first()).toContainText('pending → completed');
});

test('Alt and the arrow, or the mouse’s button, lead back to where one was, with everything as it was', async ({ desk, shop }) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await search(page).fill('1');
  await search(page).press('Enter');
  const before = await page.getByRole('region', { name: /^Order \d+$/ }).getAttribute('aria-label');
  await page.keyboard.press('Control+2');
  const payments = page.getByRole('grid', { name: 'Pending payments' });
  await payments.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const selected = await page.getByRole('row', { selected: true }).getAttribute('aria-label');
  await page.keyboard.press('Enter');
  const opened = page.getByRole('region', { name: /^Order \d+$/ });
  await expect(opened).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(payments).toBeVisible();
  await expect(pendingRow(page, Number(selected?.replace('Payment ', '')))).toHaveAttribute('aria-selected', 'true');
  await page.evaluate(() => window.dispatchEvent(new MouseEvent('mouseup', { button: 3, cancelable: true })));
  await expect(page.getByRole('region', { name: before ?? '', exact: true })).toBeVisible();
  await expect(search(page)).toHaveValue('1');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(payments).toBeVisible();
});
