// Marking many at once, as a person sees it; and a desk whose hold is as long as a story needs.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from 'playwright/test';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/ipc/session-schemas.ts';
import { signIn } from './desk.ts';
import type { Shop } from './shop.ts';

export const choiceBar = (page: Page): Locator => page.getByRole('region', { name: 'Chosen rows' });
export const heldBar = (page: Page): Locator => page.getByRole('region', { name: 'Held marks' });
export const dryRun = (page: Page): Locator => page.getByRole('dialog', { name: /^(Complete|Fail) / });
/** The line of a run, by what it does or has done. */
export const runLine = (page: Page): Locator => page.getByRole('region', { name: /^(Completing|Completed|Marking|Marked) / });
export const results = (page: Page): Locator => page.getByRole('list', { name: 'Payments of this run' }).getByRole('listitem');
export const chosenRows = (page: Page): Locator => page.getByRole('row', { selected: true });

/** A folder for a desk that has been set up before. */
export async function folderWith(settings: Partial<Settings>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paydesk-desk-'));
  await writeFile(join(folder, 'desk.json'), JSON.stringify({ settings: { ...DEFAULT_SETTINGS, ...settings } }));
  return folder;
}

/** Signs in and opens the pending payments, with all of them told. */
export async function openPayments(page: Page, shop: Shop): Promise<void> {
  await signIn(page);
  await expect(page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-rowcount', String(shop.store.state.orderCount + 1));
  await page.keyboard.press('Control+2');
  const count = pendingOf(shop).length;
  await expect(page.getByRole('grid', { name: 'Pending payments' })).toHaveAttribute('aria-rowcount', String(count + 1));
}

export interface Pending {
  readonly id: number;
  readonly orderId: number;
  readonly amountMinor: number;
}

/** Oldest first, as the list shows them. */
export function pendingOf({ store }: Shop): readonly Pending[] {
  const ids = Array.from({ length: store.state.orderCount }, (_, index) => index + 1);
  return ids.flatMap((id) => store.state.paymentsOf(id).filter(({ status }) => status === 'pending'));
}

export function sumOf(payments: readonly Pending[]): string {
  return (payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0) / 100).toFixed(2);
}

/** `/api/orders/payments/7/ completed`, of every write that the shop has carried out. */
export function carriedOut({ store }: Shop): readonly string[] {
  return store.requests
    .filter(({ method, status }) => method === 'PATCH' && status < 300)
    .map(({ path, body }) => `${path} ${(JSON.parse(body) as { status: string }).status}`);
}

export function paths(payments: readonly Pending[], to: string): readonly string[] {
  return payments.map(({ id }) => `/api/orders/payments/${id}/ ${to}`).sort();
}
