// The built app in real Electron for one test: launched, driven, closed; every launch in a folder of its own unless told otherwise.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from 'playwright/test';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import type { Settings } from '../../../src/shared/ipc/session-schemas.ts';
import type { Shop } from './shop.ts';

export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the app keeps between starts. */
  readonly folder: string;
  /** Uncaught errors of the page, and its console's errors. */
  readonly pageErrors: readonly string[];
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** null: without `--server`. */
  readonly server?: string | null;
  /** A folder of an earlier launch, to start again as the same desk. */
  readonly folder?: string;
  /** What a fresh desk is set to before it starts; the rest is as delivered. */
  readonly settings?: Partial<Settings>;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function launch({ server = null, folder, settings, args = [], env = {} }: LaunchOptions = {}): Promise<Desk> {
  const own = folder ?? (await freshFolder(settings));
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  if (executablePath === undefined) throw new Error('run the end-to-end tests with npm run e2e');
  const app = await _electron.launch({
    executablePath,
    args: ['.', `--user-data-dir=${own}`, ...(server === null ? [] : [`--server=${server}`]), ...args],
    env: { ...withoutUndefined(process.env), ...env },
  });
  const page = await app.firstWindow();
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  return { app, page, folder: own, pageErrors, close: () => closeKeeping(app, page) };
}

/** Where marks wait to be sent, closing asks; a story that says nothing of it keeps them. */
async function closeKeeping(app: ElectronApplication, page: Page): Promise<void> {
  const closed = app.close();
  const keep = page.getByRole('button', { name: 'Keep for the next start and close' });
  await Promise.race([closed, keep.click().catch(() => closed)]);
  await closed;
}

async function freshFolder(settings: Partial<Settings> | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paydesk-desk-'));
  if (settings !== undefined) await writeFile(join(folder, 'desk.json'), JSON.stringify({ settings }));
  return folder;
}

export async function signIn(page: Page, credentials: { username: string; password: string } = PRACTICE_ACCOUNT): Promise<void> {
  await page.getByRole('textbox', { name: 'Username' }).fill(credentials.username);
  await page.getByRole('textbox', { name: 'Password' }).fill(credentials.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in and waits until the history is on the screen. */
export async function openOrders(desk: Desk, shop: Shop): Promise<void> {
  await signIn(desk.page);
  await expect(desk.page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-rowcount', String(shop.store.state.orderCount + 1));
}

export async function openOrder(page: Page, id: number): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search orders' }).fill(String(id));
  await page.getByRole('row', { name: `Order ${id}`, exact: true }).click();
  await expect(page.getByRole('region', { name: `Order ${id}`, exact: true })).toBeVisible();
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
