// Attack: whoever gets to look at the page, at its memory, at its storage, or at the files of the desk, looks for tokens and passwords.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import { launch, openOrder, openOrders } from '../support/desk.ts';
import { openShop, type Shop } from '../support/shop.ts';

const TOKEN_SHAPE = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/;

test('no token and no password is anywhere but in main and in the keychain', async () => {
  const shop = await openShop({ orders: 24 });
  const marked = shop.store.state.addOrder({ productName: 'Written into the journal', quantity: 1, priceMinor: 100 });
  const payment = shop.store.state.addPayment({ orderId: marked.id, amountMinor: 100 });
  const desk = await launch({ server: shop.url, settings: { hold: 0 } });
  const { page } = desk;
  await page.evaluate(listenToEverything);
  await openOrders(desk, shop);
  await openOrder(page, 24);
  // A renewal, so that refresh tokens have been about, too.
  shop.store.state.expireTokens('access');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => shop.count('POST', /token\/refresh/)).toBe(1);
  await openOrder(page, marked.id);
  await page.getByRole('button', { name: 'Mark completed' }).click();
  await expect.poll(() => shop.store.state.payment(payment.id)?.status).toBe('completed');
  for (const place of ['Payments', 'Activity', 'Insights', 'Profile', 'Settings']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
  }
  await expect(page.getByText('Kept in this computer’s keychain')).toBeVisible();

  const tokens = tokensSeen(shop);
  expect(tokens.length).toBeGreaterThanOrEqual(3);
  const clean = (what: string, text: string): void => {
    expect(TOKEN_SHAPE.exec(text)?.[0], what).toBeUndefined();
    // By its signature alone, so that a token in pieces is found, too.
    for (const token of tokens) expect(text.includes(token.split('.')[2] ?? token), what).toBe(false);
  };

  clean('the document', await page.content());
  clean('answers and events', await page.evaluate(everythingHeard));
  clean('storage', await page.evaluate(everythingStored));
  const memory = await heapOf(page);
  // Able to fail: what the page does know is found in its memory.
  expect(memory.includes(marked.productName)).toBe(true);
  clean('the page’s memory', memory);

  await desk.close();
  const files = await readdir(desk.folder, { recursive: true, withFileTypes: true });
  let all = '';
  for (const file of files.filter((entry) => entry.isFile())) all += await readFile(join(file.parentPath, file.name), 'latin1');
  expect(all).toContain(shop.url);
  expect(all).toContain(marked.productName);
  clean('the desk’s folder, its log among it', all);
  expect(all).not.toContain(PRACTICE_ACCOUNT.password);
  // The history is: until who reads it signs out.
  expect(all).toContain(shop.store.state.order(24)?.productName);
  await shop.stop();
});

/** Access tokens from the headers, refresh tokens from the bodies, of everything that the shop was asked. */
function tokensSeen(shop: Shop): readonly string[] {
  const found = shop.store.requests.flatMap(({ headers, body }) => [
    (headers['authorization'] ?? '').replace('Bearer ', ''),
    TOKEN_SHAPE.exec(body)?.[0] ?? '',
  ]);
  return [...new Set(found)].filter((token) => token !== '');
}

/** Keeps every event; and asks for everything that can be read when it is looked at. */
function listenToEverything(): void {
  const heard: unknown[] = [];
  Object.assign(window, { heard });
  window.paydesk.listen((name, payload) => heard.push([name, payload]));
}

async function everythingHeard(): Promise<string> {
  const names = [
    'app.info',
    'session.view',
    'profile.read',
    'profile.picture',
    'history.state',
    'desk.state',
    'insights.read',
    'settings.read',
  ];
  const query = { text: '', state: null, sort: [{ by: 'id', direction: 'descending' }] };
  const found = { text: '', states: null, batch: null, actor: null, payment: null, order: null, from: null, until: null };
  const answers = await Promise.all([
    ...names.map((name) => window.paydesk.request(name, null)),
    window.paydesk.request('orders.open', 24),
    window.paydesk.request('history.window', { query, fresh: true, offset: 0, limit: 100 }),
    window.paydesk.request('payments.pending', { offset: 0, limit: 100, keep: false }),
    window.paydesk.request('operations.page', { ...found, offset: 0, limit: 100 }),
  ]);
  return JSON.stringify([answers, Reflect.get(window, 'heard')]);
}

async function everythingStored(): Promise<string> {
  const tried = async (work: () => unknown): Promise<unknown> => {
    try {
      return await work();
    } catch {
      return 'not there';
    }
  };
  return JSON.stringify([
    await tried(() => ({ ...localStorage })),
    await tried(() => ({ ...sessionStorage })),
    await tried(() => document.cookie),
    await tried(() => indexedDB.databases()),
    await tried(() => caches.keys()),
    window.name,
    window.location.href,
    history.state,
  ]);
}

/** Every object and text in the page's memory. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return pieces.join('');
}
