// Marks as a person makes them, and the settings that decide how long they can be undone.
import { expect, type Page } from 'playwright/test';
import type { Settings } from '../../../src/shared/ipc/session-schemas.ts';
import { button, goTo, textBox } from './console.ts';
import type { Shop } from './shop.ts';

/** Changes settings behind the screen's back, where a story is not about them. */
export async function setSettings(page: Page, change: Partial<Settings>): Promise<void> {
  await page.evaluate(async (wanted) => {
    const read = (await window.paydesk.request('settings.read', null)) as { value: object };
    await window.paydesk.request('settings.save', { ...read.value, ...wanted });
  }, change);
}

/** Marks the oldest pending payments with the key C. @returns their numbers, in the order of marking. */
export async function markOldest(page: Page, count: number): Promise<readonly number[]> {
  await goTo(page, 'Payments');
  const grid = page.getByRole('grid', { name: 'Pending payments' });
  await grid
    .getByRole('row', { name: /^Payment / })
    .first()
    .click();
  const box = textBox(page, 'Payment number');
  const marked: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const number = await box.inputValue();
    marked.push(Number(number));
    await page.keyboard.press('c');
    await expect(box).not.toHaveValue(number);
  }
  return marked;
}

/** What the truth bar offers behind this name. */
export async function openDetails(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('region', { name: 'Connection and data' }).getByRole('button', { name }).first().click();
}

export const waitingRows = (page: Page) => page.getByRole('list', { name: 'Waiting to be sent' }).getByRole('listitem');

/** Presses a button of an open dialog. */
export async function press(page: Page, dialog: string, name: string): Promise<void> {
  await button(page.getByRole('dialog', { name: dialog }), name).click();
}

/** Calls of the update that the shop's store has carried out or refused. */
export const updates = (shop: Shop): number =>
  shop.store.requests.filter(({ method, path }) => method !== 'GET' && method !== 'OPTIONS' && /\/payments\/\d+\/$/.test(path)).length;

export const statusesOf = (shop: Shop, payments: readonly number[]): readonly (string | undefined)[] =>
  payments.map((payment) => shop.store.state.payment(payment)?.status);
