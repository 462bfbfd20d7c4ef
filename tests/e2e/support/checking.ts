// The connection check as a person finds it on screen.
import { type ElectronApplication, expect, type Locator, type Page } from 'playwright/test';

export const check = (page: Page): Locator => page.getByRole('dialog', { name: 'Connection check' });
export const region = (page: Page): Locator => page.getByRole('region', { name: 'Connection check' });
export const line = (page: Page, name: string): Locator =>
  region(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });
export const opener = (within: Page | Locator): Locator => within.getByRole('button', { name: 'Check the connection' });
export const button = (page: Page, name: string): Locator => check(page).getByRole('button', { name, exact: true });

/** The last word on the whole, on screen and for those who listen. */
export async function expectOutcome(page: Page, words: RegExp): Promise<void> {
  await expect(region(page)).toHaveAttribute('aria-busy', 'false');
  await expect(region(page).getByText(words)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: words })).toHaveCount(1);
}

export const copied = (desk: { readonly app: ElectronApplication }): Promise<string> =>
  desk.app.evaluate(async ({ clipboard }) => await clipboard.readText());
