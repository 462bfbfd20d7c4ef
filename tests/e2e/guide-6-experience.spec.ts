// Guide 6, what a person sees while the history is on its way, when there is none, when it cannot be had, and when it is old.
import { expect } from 'playwright/test';
import {
  button,
  expectOnlyWords,
  historyPane,
  openOrder,
  orderDetail,
  orderRow,
  ordersGrid,
  refresh,
  search,
  truthBar,
} from './support/console.ts';
import { signIn } from './support/desk.ts';
import { test } from './support/one-desk.ts';
import { test as ownDesk } from './support/test.ts';

const HISTORY = /\/api\/orders\/history\/$/;
const DEBUG_PAGE = `<!DOCTYPE html><html><head><title>OperationalError at /api/orders/</title></head><body><h1>OperationalError</h1>
<pre>Traceback (most recent call last):\n  File "/srv/shop/views.py", line 12, in get\nSECRET_KEY = 'hunter2'</pre></body></html>`;

ownDesk('loading is told until the history is there, and no row is made up', async ({ desk, shop }) => {
  const { page } = desk;
  shop.faults.next('GET', HISTORY, { kind: 'hold' });
  await signIn(page);
  await expect(ordersGrid(page)).toHaveAttribute('aria-busy', 'true');
  await expect(truthBar(page)).toContainText('Loading');
  await expect(page.getByRole('row', { name: /^Order \d+$/ })).toHaveCount(0);
  await expect(page.getByText('No orders yet')).toHaveCount(0);

  shop.faults.release();
  await expect(ordersGrid(page)).toHaveAttribute('aria-busy', 'false');
  await expect(orderRow(page, 60)).toBeVisible();
  await expect(truthBar(page)).toContainText(/as of \d\d:\d\d/);
});

ownDesk('a first history that cannot be had says why, and there is a way out', async ({ desk, shop }) => {
  const { page } = desk;
  shop.faults.next('GET', HISTORY, { kind: 'answer', status: 500, type: 'text/html', body: DEBUG_PAGE });
  await signIn(page);
  await expect(historyPane(page)).toContainText('The history could not be loaded');
  await expect(historyPane(page)).toContainText('The server had an error of its own (500)');
  await expect(page.getByRole('alert')).toContainText('The server had an error of its own (500)');
  await expectOnlyWords(page);

  await refresh(page);
  await expect(orderRow(page, 60)).toBeVisible();
  await expect(page.getByText('The history could not be loaded')).toHaveCount(0);
});

test.describe('a shop without orders', () => {
  test.use({ behaviour: { orders: 0 } });

  test('says so and leads to the first one', async ({ page }) => {
    await expect(historyPane(page)).toContainText('No orders yet');
    await button(page, 'Create the first one').click();
    await expect(page.getByRole('dialog', { name: 'New order' })).toBeVisible();
  });
});

test('while the server is away the last known rows stay, with their time and the reason', async ({ page, shop }) => {
  await shop.stop();
  await refresh(page);
  await expect(page.getByRole('alert')).toContainText('The history was not refreshed. Nothing answers at that server address.');
  await expect(truthBar(page)).toContainText(/Nothing answers at that server address\..* Shown is what was known at \d\d:\d\d\./);
  await expect(truthBar(page)).toContainText(/as of \d\d:\d\d/);
  await expect(orderRow(page, 60)).toBeVisible();
  await search(page).fill('33');
  await expect(orderRow(page, 33)).toBeVisible();
  await search(page).fill('');

  await shop.start();
  shop.store.state.addOrder({ productName: 'Came while away', quantity: 1, priceMinor: 100 });
  await refresh(page);
  await expect(orderRow(page, 61)).toContainText('Came while away');
  await expect(truthBar(page)).not.toContainText('Nothing answers');
});

test('refresh says that it is under way and cannot be pressed twice', async ({ page, shop }) => {
  const pulls = shop.count('GET', HISTORY);
  shop.faults.next('GET', HISTORY, { kind: 'hold' });
  await button(page, 'Refresh').click();
  await expect(button(page, 'Refresh')).toHaveAttribute('aria-busy', 'true');
  await expect(truthBar(page)).toContainText('Loading');
  await expect(orderRow(page, 60)).toBeVisible();
  // The key goes the same way as the button.
  await page.keyboard.press('F5');
  await expect.poll(() => shop.faults.held()).toBe(1);

  shop.faults.release();
  await expect(button(page, 'Refresh')).toHaveAttribute('aria-busy', 'false');
  expect(shop.count('GET', HISTORY)).toBe(pulls + 1);
});

const broken = [
  ['a debug page', 500, 'text/html', DEBUG_PAGE, 'The server had an error of its own (500)'],
  ['a proxy’s page', 502, 'text/html', '<html><h1>502 Bad Gateway</h1><hr>nginx/1.24</html>', 'The server had an error of its own (502)'],
  ['the login page of a guest Wi-Fi', 200, 'text/html', '<!doctype html><form>Accept the terms</form>', 'is not a Paydesk server'],
  ['an object where a list is due', 200, 'application/json', '{"orders":{"a":[{}]}}', 'is not a Paydesk server'],
  ['an empty answer', 200, 'application/json', '', 'is not a Paydesk server'],
  ['nested words', 400, 'application/json', '{"filter":{"0":{"since":["Not a date."]}},"n":null}', 'Not a date.'],
  ['markup as words', 403, 'application/json', '{"detail":"<b>no</b> <script>alert(1)</script>"}', 'is not allowed to do this'],
] as const;

test('whatever a broken server answers becomes one sentence over the old rows', async ({ page, shop }) => {
  for (const [what, status, type, body, sentence] of broken) {
    await test.step(what, async () => {
      shop.faults.next('GET', HISTORY, { kind: 'answer', status, type, body });
      await refresh(page);
      await expect(page.getByRole('alert')).toContainText(sentence);
      await expectOnlyWords(page);
      await expect(orderRow(page, 60)).toBeVisible();
      await button(page.getByRole('alert'), 'Dismiss').click();
      await expect(page.getByRole('alert')).toBeEmpty();
    });
  }
  shop.faults.next('GET', HISTORY, { kind: 'half' });
  await refresh(page);
  await expect(page.getByRole('alert')).toContainText('The history was not refreshed.');
  await expectOnlyWords(page);
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '61');
});

test('an order that cannot be read anew is told in the alert region, too', async ({ page, shop }) => {
  shop.faults.next('GET', /\/api\/orders\/60\/$/, { kind: 'answer', status: 500, type: 'text/html', body: DEBUG_PAGE });
  const detail = await openOrder(page, 60);
  await expect(detail).toContainText('The server had an error of its own (500)');
  await expect(page.getByRole('alert')).toContainText('The server had an error of its own (500)');
  await expectOnlyWords(page);
  await button(detail, 'Try again').click();
  await expect(orderDetail(page, 60)).not.toContainText('error of its own');
});
