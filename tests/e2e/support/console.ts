// What a person sees and does in the console, by the names on screen.
import { expect, type Locator, type Page } from 'playwright/test';
import type { PaymentStatus } from '../../../src/main/practice/shop.ts';
import type { Shop } from './shop.ts';

export const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search orders' });
export const ordersGrid = (page: Page): Locator => page.getByRole('grid', { name: 'Orders' });
/** The list with what stands in place of rows when there are none. */
export const historyPane = (page: Page): Locator => page.getByRole('region', { name: 'History' });
export const orderRow = (page: Page, id: number): Locator => page.getByRole('row', { name: `Order ${id}`, exact: true });
export const orderDetail = (page: Page, id: number): Locator => page.getByRole('region', { name: `Order ${id}`, exact: true });
export const pendingRow = (page: Page, id: number): Locator => page.getByRole('row', { name: `Payment ${id}`, exact: true });
export const truthBar = (page: Page): Locator => page.getByRole('region', { name: 'Connection and data' });
export const dialog = (page: Page, name: 'New order' | 'Record payment'): Locator => page.getByRole('dialog', { name });
export const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name, exact: true });
export const textBox = (within: Page | Locator, name: string): Locator => within.getByRole('textbox', { name });

export async function goTo(page: Page, place: 'Orders' | 'Payments' | 'Activity' | 'Insights' | 'Settings'): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
}

/** Asks the server anew and waits until it has answered, or has been given up. */
export async function refresh(page: Page): Promise<void> {
  await button(page, 'Refresh').click();
  await expect(button(page, 'Refresh')).toHaveAttribute('aria-busy', 'false');
}

/** Opens an order out of the history; it has to be in it. */
export async function openOrder(page: Page, id: number): Promise<Locator> {
  await search(page).fill(String(id));
  await orderRow(page, id).click();
  const detail = orderDetail(page, id);
  await expect(detail).toHaveAttribute('aria-busy', 'false');
  return detail;
}

/** Gives a correction the reason that it asks for. */
export async function correct(page: Page, to: PaymentStatus, reason = 'Marked by mistake'): Promise<void> {
  const question = page.getByRole('dialog', { name: 'Correct a payment' });
  await button(question, reason).click();
  await button(question, `Correct to ${to}`).click();
  await expect(question).toBeHidden();
}

/** The amount beside `Total`, `Paid` or `Due` in an order's detail. */
export const figure = (detail: Locator, name: string): Locator => term(detail, name).locator('..').getByRole('definition');
export const term = (within: Locator, name: string): Locator => within.getByRole('term').filter({ hasText: new RegExp(`^${name}`) });

/** An amount as it may stand on screen: the separators are the computer's own. */
export function amount(text: string): RegExp {
  const [whole = '', fraction = '00'] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, '\\D?');
  return new RegExp(`(?<![\\d.,])${groups}\\D${fraction}`);
}

interface SeededPayment {
  readonly amountMinor: number;
  readonly status: PaymentStatus;
}

/** An order by somebody else, as it was before this desk signed in again or refreshed; prices in hundredths. */
export async function arrive(
  page: Page,
  shop: Shop,
  order: { readonly productName: string; readonly quantity: number; readonly priceMinor: number },
  payments: readonly SeededPayment[] = [],
): Promise<{ id: number; payments: readonly number[] }> {
  const { id } = shop.store.state.addOrder(order);
  const made = payments.map((payment) => shop.store.state.addPayment({ orderId: id, ...payment }).id);
  await refresh(page);
  return { id, payments: made };
}

/** Nothing that only a program should read: markup, a stack, an object without words. */
export async function expectOnlyWords(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/<\/?[a-z]|<!|Traceback|\[object |\bundefined\b|\bNaN\b|\n\s+at \S+ \(|Error:|ERR_|ECONN/);
}
