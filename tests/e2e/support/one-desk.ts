// `test` for many short stories: one launched desk serves all of them, because launching costs seconds; each gets a shop of its own, a page
// loaded anew and a fresh sign-in, so that nothing typed, announced, learned or recorded is left from the one before.
import { test as base, expect } from 'playwright/test';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import type { PracticeRequest } from '../../../src/main/practice/store.ts';
import { type Desk, launch, signIn } from './desk.ts';
import { openShop, type Shop } from './shop.ts';

interface Fixtures {
  readonly behaviour: Partial<PracticeBehaviour>;
  readonly shop: Shop;
  /** Signed in, with the whole history on the screen. */
  readonly page: Desk['page'];
  /** Every write that the shop has carried out or refused, oldest first, each with its body read. */
  readonly written: () => readonly Write[];
}

export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export const test = base.extend<Fixtures, { oneDesk: Desk }>({
  oneDesk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted out of this pattern.
    async ({}, use) => {
      const desk = await launch();
      await use(desk);
      await desk.close();
    },
    { scope: 'worker' },
  ],
  behaviour: [{}, { option: true }],
  shop: async ({ behaviour }, use) => {
    const shop = await openShop({ orders: 60, ...behaviour });
    await use(shop);
    await shop.stop();
  },
  page: async ({ oneDesk, shop }, use) => {
    const { page, pageErrors } = oneDesk;
    const before = pageErrors.length;
    await signInAt(page, shop);
    await use(page);
    // Whatever the story left open goes with the page.
    await page.reload();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.reload();
    expect(pageErrors.slice(before)).toEqual([]);
  },
  written: async ({ shop }, use) => {
    await use(() =>
      shop.store.requests
        .filter(isWrite)
        .map(({ method, path, body, status }) => ({ method, path, status, body: JSON.parse(body) as unknown })),
    );
  },
});

function isWrite({ method, path }: PracticeRequest): boolean {
  return !READS.has(method) && path.startsWith('/api/orders/');
}

async function signInAt(page: Desk['page'], shop: Shop): Promise<void> {
  await page.getByRole('textbox', { name: 'Server address' }).fill(shop.url);
  await signIn(page);
  await expect(page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-rowcount', String(shop.store.state.orderCount + 1));
}
