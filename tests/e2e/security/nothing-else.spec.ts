// Attack on privacy: Chromium's own services call home. The network stack's own log of a start and a sign-in names nobody but the shop.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { launch, openOrders } from '../support/desk.ts';
import { openShop } from '../support/shop.ts';

test('a start and a sign-in ask nobody but the shop', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'paydesk-net-'));
  const netLog = join(folder, 'net.json');
  const shop = await openShop({ orders: 12 });
  const desk = await launch({ server: shop.url, args: [`--log-net-log=${netLog}`] });
  await openOrders(desk, shop);
  await desk.close();
  const log = await readFile(netLog, 'utf8');
  const asked = [...log.matchAll(/"url":"(https?:\/\/[^/"]+)/g)].map(([, origin]) => origin);
  expect(asked).toContain(new URL(shop.url).origin);
  expect([...new Set(asked)]).toEqual([new URL(shop.url).origin]);
  await shop.stop();
});
