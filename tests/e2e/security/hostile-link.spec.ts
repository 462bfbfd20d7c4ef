// Attack: a page on the web, or a mail, has the system open Paydesk with a link of its own making: to lead it to another server, to a file, to
// have it do something, to fill its log, or to bring switches along.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { type Desk, launch, openOrders } from '../support/desk.ts';
import { openShop } from '../support/shop.ts';

const HOSTILE = [
  ['paydesk://order/12?x'],
  ['paydesk://order/12#x'],
  ['paydesk://order/12/../13'],
  ['paydesk://order/%00'],
  ['paydesk://order/12%00'],
  ['paydesk://order/12%2f..'],
  ['paydesk://order/../../../../etc/passwd'],
  ['paydesk://mark/12/completed'],
  ['paydesk://evil.example/12'],
  ['paydesk://order@evil.example/12'],
  ['paydesk://order:8000/12'],
  ['paydesk:order/12'],
  ['paydesk://order/-1'],
  ['paydesk://order/1e1'],
  ['paydesk://order/0'],
  ['paydesk://order/9999999999999999'],
  [`paydesk://order/${'9'.repeat(50_000)}`],
  ['paydesk://order/12\nforged line'],
  ['paydesk://order/12', 'paydesk://order/13'],
  ['PAYDESK://order/12'],
  ['https://evil.example/order/12', 'app://paydesk/order/12', 'file:///order/12', 'javascript:alert(1)'],
];

async function openAgain(desk: Desk, args: readonly string[]): Promise<void> {
  const path = process.env['ELECTRON_EXEC_PATH'] ?? '';
  const again = spawn(path, ['.', '--no-sandbox', `--user-data-dir=${desk.folder}`, ...args], { stdio: 'ignore' });
  const [code] = (await once(again, 'exit')) as [number | null];
  expect(code).toBe(0);
}

test('a hostile link leads nowhere, changes nothing, and leaves no text of its own in the log', async () => {
  const shop = await openShop({ orders: 60 });
  const desk = await launch({ server: shop.url });
  await openOrders(desk, shop);
  const detail = desk.page.getByRole('region', { name: /^Order \d/ });
  const asked = shop.store.requests.length;
  // Handed over as Chromium does it: a process for each would only try the patience of whoever waits.
  await desk.app.evaluate(({ app }, all) => {
    for (const argv of all) app.emit('second-instance', {}, ['/opt/paydesk', '--allow-file-access-from-files', ...argv], '/');
  }, HOSTILE);
  await openAgain(desk, ['paydesk://order/12?x']);
  // Behind all of them a good one: by then they have been looked at.
  await openAgain(desk, ['--server=http://evil.example', '--inspect=0', 'paydesk://order/21', '--server=http://evil.example']);
  await expect(desk.page.getByRole('region', { name: 'Order 21', exact: true })).toBeVisible();
  await expect(detail).toHaveCount(1);
  await expect.poll(() => shop.store.requests.slice(asked).map(({ path }) => path)).toContain('/api/orders/21/');
  expect(shop.store.requests.slice(asked).filter(({ path }) => /orders\/(?!21\/|history)/.test(path))).toEqual([]);
  const session = await desk.page.evaluate(() => window.paydesk.request('session.view', null));
  expect(session).toMatchObject({ value: { state: 'signed-in', server: shop.url } });
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await desk.page.evaluate(() => location.href)).toMatch(/^app:/);

  const log = await readFile(join(desk.folder, 'paydesk.log'), 'utf8');
  expect(log).toContain('a link that leads to no order was ignored');
  expect(log).not.toMatch(/evil|forged|passwd|mark\/12|99999/);
  expect(desk.pageErrors).toEqual([]);
  await desk.close();
  await shop.stop();
});

test('a link that starts Paydesk brings no server along', async () => {
  const desk = await launch({ args: ['paydesk://order/12', '--server=http://evil.example'] });
  await expect(desk.page.getByRole('textbox', { name: 'Server address' })).not.toHaveValue(/evil/);
  await desk.close();
  const behind = await launch({ args: ['--', 'paydesk://order/12?x', '--server=http://evil.example'] });
  await expect(behind.page.getByRole('textbox', { name: 'Server address' })).not.toHaveValue(/evil/);
  await behind.close();
});
