// A computer without a keychain, or with a locked one: one can work all the same, is told what that means, and is told the truth at the end.
import { expect, type Page } from 'playwright/test';
import { describeKeychain } from '../../src/shared/errors/describe.ts';
import { openOrders, signIn } from './support/desk.ts';
import { keptToken, openPrivateKeyring, type PrivateKeyring } from './support/keychain.ts';
import { test as base } from './support/test.ts';

const test = base.extend<{ keyring: PrivateKeyring }>({
  // Asked for before the desks, so that it outlives them.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for out of this pattern.
  keyring: async ({}, use) => {
    const keyring = await openPrivateKeyring();
    await use(keyring);
    await keyring.close();
  },
});

const UNTIL_CLOSED = /until Paydesk closes/i;
const STUCK = 'The sign-in kept in the keychain could not be removed. Remove “Paydesk” there by hand.';

async function expectSaid(page: Page, problem: 'missing' | 'locked'): Promise<void> {
  await expect(page.getByRole('region', { name: 'Connection and data' })).toContainText(UNTIL_CLOSED);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText(describeKeychain(problem))).toBeVisible();
  await page.getByRole('link', { name: 'Orders' }).click();
}

const signOut = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Sign out' }).click();

for (const [what, address] of [
  ['no bus at all', 'unix:path=/nonexistent'],
  ['a bus that is switched off', 'disabled:'],
] as const) {
  test(`without a keychain (${what}) one signs in until the desk closes, and is told so`, async ({ desks, shop }) => {
    const env = { DBUS_SESSION_BUS_ADDRESS: address };
    const desk = await desks.open({ env });
    await openOrders(desk, shop);
    await expectSaid(desk.page, 'missing');
    shop.store.state.expireTokens('access');
    await desk.page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => shop.wire.calls('POST', '/api/token/refresh/').length).toBe(1);
    const { page } = await desks.restart(desk, { env });
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('practice');
    await signIn(page);
    await signOut(page);
    await expect(page.getByRole('status')).toContainText('Signed out. The server confirmed it.');
    await expect(page.getByText(STUCK)).toHaveCount(0);
  });
}

test('with a locked keychain one signs in until the desk closes, and the next start says why it asks again', async ({
  keyring,
  desks,
  shop,
}) => {
  await keyring.lock();
  const desk = await desks.open({ env: keyring.env });
  await openOrders(desk, shop);
  await expectSaid(desk.page, 'locked');
  const { page } = await desks.restart(desk, { env: keyring.env });
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('The keychain could not be opened, so please sign in.')).toBeVisible();
  await signIn(page);
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible();
});

test('a keychain that is locked under way survives a rotation, and the person is told', async ({ keyring, desks, shop }) => {
  const desk = await desks.open({ env: keyring.env });
  await openOrders(desk, shop);
  const bar = desk.page.getByRole('region', { name: 'Connection and data' });
  await expect(bar).not.toContainText(UNTIL_CLOSED);
  await keyring.lock();
  shop.store.state.expireTokens('access');
  await desk.page.getByRole('button', { name: 'Refresh' }).click();
  await expect(bar).toContainText(UNTIL_CLOSED);
  await expect(desk.page.getByRole('row', { name: 'Order 60', exact: true })).toBeVisible();
});

test('signing out with a locked keychain says that the sign-in is still in there', async ({ keyring, desks, shop }) => {
  const desk = await desks.open({ env: keyring.env });
  await openOrders(desk, shop);
  await keyring.lock();
  await signOut(desk.page);
  await expect(desk.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(desk.page.getByText(STUCK)).toBeVisible();
});

test.describe('a sign-in that stayed behind in a locked keychain', () => {
  test.use({ behaviour: { logout: 'no-blacklist' } });

  test('signs nobody in at the next start, when the keychain is open again', async ({ keyring, desks, shop }) => {
    // Kept in the open keychain; at the sign-out the desk sees none, as it would see a locked one.
    const desk = await desks.open();
    await openOrders(desk, shop);
    const without = await desks.restart(desk, { env: keyring.env });
    await keyring.lock();
    await openOrders(without, shop);
    await signOut(without.page);
    await expect(without.page.getByText(STUCK)).toBeVisible();
    expect(await keptToken(shop, 'practice')).not.toBeNull();
    const again = await desks.restart(without);
    await expect(again.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(shop.wire.calls('POST', '/api/token/refresh/')).toEqual([]);
  });
});
