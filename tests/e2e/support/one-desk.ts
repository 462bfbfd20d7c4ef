// `test` for many short stories: one launched desk serves all of them, because launching costs seconds; each gets a shop of its own, a page
// loaded anew and a fresh sign-in, so that nothing typed, announced, learned or recorded is left from the one before.
import { test as base, expect } from 'playwright/test';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import type { PracticeRequest } from '../../../src/main/practice/store.ts';
import type { Settings } from '../../../src/shared/ipc/session-schemas.ts';
import { type Desk, launch, signIn } from './desk.ts';
import { expectNothingUnsent } from './marking.ts';
import { openShop, type Shop } from './shop.ts';

interface Fixtures {
  readonly behaviour: Partial<PracticeBehaviour>;
  /** What is typed for the shop: `{origin}` and `{port}` are its own. */
  readonly address: string;
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

interface WorkerFixtures {
  /** Without a hold, so that a mark leaves at once: specs about the hold say otherwise, and get a desk of their own. */
  readonly settings: Partial<Settings>;
  readonly oneDesk: Desk;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  settings: [{ hold: 0 }, { option: true, scope: 'worker' }],
  oneDesk: [
    async ({ settings }, use) => {
      const desk = await launch({ settings });
      await use(desk);
      await desk.close();
    },
    { scope: 'worker' },
  ],
  behaviour: [{}, { option: true }],
  address: ['{origin}', { option: true }],
  shop: async ({ behaviour }, use) => {
    const shop = await openShop({ orders: 60, ...behaviour });
    await use(shop);
    await shop.stop();
  },
  page: async ({ oneDesk, shop, address }, use) => {
    const { page, pageErrors } = oneDesk;
    const before = pageErrors.length;
    await signInAt(page, shop, address);
    await use(page);
    // Whatever the story left open goes with the page, and what it left in doubt is decided: a desk signs nobody out over it.
    await page.reload();
    await decideAll(page);
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

/** Marks settle by themselves; creations in doubt and conflicts wait for a person. */
async function decideAll(page: Desk['page']): Promise<void> {
  await page.evaluate(async () => {
    type Open = { id: string; wish: { kind: string }; state: { name: string } };
    const answer = (await window.paydesk.request('desk.state', null)) as { value: { open: Open[] } };
    for (const { id, wish, state } of answer.value.open) {
      const kind = state.name === 'conflict' ? 'keep-theirs' : wish.kind === 'mark' ? null : 'say-not-done';
      if (kind !== null) await window.paydesk.request('operations.decide', { id, decision: { kind } });
    }
  });
  await expectNothingUnsent(page);
}

async function signInAt(page: Desk['page'], { url, store }: Shop, address: string): Promise<void> {
  const typed = address.replace('{origin}', url).replace('{port}', new URL(url).port);
  await page.getByRole('textbox', { name: 'Server address' }).fill(typed);
  await signIn(page);
  const rows = store.state.ordersShownTo(PRACTICE_ACCOUNT.username).length;
  await expect(page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-rowcount', String(rows + 1));
}
