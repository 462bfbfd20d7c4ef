// Eyes that differ: text at 200 %, no motion, the system's own high-contrast colours.
import { expect, type Page } from 'playwright/test';
import { unusableControls } from './support/clipped.ts';
import { openOrder, openOrders } from './support/desk.ts';
import { expectVisibleFocus, tabTo } from './support/focus.ts';
import { test } from './support/test.ts';

/** What a zoom of 200 % leaves of a window of 1280 by 800. */
async function zoomTo200(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: 640, height: 400, deviceScaleFactor: 2, mobile: false });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640);
}

const opens = async (page: Page, place: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
  await expect(page.getByRole('region', { name: place, exact: true })).toBeVisible();
};

test('at 200 % everything can be used: nothing is cut off or covered', async ({ desk, shop }) => {
  const { page } = desk;
  const { orderId } = shop.store.state.addPayment({ orderId: 9, amountMinor: 12_345_678 });
  await zoomTo200(page);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect.poll(() => unusableControls(page), 'Sign in').toEqual([]);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect.poll(() => unusableControls(page), 'Create account').toEqual([]);
  await page.getByRole('button', { name: 'Back' }).click();
  await openOrders(desk, shop);
  await expect.poll(() => unusableControls(page), 'Orders').toEqual([]);
  await openOrder(page, orderId);
  await expect.poll(() => unusableControls(page), 'an order').toEqual([]);
  await page.getByRole('button', { name: 'Record payment' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect.poll(() => unusableControls(page), 'Record payment').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect.poll(() => unusableControls(page), 'New order').toEqual([]);
  await page.keyboard.press('Escape');
  for (const place of ['Payments', 'Activity', 'Insights', 'Profile', 'Settings']) {
    await opens(page, place);
    await expect.poll(() => unusableControls(page), place).toEqual([]);
  }
});

test('with reduced motion nothing moves, and every dialog goes away again', async ({ desk, shop }) => {
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openOrders(desk, shop);
  shop.faults.next('GET', /history/, { kind: 'hold' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => shop.faults.held()).toBe(1);
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  expect(moving).toBe(0);
  shop.faults.release();
  // With a failed attempt in between: what appears in the dialog must not keep it up.
  await page.getByRole('button', { name: 'New order' }).click();
  await page.getByRole('button', { name: 'Create order' }).click();
  await expect(page.getByRole('textbox', { name: 'Product name' })).toHaveAccessibleDescription(/\w/);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  await page.keyboard.press('Escape');
  await page
    .getByRole('row', { name: /^Order \d+$/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: /^Order \d+$/ })).toBeVisible();
});

test('in the system’s high-contrast colours controls have edges, the focus a ring, the chosen row a mark', async ({ desk, shop }) => {
  const { page } = desk;
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused();
  await expectVisibleFocus(page);
  const edge = (name: string): Promise<string> =>
    page.getByRole('button', { name, exact: true }).evaluate((element) => {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
      return `${borderTopStyle} ${Number.parseFloat(borderTopWidth) > 0} ${borderTopColor === 'rgba(0, 0, 0, 0)'}`;
    });
  for (const name of ['Sign in', 'Create account', 'Open practice store']) expect(await edge(name), name).toBe('solid true false');
  await openOrders(desk, shop);
  await openOrder(page, 3);
  const look = (id: number): Promise<string> =>
    page.getByRole('row', { name: `Order ${id}`, exact: true }).evaluate((element) => {
      const { outline, border, backgroundColor } = getComputedStyle(element);
      return [outline, border, backgroundColor].join(' ');
    });
  expect(await look(3)).not.toBe(await look(30));
  const current = page.getByRole('link', { name: 'Orders' });
  const other = page.getByRole('link', { name: 'Settings' });
  const border = (element: Element): string => getComputedStyle(element).border;
  expect(await current.evaluate(border)).not.toBe(await other.evaluate(border));
  await tabTo(page, page.getByRole('link', { name: 'Settings' }));
  for (const name of ['New order', 'Refresh', 'Record payment']) expect(await edge(name), name).toBe('solid true false');
});
