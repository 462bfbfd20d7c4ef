// Guide, step 2: signing in. The refresh token goes into the real keychain and nowhere else; the access token goes nowhere.
import { expect } from 'playwright/test';
import { PRACTICE_ACCOUNT, RETIRED_ACCOUNT } from '../../src/main/practice/people.ts';
import { describeError } from '../../src/shared/errors/describe.ts';
import { openOrders, signIn } from './support/desk.ts';
import { keptToken } from './support/keychain.ts';
import { test } from './support/test.ts';
import { filesWith } from './support/traces.ts';

const { username, password } = PRACTICE_ACCOUNT;
const WRONG = describeError({ kind: 'wrong-credentials' });

test('without --server the form offers the guide’s own address', async ({ desks }) => {
  const { page } = await desks.open({ server: null });
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Server address' })).toHaveValue('http://127.0.0.1:8000');
});

test('the keyboard alone signs in: user name, password, Enter', async ({ desk, shop }) => {
  const { page } = desk;
  await expect(page.getByRole('textbox', { name: 'Server address' })).toHaveValue(shop.url);
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused();
  await page.keyboard.type(username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(
    page
      .getByRole('grid', { name: 'Orders' })
      .getByRole('row', { name: /^Order \d+$/ })
      .first(),
  ).toBeVisible();
  expect(shop.wire.only('POST', '/api/token/')).toEqual({ username, password });
});

test('a typed address is taken with or without a slash and /api at its end', async ({ desks, shop }) => {
  const { page } = await desks.open({ server: null });
  await page.getByRole('textbox', { name: 'Server address' }).fill(`${shop.url}/api/`);
  await signIn(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(shop.wire.calls('POST', '/api/token/')).toHaveLength(1);
});

test('the refresh token is in the keychain, and no token or password in any file', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  expect(shop.wire.tokens.size).toBe(2);
  expect(await keptToken(shop, username)).toBe(shop.wire.newest('refresh'));
  await desks.close(desk);
  expect(await filesWith(desk.folder, [password])).toEqual([]);
  // The search itself works: the user name is remembered.
  expect(await filesWith(desk.folder, [`"username": "${username}"`])).toHaveLength(1);
});

test('the next start signs in by itself', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  const kept = shop.wire.newest('refresh');
  const again = await desks.restart(desk);
  await expect(again.page.getByRole('row', { name: 'Order 60', exact: true })).toBeVisible();
  await expect(again.page.getByRole('region', { name: 'Connection and data' })).toContainText('Pat Example');
  expect(shop.wire.only('POST', '/api/token/refresh/')).toEqual({ refresh: kept });
  expect(shop.wire.calls('POST', '/api/token/')).toHaveLength(1);
});

test('the next start without --server signs in where one was last', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  const again = await desks.restart(desk, { server: null });
  await expect(again.page.getByRole('row', { name: 'Order 60', exact: true })).toBeVisible();
});

test('the kept sign-in is offered to no other server', async ({ desk, desks, shop }) => {
  await openOrders(desk, shop);
  const before = shop.wire.arrived.length;
  const again = await desks.restart(desk, { server: shop.url.replace('127.0.0.1', 'localhost') });
  await expect(again.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(shop.wire.arrived.length).toBe(before);
});

for (const [who, typed] of [
  ['a wrong password', { username, password: 'not-this-one' }],
  ['an account that is no longer active', RETIRED_ACCOUNT],
] as const) {
  test(`${who} is refused in one sentence, and what was typed stays`, async ({ desk, shop }) => {
    const { page } = desk;
    await signIn(page, typed);
    await expect(page.getByRole('alert')).toHaveText(WRONG);
    await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue(typed.username);
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(typed.password);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
    expect(shop.wire.arrived.map(({ path }) => path)).toEqual(['/api/token/']);
    expect(await keptToken(shop, typed.username)).toBeNull();
  });
}

test('after a wrong password the right one signs in, and the alert is gone', async ({ desk, shop }) => {
  await signIn(desk.page, { username, password: 'not-this-one' });
  await expect(desk.page.getByRole('alert')).toHaveText(WRONG);
  await openOrders(desk, shop);
  await expect(desk.page.getByRole('alert')).toHaveText('');
});

test('empty boxes are told under them, and nothing is sent', async ({ desk, shop }) => {
  const { page } = desk;
  await page.getByRole('textbox', { name: 'Server address' }).fill('');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Server address' })).toHaveAccessibleDescription(/Type the address/);
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveAccessibleDescription(/Type your user name/);
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription(/Type your password/);
  expect(shop.wire.arrived).toEqual([]);
});

test('however often Enter is pressed, one request is sent while one is under way', async ({ desk, shop }) => {
  const { page } = desk;
  shop.faults.next('POST', /^\/api\/token\/$/, { kind: 'hold' });
  await signIn(page);
  await expect.poll(() => shop.faults.held()).toBe(1);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toHaveAttribute('aria-busy', 'true');
  for (let press = 0; press < 3; press += 1) await page.getByRole('textbox', { name: 'Password' }).press('Enter');
  shop.faults.release();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(shop.wire.calls('POST', '/api/token/')).toHaveLength(1);
});
