// Alerts: a native notification when something new wants somebody's eyes and nobody looks; a click leads there.
import { expect } from 'playwright/test';
import { goTo } from './support/console.ts';
import { type Desk, openOrders } from './support/desk.ts';
import { markOldest, setSettings } from './support/leaving.ts';
import type { Shop } from './support/shop.ts';
import { test } from './support/test.ts';

interface Shown {
  readonly title: string;
  readonly body: string;
}
interface Ear {
  shown: { title: string; body: string; emit(event: 'click'): boolean }[];
  focused: boolean;
}

/** Keeps notifications from the computer's own desktop, and decides whether the window is in front. */
async function listen({ app }: Desk, focused: boolean): Promise<void> {
  await app.evaluate(({ Notification, BrowserWindow }, inFront) => {
    const ear = globalThis as unknown as Ear;
    ear.shown = [];
    Notification.prototype.show = function show() {
      ear.shown.push(this);
    };
    BrowserWindow.prototype.isFocused = () => inFront;
  }, focused);
}

const shown = ({ app }: Desk): Promise<readonly Shown[]> =>
  app.evaluate(() => (globalThis as unknown as Ear).shown.map(({ title, body }) => ({ title, body })));

const click = ({ app }: Desk): Promise<void> =>
  app.evaluate(() => {
    (globalThis as unknown as Ear).shown.at(-1)?.emit('click');
  });

/** Two minutes pass for main, somebody looks at the window, and main reads the history by itself. */
async function readByItself({ app, page }: Desk, rows: number): Promise<void> {
  await app.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 120_000;
  });
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  // On the screen it waits to be let in.
  await expect.poll(() => page.evaluate(() => window.paydesk.request('history.state', null))).toMatchObject({ value: { total: rows } });
}

function arrivePending(shop: Shop): number {
  const { id } = shop.store.state.addOrder({ productName: 'Tea', quantity: 1, priceMinor: 1_250 });
  return shop.store.state.addPayment({ orderId: id, amountMinor: 1_250 }).id;
}

test('a new pending payment is told once, and a click shows Payments', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  await listen(desk, false);
  const payment = arrivePending(shop);
  await readByItself(desk, 61);
  await expect
    .poll(() => shown(desk))
    .toEqual([{ title: 'New payment to mark', body: expect.stringContaining(`Payment ${payment} of order 61`) }]);
  arrivePending(shop);
  await readByItself(desk, 62);
  await expect.poll(async () => (await shown(desk)).length).toBe(2);
  await click(desk);
  await expect(desk.page.getByRole('grid', { name: 'Pending payments' })).toBeVisible();
});

test('what newly needs a decision is told, and a click opens the decision', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  await setSettings(desk.page, { hold: 0 });
  await goTo(desk.page, 'Payments');
  await listen(desk, false);
  shop.store.state.changePayment(shop.store.state.firstPayment('pending')?.id ?? 0, { status: 'failed' });
  const [payment] = await markOldest(desk.page, 1);
  await expect
    .poll(() => shown(desk))
    .toEqual([{ title: 'Something needs your decision', body: `Somebody else has changed payment ${payment} meanwhile.` }]);
  await click(desk);
  // The decision itself, above Activity.
  await expect(desk.page.getByRole('dialog')).toContainText(`ayment ${payment}`);
  await expect(desk.page).toHaveTitle(/Activity/);
});

test('while somebody looks it is said inside the window instead', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  await listen(desk, true);
  arrivePending(shop);
  await readByItself(desk, 61);
  await expect(desk.page.getByRole('status')).toContainText('New payment to mark.');
  expect(await shown(desk)).toEqual([]);
});

test('nothing is told where notifications are switched off', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  await setSettings(desk.page, { notifications: false });
  await listen(desk, false);
  arrivePending(shop);
  await readByItself(desk, 61);
  expect(await shown(desk)).toEqual([]);
});
