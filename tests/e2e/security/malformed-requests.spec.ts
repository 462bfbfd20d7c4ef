// Attack: script in the page sends main what no page of ours would send, to break it, to slip something past it, or to change what all
// objects inherit from.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Input, RequestName } from '../../../src/shared/ipc/contract.ts';
import type { HistoryQuery } from '../../../src/shared/ipc/order-schemas.ts';
import { launch, openOrders } from '../support/desk.ts';
import { sendMalformed } from '../support/malformed.ts';
import { openShop } from '../support/shop.ts';

const ROUNDS = 80;

const person = { firstName: 'a', lastName: 'b', email: 'a@b.example', phoneNumber: '1', address: 'c' };
const saw = { status: 'pending', amount: '1', order: 1, product: 'a' };
const query: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'descending' }] };
/** One input for each request that it would accept: the compiler sees to it that none is forgotten. */
const ACCEPTED: { readonly [N in RequestName]: Input<N> } = {
  'app.info': null,
  'session.view': null,
  'session.signIn': { server: 'http://127.0.0.1:9', username: 'a', password: 'b', acceptPlainHttp: false },
  'session.register': {
    ...{ ...person, server: 'http://127.0.0.1:9', acceptPlainHttp: false },
    ...{ username: 'a', password: 'b', repeatPassword: 'b' },
  },
  'session.openPractice': null,
  'session.giveUp': null,
  'session.leave': null,
  'session.signOut': null,
  'profile.read': null,
  'profile.save': person,
  'profile.picture': null,
  'history.state': null,
  'history.refresh': null,
  'history.cancel': null,
  'history.window': { query, fresh: true, offset: 0, limit: 50 },
  'history.position': { query, id: 1 },
  'history.export': { query, columns: ['id'] },
  'history.cancelExport': null,
  'history.copyUnreadable': null,
  'orders.copyTicket': { id: 1 },
  'orders.copyNumber': { id: 1 },
  'orders.copyLink': { id: 1 },
  'app.toShow': null,
  'history.counts': { queries: [query] },
  'history.unreadable': null,
  'orders.peek': 1,
  'orders.open': 1,
  'orders.create': { product: 'a', quantity: '1', price: '1', again: null },
  'payments.pending': { offset: 0, limit: 50, keep: false },
  'payments.peek': 1,
  'payments.record': { order: 1, amount: '1', again: null },
  'payments.mark': { payment: 1, to: 'completed', saw, reason: 'a', confirmed: false },
  'desk.state': null,
  'desk.wake': null,
  'desk.insist': null,
  'operations.page': {
    ...{ text: '', states: ['held'], batch: 'a', actor: 'a', payment: 1, order: 1 },
    ...{ from: '2026-02-14T09:00:00Z', until: '2026-02-15T09:00:00Z', offset: 0, limit: 50 },
  },
  'operations.undo': { id: 'a' },
  'operations.sendNow': { id: 'a' },
  'operations.decide': { id: 'a', decision: { kind: 'say-done', number: 1 } },
  'bulk.gather': { by: 'payments', span: null },
  'bulk.plan': { to: 'completed', of: { by: 'payments', ids: [1] } },
  'bulk.start': { plan: 'a', confirmed: false },
  'bulk.pause': { batch: 'a' },
  'bulk.resume': { batch: 'a' },
  'bulk.sendNow': { batch: 'a' },
  'bulk.cancel': { batch: 'a' },
  'activity.entry': { id: 'a' },
  'activity.decisions': { offset: 0, limit: 50 },
  'activity.clerks': null,
  'activity.verify': null,
  'activity.shift': { day: '2026-10-22' },
  'app.print': null,
  'operations.export': { what: 'waiting' },
  'waiting.list': null,
  'waiting.send': null,
  'waiting.cancel': { ids: null },
  'app.closingShown': null,
  'app.close': { answer: 'stay' },
  'notices.dismiss': null,
  'check.start': { of: 'address', server: 'http://127.0.0.1:9', acceptPlainHttp: false, signIn: { username: 'a', password: 'b' } },
  'check.cancel': null,
  'check.copy': null,
  'insights.read': null,
  'servers.list': null,
  'servers.save': { address: 'https://a.example', name: 'a', colour: 'blue', kind: 'test', acceptPlainHttp: false },
  'servers.forget': { address: 'https://a.example' },
  'views.read': null,
  'views.save': { views: [{ name: 'a', query, look: { columns: ['order'], density: 'compact' } }] },
  'views.export': null,
  'views.import': null,
  'look.read': null,
  'look.save': { query, look: { columns: ['order'], density: 'compact' }, top: 1, selected: 1, reading: true, width: 400 },
  'settings.read': null,
  'settings.save': {
    ...{ theme: 'dark', currency: '', hold: 4, confirmAbove: '', letterKeys: true, notifications: true },
    ...{ keepHistory: false, timeZone: 'Asia/Kathmandu' },
  },
};

test('two thousand malformed requests are all refused, and leave nothing behind', async () => {
  const shop = await openShop({ orders: 12 });
  const desk = await launch({ server: shop.url });
  await openOrders(desk, shop);
  const callsBefore = shop.store.requests.length;

  const shapes = Object.entries(ACCEPTED).map(([name, input]) => ({ name, input }));
  const told = await desk.page.evaluate(sendMalformed, { shapes, rounds: ROUNDS });

  expect(told.wrong).toEqual([]);
  expect(told.sent).toBe(ROUNDS * (shapes.length + 2));
  expect(told.sent).toBeGreaterThanOrEqual(2_000);
  expect(told.kinds['internal']).toBeGreaterThan(1_000);

  // Nothing was asked of the shop, the session stands, nothing was inherited, and main still answers a good request.
  expect(shop.store.requests).toHaveLength(callsBefore);
  expect(await desk.app.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
  await desk.page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => shop.store.requests.length).toBeGreaterThan(callsBefore);
  await expect(desk.page.getByRole('row', { name: 'Order 12', exact: true })).toBeVisible();

  // The log says that it happened, one line each, nothing of what was sent in it, and no line of an attacker's making.
  const log = await readFile(join(desk.folder, 'paydesk.log'), 'utf8');
  const lines = log.trimEnd().split('\n');
  expect(lines.filter((line) => !/^\d{4}-\d\d-\d\dT[\d:.]+Z /.test(line))).toEqual([]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(400);

  await desk.close();
  await shop.stop();
});
