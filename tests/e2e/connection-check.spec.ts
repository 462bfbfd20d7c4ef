// The connection check on screen: through each of its three doors, by keyboard alone, cancelled, and
// that it changes nothing.
import { expect } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { button, check, copied, expectOutcome, line, opener, region } from './support/checking.ts';
import { unusableControls } from './support/clipped.ts';
import { goTo, truthBar } from './support/console.ts';
import { openOrders } from './support/desk.ts';
import { tabTo } from './support/focus.ts';
import { test } from './support/test.ts';

test('at the sign-in: what can be tested without one, then with what was typed; nothing is changed, nothing is kept', async ({
  desk,
  shop,
}) => {
  const { page } = desk;
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await opener(page).click();
  await expect(check(page).getByRole('heading', { name: 'Connection check' })).toBeVisible();
  await expectOutcome(page, /No fault was found/);
  await expect(line(page, 'The shop’s API')).toContainText('Passed');
  await expect(line(page, 'Order history')).toContainText('Nobody is signed in.');
  await expect(check(page).getByRole('checkbox')).toHaveCount(0);
  expect(shop.store.requests.map(({ method }) => method)).not.toContain('POST');
  await page.keyboard.press('Escape');
  await expect(opener(page)).toBeFocused();
  await page.getByRole('textbox', { name: 'Username' }).fill('practice');
  await page.getByRole('textbox', { name: 'Password' }).fill('practice-2026');
  await opener(page).click();
  await expectOutcome(page, /No fault was found/);
  expect(shop.store.requests.map(({ method }) => method)).not.toContain('POST');
  await check(page)
    .getByRole('checkbox', { name: /also try the user name and password/ })
    .check();
  await button(page, 'Check again').click();
  await expectOutcome(page, /No fault was found: 20 passed/);
  await expect(line(page, 'Sign-in')).toContainText('nothing of it was kept');
  await button(page, 'Copy as text').click();
  await expect(check(page).getByText(/^Copied/)).toBeVisible();
  expect(await copied(desk)).toContain(`Server: ${shop.url}`);
  expect(await copied(desk)).not.toMatch(/practice-2026|eyJ/);
  await button(page, 'Close').click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(shop.store.requests.filter(({ method }) => method !== 'GET' && method !== 'OPTIONS').map(({ path }) => path)).toEqual([
    '/api/token/',
  ]);
});

test('from the truth bar and from the settings, signed in: it passes whole, only reads, and the focus finds its way back', async ({
  desk,
  shop,
}) => {
  const { page } = desk;
  await openOrders(desk, shop);
  // What is read at the start is over when it has arrived.
  await expect.poll(() => shop.store.requests.filter(({ path }) => /profile|history/.test(path)).length).toBe(2);
  const before = shop.wire.arrived.length;
  const bar = truthBar(page).getByRole('button', { name: /^Connection:/ });
  await bar.click();
  await opener(page.getByRole('dialog', { name: 'Connection', exact: true })).click();
  await expectOutcome(page, /No fault was found: 20 passed/);
  const asked = shop.wire.arrived.slice(before);
  expect([...new Set(asked.map(({ method }) => method))].sort()).toEqual(['GET', 'OPTIONS']);
  expect(asked.filter(({ path }) => path === '/api/accounts/auth/logout/').map(({ method }) => method)).toEqual(['OPTIONS']);
  await expect(region(page).getByRole('region', { name: 'What this server cannot do' })).toContainText('in one piece only');
  await page.keyboard.press('Escape');
  await expect(check(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar).toBeFocused();
  await goTo(page, 'Settings');
  await opener(page).click();
  await expectOutcome(page, /No fault was found/);
  await expectNoViolations(page, 'Connection check');
  await page.keyboard.press('Escape');
  await expect(opener(page)).toBeFocused();
});

test('by keyboard alone, at 200 %, and in the system’s high-contrast colours', async ({ desk }) => {
  const { page } = desk;
  await tabTo(page, opener(page));
  await page.keyboard.press('Enter');
  await expectOutcome(page, /No fault was found/);
  await expect(button(page, 'Check again')).toBeFocused();
  await tabTo(page, button(page, 'Copy as text'));
  await page.keyboard.press('Space');
  await expect(check(page).getByText(/^Copied/)).toBeVisible();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: 640, height: 400, deviceScaleFactor: 2, mobile: false });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640);
  await expect.poll(() => unusableControls(page)).toEqual([]);
  expect(await region(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  await page.emulateMedia({ forcedColors: 'active' });
  await tabTo(page, button(page, 'Close'));
  await page.keyboard.press('Enter');
  await expect(check(page)).toHaveCount(0);
});

test('a server that does not answer: cancelled at once, checked again with what was found still there', async ({ desk, shop }) => {
  const { page } = desk;
  shop.faults.next('GET', /token/, { kind: 'hold' });
  await opener(page).click();
  await expect.poll(() => shop.faults.held()).toBe(1);
  await expect(line(page, 'Connection')).toContainText('Passed');
  await button(page, 'Cancel').click();
  await expectOutcome(page, /^(Connection check\. )?Cancelled\./);
  await expect(line(page, 'The shop’s API')).toContainText('The check was cancelled before.');
  shop.faults.release();
  await button(page, 'Check again').click();
  await expectOutcome(page, /No fault was found/);
  shop.faults.next('GET', /token/, { kind: 'hold' });
  await button(page, 'Check again').click();
  await expect.poll(() => shop.faults.held()).toBe(1);
  await expect(line(page, 'The shop’s API')).toContainText('Last time, passed: The server answers like the shop’s API.');
  // Left while it runs: it is given up.
  await page.keyboard.press('Escape');
  await expect(check(page)).toHaveCount(0);
  shop.faults.release();
});

test.describe('a server that says nothing of payments', () => {
  test.use({ behaviour: { orders: 20, payments: 'none', readPayment: false } });

  test('is told with how Paydesk copes', async ({ desk, shop }) => {
    const { page } = desk;
    await openOrders(desk, shop);
    await goTo(page, 'Settings');
    await opener(page).click();
    await expectOutcome(page, /It works, with something to know: 2 warnings/);
    await expect(line(page, 'Payments in the history')).toContainText('The history does not tell payments.');
    const limits = region(page).getByRole('region', { name: 'What this server cannot do' });
    await expect(limits).toContainText('Payments lists only those that were recorded or marked at this desk');
    await expect(limits).toContainText('does not notice what others have set meanwhile');
    await button(page, 'Copy as text').click();
    await expect(check(page).getByText(/^Copied/)).toBeVisible();
    expect(await copied(desk)).toContain('- Its history does not tell payments.');
  });
});

test('practice says that it is inside this computer', async ({ desk }) => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Open practice store' }).click();
  await expect(page.getByRole('row', { name: /^Order \d+$/ }).first()).toBeVisible();
  await goTo(page, 'Settings');
  await opener(page).click();
  await expectOutcome(page, /No fault was found: 16 passed, 4 not tested/);
  await expect(check(page)).toContainText('The practice store, inside this computer.');
  await expect(line(page, 'Name lookup')).toContainText('Not needed');
});
