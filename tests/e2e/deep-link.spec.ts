// A link to an order: to the running Paydesk from a second start, with nobody signed in, at the very first start, and offline.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'playwright/test';
import { goTo, orderDetail, search, textBox } from './support/console.ts';
import { type Desk, openOrders, signIn } from './support/desk.ts';
import { test } from './support/test.ts';

/** As the system does it for a link that somebody has pressed. */
async function press(desk: Desk, link: string): Promise<void> {
  const args = ['.', '--no-sandbox', `--user-data-dir=${desk.folder}`, '--', link];
  const [code] = (await once(spawn(process.env['ELECTRON_EXEC_PATH'] ?? '', args, { stdio: 'ignore' }), 'exit')) as [number | null];
  expect(code).toBe(0);
}

test('shows the order in the window that is open, from any place, whatever is searched for', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  const { page } = desk;
  await search(page).fill('no such thing');
  await goTo(page, 'Settings');
  await press(desk, 'paydesk://order/12');
  await expect(orderDetail(page, 12)).toBeVisible();
  await expect(orderDetail(page, 12)).toHaveAttribute('aria-busy', 'false');
  await expect(search(page)).toHaveValue('no such thing');
  await press(desk, 'paydesk://order/13/');
  await expect(orderDetail(page, 13)).toBeVisible();
});

test('an order that is not in the history is asked for by its number; one that there is not is said not to be', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  const { id } = shop.store.state.addOrder({ productName: 'Just come in', quantity: 1, priceMinor: 450 });
  await press(desk, `paydesk://order/${id}`);
  await expect(orderDetail(desk.page, id)).toContainText('Just come in');
  await press(desk, 'paydesk://order/999999');
  await expect(orderDetail(desk.page, 999_999)).toContainText('The server has no order 999999.');
});

test('offline an order of the history is shown with its age, and another one says that the server is not there', async ({ desk, shop }) => {
  await openOrders(desk, shop);
  await shop.stop();
  await press(desk, 'paydesk://order/12');
  await expect(orderDetail(desk.page, 12)).toContainText(/Shown is what was known at/);
  await press(desk, 'paydesk://order/999999');
  await expect(orderDetail(desk.page, 999_999)).toContainText(/Nothing answers|could not be reached|not be reached/);
  await shop.start();
});

test('waits for who has to sign in first: the last link alone, once', async ({ desk, shop }) => {
  const { page } = desk;
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await textBox(page, 'Username').fill('half typed');
  await press(desk, 'paydesk://order/12');
  await press(desk, 'paydesk://order/13');
  await expect(textBox(page, 'Username')).toHaveValue('half typed');
  await openOrders(desk, shop);
  await expect(orderDetail(page, 13)).toBeVisible();
  // Whatever is open at the sign-out is there again.
  await orderDetail(page, 13).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await openOrders(desk, shop);
  await expect(page.getByRole('region', { name: /^Order \d+$/ })).toHaveCount(0);
});

test('a link that starts Paydesk is shown after the sign-in', async ({ desks }) => {
  const desk = await desks.open({ args: ['paydesk://order/12'] });
  await expect(desk.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(desk.page);
  await expect(orderDetail(desk.page, 12)).toBeVisible();
});
