// Several servers on one desk: remembered, told apart by frame and word, chosen at sign-in, managed in Settings; plain http and a wrong clock.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { unusableControls } from './support/clipped.ts';
import { button, goTo, ordersGrid, textBox, truthBar } from './support/console.ts';
import { openOrders, signIn } from './support/desk.ts';
import { markOldest, setSettings } from './support/leaving.ts';
import { openShop } from './support/shop.ts';
import { test } from './support/test.ts';

const server = (address: string, name: string, more: object = {}): object => ({
  ...{ address, name, colour: 'green', kind: 'production', username: '', acceptPlainHttp: false },
  ...more,
});

async function folderWith(desk: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paydesk-desk-'));
  await writeFile(join(folder, 'desk.json'), JSON.stringify(desk));
  return folder;
}

const choice = (page: Parameters<typeof textBox>[0], name: RegExp) =>
  page.getByRole('group', { name: 'Server' }).getByRole('radio', { name });

test('a desk of an older Paydesk keeps its last sign-in, and that server is remembered by its host, as production', async ({
  desks,
  shop,
}) => {
  const folder = await folderWith({ server: shop.url, username: 'practice', acceptPlainHttp: false });
  const { page } = await desks.open({ server: null, folder });
  await expect(textBox(page, 'Server address')).toHaveValue(shop.url);
  await expect(textBox(page, 'Username')).toHaveValue('practice');
  await expect(page.getByRole('group', { name: 'Server' })).toHaveCount(0);
  await signIn(page);
  await expect(truthBar(page).getByRole('button', { name: /^Server:/ })).toHaveText(`Server: ${new URL(shop.url).host}Production`);
  await expect(page).toHaveTitle(`Orders – ${new URL(shop.url).host} – Paydesk`);
  const { servers } = JSON.parse(await readFile(join(folder, 'desk.json'), 'utf8')) as { servers: object[] };
  expect(servers).toEqual([server(shop.url, new URL(shop.url).host, { colour: 'slate', username: 'practice' })]);
});

test('a test server is chosen by keyboard and told apart by a frame, a strip, the bar and the title', async ({ desks, shop }) => {
  const staging = await openShop({ orders: 5 });
  const servers = [
    server(shop.url, 'Himal', { username: 'sita' }),
    server(staging.url, 'Staging', { kind: 'test', colour: 'amber', username: 'practice' }),
  ];
  const desk = await desks.open({ server: null, folder: await folderWith({ server: shop.url, username: 'sita', servers }) });
  const { page } = desk;
  await expect(choice(page, /^Himal Production sita$/)).toBeChecked();
  await choice(page, /Himal/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(choice(page, /^Staging Test practice$/)).toBeChecked();
  await expect(textBox(page, 'Server address')).toHaveValue(staging.url);
  await expect(textBox(page, 'Username')).toHaveValue('practice');
  await expect.poll(() => unusableControls(page)).toEqual([]);
  await expectNoViolations(page, 'sign-in with several servers');
  // Typing goes on working: an address that is none of them unticks all.
  await textBox(page, 'Server address').fill('http://127.0.0.1:9');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await choice(page, /Staging/).check();
  await signIn(page);
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '6');
  await expect(page.getByRole('complementary', { name: 'Test server' })).toContainText('TEST Staging is a test server');
  await expect(truthBar(page).getByRole('button', { name: /^Server:/ })).toHaveText(/Staging\s*Test/);
  await expect(page).toHaveTitle('TEST – Orders – Staging – Paydesk');
  const frame = () => page.locator('.shell').evaluate((shell) => getComputedStyle(shell, '::after').borderTop);
  expect(await frame()).toMatch(/^4px solid/);
  await expectNoViolations(page, 'on a test server');
  await button(page, 'Sign out').click();
  await choice(page, /Himal/).check();
  await signIn(page);
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '61');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  expect(await frame()).toMatch(/^2px solid/);
  await staging.stop();
});

test('servers are added, renamed, coloured and forgotten in Settings; never the one that somebody is signed in to', async ({
  desk,
  shop,
}) => {
  const { page } = desk;
  await openOrders(desk, shop);
  await setSettings(page, { hold: 0 });
  await goTo(page, 'Settings');
  const host = new URL(shop.url).host;
  await button(page, `Edit ${host}`).click();
  const dialog = page.getByRole('dialog');
  await textBox(dialog, 'Name').fill('Himal');
  await dialog.getByRole('radio', { name: 'Test' }).check();
  await expect(dialog.getByRole('radio', { name: 'Amber' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Violet' }).check();
  await expect.poll(() => unusableControls(page)).toEqual([]);
  await expectNoViolations(page, 'editing a server');
  await button(dialog, 'Save server').click();
  await expect(page.getByRole('complementary', { name: 'Test server' })).toContainText('Himal');

  await button(page, 'Edit Himal').click();
  await button(dialog, 'Forget…').click();
  await button(dialog, 'Yes, forget it').click();
  await expect(dialog).toContainText('You are signed in there, so it is not forgotten.');
  await page.keyboard.press('Escape');

  await button(page, 'Add server…').click();
  await textBox(dialog, 'Server address').fill('http://till.lan:8000');
  await button(dialog, 'Add server').click();
  await expect(textBox(dialog, 'Server address')).toHaveAccessibleDescription(/not encrypted/);
  await dialog.getByRole('checkbox', { name: /without encryption/ }).check();
  await button(dialog, 'Add server').click();
  await expect(page.getByRole('status')).toContainText('is remembered.');
  await expect(page.getByRole('region', { name: 'Servers' })).toContainText('http://till.lan:8000 · not encrypted');

  // A mark that waits is none of another server's business.
  await shop.stop();
  await goTo(page, 'Payments');
  await markOldest(page, 1);
  await expect(truthBar(page)).toContainText('1 to send');
  const folder = desk.folder;
  await goTo(page, 'Settings');
  await button(page, 'Edit till.lan:8000').click();
  await button(dialog, 'Forget…').click();
  await button(dialog, 'Yes, forget it').click();
  await expect(page.getByRole('status')).toContainText('till.lan:8000 is no longer remembered. The journal was not touched.');
  const { servers } = JSON.parse(await readFile(join(folder, 'desk.json'), 'utf8')) as { servers: { name: string }[] };
  expect(servers.map(({ name }) => name)).toEqual(['Himal']);
  await shop.start();
});

test('plain http beyond this computer needs a yes for that server, and is shown ever after', async ({ desks, shop }) => {
  const exposed = `http://shop.test:${new URL(shop.url).port}`;
  const desk = await desks.open({ server: exposed, args: ['--host-resolver-rules=MAP shop.test 127.0.0.1'] });
  const { page } = desk;
  const yes = page.getByRole('checkbox', { name: /without encryption/ });
  await signIn(page);
  await expect(page.getByRole('alert')).toContainText('not encrypted');
  await yes.check();
  await openOrders(desk, shop);
  await expect(truthBar(page)).toContainText('not encrypted');
  await truthBar(page)
    .getByRole('button', { name: /^Server:/ })
    .click();
  await expect(page.getByRole('dialog', { name: 'Server' })).toContainText('others on the network can read and change what is sent');
  await page.keyboard.press('Escape');
  await button(page, 'Sign out').click();
  // The yes stands where it was given, in sight, and can be taken back.
  await expect(yes).toBeChecked();
  await textBox(page, 'Server address').fill('http://other.test:8000');
  await expect(yes).toHaveCount(0);
  await textBox(page, 'Server address').fill(exposed);
  await expect(yes).toBeChecked();
  await yes.uncheck();
  await signIn(page);
  await expect(page.getByRole('alert')).toContainText('not encrypted');
});

test('a clock that is 14 minutes slow is told in words for as long as it is', async ({ desks }) => {
  let ahead = 14 * 60_000 + 20_000;
  const shop = await openShop({ orders: 5 }, () => Date.now() + ahead);
  const desk = await desks.open({ server: shop.url });
  const { page } = desk;
  await signIn(page);
  const warning = page.getByRole('region', { name: 'Clock' });
  await expect(warning).toContainText('This computer’s clock is 14 minutes slow');
  await expectNoViolations(page, 'with a wrong clock');
  ahead = 0;
  // Each reading counts by how quick it was; the eighth leaves none of the old ones.
  await expect(async () => {
    await button(page, 'Refresh').click();
    await expect(warning).toHaveCount(0, { timeout: 300 });
  }).toPass();
  await shop.stop();
});
