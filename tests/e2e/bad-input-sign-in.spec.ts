// Bad input at the sign-in form: each gets one clear sentence, nothing typed is lost, and the desk works on.
import { expect, type Page } from 'playwright/test';
import type { AppError, UnreachableReason } from '../../src/shared/errors/app-error.ts';
import { describeError } from '../../src/shared/errors/describe.ts';
import { signIn } from './support/desk.ts';
import type { Fault } from './support/faults.ts';
import { captivePortal, debugPage, loginRedirect, NOT_FOR_THE_SCREEN, notFoundPage } from './support/strange-servers.ts';
import { test } from './support/test.ts';

const address = (page: Page) => page.getByRole('textbox', { name: 'Server address' });
const unreachable = (reason: UnreachableReason): AppError => ({ kind: 'unreachable', reason });
const notTheApi = (status: number): AppError => ({ kind: 'not-the-api', status });

/** One sentence in the alert and nothing else; what was typed stands where it stood. */
async function expectToldOnce(page: Page, error: AppError, server: string): Promise<void> {
  const sentence = describeError(error);
  await expect(page.getByRole('alert')).toHaveText(sentence);
  expect(sentence).not.toMatch(NOT_FOR_THE_SCREEN);
  await expect(page.locator('body')).not.toContainText(NOT_FOR_THE_SCREEN);
  await expect(address(page)).toHaveValue(server);
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('practice');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('practice-2026');
}

async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveText('');
}

const answers: readonly (readonly [what: string, fault: Fault, error: AppError])[] = [
  ['the login page of a guest Wi-Fi', captivePortal, notTheApi(200)],
  ['another kind of server', notFoundPage, notTheApi(404)],
  ['a redirect to a login page', loginRedirect, notTheApi(302)],
  ['a broken server with its debug page', debugPage, { kind: 'server-error', status: 500 }],
  ['an answer cut off in the middle', { kind: 'half' }, unreachable('cut-off')],
  ['a connection cut before the answer', { kind: 'cut', when: 'before' }, unreachable('cut-off')],
  ['an answer lost after the server did its work', { kind: 'cut', when: 'after' }, unreachable('cut-off')],
  ['an empty answer', { kind: 'answer', status: 200, type: 'application/json', body: '' }, notTheApi(200)],
  ['tokens of the wrong shape', { kind: 'answer', status: 200, type: 'application/json', body: '{"access":7}' }, notTheApi(200)],
  ['JSON that is broken', { kind: 'answer', status: 200, type: 'application/json', body: '{"access":"ey' }, notTheApi(200)],
];

for (const [what, fault, error] of answers) {
  test(`${what} gets one sentence, and the next try signs in`, async ({ desk, shop }) => {
    const { page } = desk;
    shop.faults.next('POST', /token/, fault);
    await signIn(page);
    await expectToldOnce(page, error, shop.url);
    await page.getByRole('textbox', { name: 'Password' }).press('Enter');
    await expectSignedIn(page);
  });
}

test('a server that is not running is told, and signs in once it is', async ({ desk, shop }) => {
  await shop.stop();
  await signIn(desk.page);
  await expectToldOnce(desk.page, unreachable('refused'), shop.url);
  await shop.start();
  await desk.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(desk.page);
});

test('a name that is not found is told', async ({ desks, shop }) => {
  const { page } = await desks.open({ server: 'https://shop.test', args: ['--host-resolver-rules=MAP shop.test ~NOTFOUND'] });
  await signIn(page);
  await expectToldOnce(page, unreachable('name-not-found'), 'https://shop.test');
  await address(page).fill(shop.url);
  await page.getByRole('textbox', { name: 'Password' }).press('Enter');
  await expectSignedIn(page);
});

test('https where the server speaks plain http is told, and nothing was sent', async ({ desk, shop }) => {
  const secure = shop.url.replace('http:', 'https:');
  await address(desk.page).fill(secure);
  await signIn(desk.page);
  await expectToldOnce(desk.page, unreachable('not-https'), secure);
  expect(shop.wire.arrived).toEqual([]);
});

test('a port of another service is told', async ({ desk }) => {
  await address(desk.page).fill('http://127.0.0.1:25');
  await signIn(desk.page);
  await expectToldOnce(desk.page, unreachable('unsafe-port'), 'http://127.0.0.1:25');
});

for (const typed of [
  'not an address',
  'ftp://127.0.0.1',
  'http://',
  'http://me:secret@127.0.0.1:8000',
  'javascript:alert(1)',
  '<b>shop</b>',
]) {
  test(`what is no address is told under its box: ${typed}`, async ({ desk, shop }) => {
    const { page } = desk;
    await address(page).fill(typed);
    await signIn(page);
    const sentence = describeError({ kind: 'bad-address', address: typed });
    await expect(page.getByRole('alert')).toHaveText(sentence);
    await expect(address(page)).toHaveAccessibleDescription(sentence);
    await expect(address(page)).toHaveValue(typed);
    await address(page).fill(shop.url);
    await expect(address(page)).toHaveAccessibleDescription('');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expectSignedIn(page);
  });
}

test('plain http beyond this computer needs a yes, which holds for that address alone and is remembered', async ({ desks, shop }) => {
  const exposed = shop.url.replace('127.0.0.1', 'shop.test');
  const args = ['--host-resolver-rules=MAP shop.test 127.0.0.1'];
  const desk = await desks.open({ server: exposed, args });
  const { page } = desk;
  await signIn(page);
  const sentence = describeError({ kind: 'insecure-address', address: exposed });
  await expect(page.getByRole('alert')).toHaveText(sentence);
  await expect(address(page)).toHaveAccessibleDescription(sentence);
  expect(shop.wire.arrived).toEqual([]);

  const yes = page.getByRole('checkbox', { name: /without encryption/ });
  await yes.press('Space');
  await expect(yes).toBeChecked();
  await address(page).fill(exposed.replace('shop.test', 'other.test'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(yes).not.toBeChecked();
  expect(shop.wire.arrived).toEqual([]);

  await address(page).fill(exposed);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await yes.press('Space');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(page);
  await expect(page.getByRole('region', { name: 'Connection and data' })).toContainText(/not encrypted/);

  const again = await desks.restart(desk, { server: exposed, args });
  await expectSignedIn(again.page);
});
