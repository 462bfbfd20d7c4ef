// Who is signed in, and what belongs to whom: sessions that end under way, people who follow one another, practice beside the real shop.
import { afterEach, describe, expect, it } from 'vitest';
import { NOTHING_SEEN } from '../../../src/shared/domain/operation-schemas.ts';
import type { HistoryQuery } from '../../../src/shared/ipc/order-schemas.ts';
import { until } from '../store/support/a-write-path.ts';
import { to } from '../store/support/faulty-network.ts';
import { aMark, created, EVERY_OPERATION, openDesk, SITA, signIn, type TestDesk } from '../store/support/open-desk.ts';
import { errorOf, ORIGIN, wentWell } from '../store/support/open-shop.ts';

const EVERYTHING: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'descending' }] };
const HISTORY = to('GET', '/api/orders/history/');
const desks: TestDesk[] = [];
const open = (...options: Parameters<typeof openDesk>): TestDesk => {
  const desk = openDesk(...options);
  desks.push(desk);
  return desk;
};
/** An order of the one who practises. */
const ownOrder = (desk: TestDesk): number =>
  desk.store.state.addOrder({ userId: 1, productName: 'Pat’s', quantity: 1, priceMinor: 100 }).id;
const totalOf = async (desk: TestDesk): Promise<number> => wentWell(await desk.ask('history.state', null)).total;

afterEach(() => {
  for (const { told, log } of desks.splice(0)) {
    expect(JSON.stringify(told)).not.toMatch(/eyJ[\w-]+\.eyJ|"(access|refresh)"/);
    expect(log.filter((line) => line.includes('reference'))).toEqual([]);
  }
});

describe('a session that the server ends under way', () => {
  it('keeps the screen, and goes on where it was once the same person has signed in again', async () => {
    const desk = open();
    await signIn(desk);
    const pending = desk.store.state.firstPayment('pending')?.id ?? 0;
    desk.store.state.expireTokens();
    expect((await desk.mark(pending, 'completed')).state).toMatchObject({ name: 'waiting', why: 'signed-out' });
    expect(wentWell(await desk.ask('desk.state', null))).toMatchObject({ reach: 'signed-out', waiting: 1 });
    expect(wentWell(await desk.ask('session.view', null))).toMatchObject({ state: 'expired', name: 'Pat Example' });
    expect(wentWell(await desk.ask('history.window', { query: EVERYTHING, fresh: true, offset: 0, limit: 50 })).rows).toHaveLength(12);
    expect(await totalOf(desk)).toBe(12);

    const asked = desk.store.requests.length;
    wentWell(await desk.ask('session.signIn', { server: ORIGIN, username: 'practice', password: 'practice-2026', acceptPlainHttp: false }));
    expect(desk.store.requests[asked]?.path).toBe('/api/token/');
    expect(await totalOf(desk)).toBe(12);
    // What waited for them goes out by itself.
    await until(() => desk.store.state.payment(pending)?.status === 'completed');
    await until(async () => wentWell(await desk.ask('desk.state', null)).waiting === 0);
    expect(wentWell(await desk.ask('desk.state', null))).toMatchObject({ reach: 'online' });
    expect(wentWell(await desk.ask('operations.page', EVERY_OPERATION)).operations).toMatchObject([
      { attempts: 1, state: { name: 'done' } },
    ]);
    expect(wentWell(await desk.ask('history.refresh', null))).toMatchObject({ total: 12, problem: null });
    wentWell(await desk.ask('profile.read', null));
  });

  it('and ends again is told again', async () => {
    const desk = open();
    await signIn(desk);
    for (let round = 0; round < 3; round += 1) {
      desk.store.state.expireTokens();
      expect(errorOf(await desk.ask('profile.read', null))).toEqual({ kind: 'session-ended' });
      expect(wentWell(await desk.ask('session.view', null)).state).toBe('expired');
      wentWell(await signIn(desk));
      wentWell(await desk.ask('profile.read', null));
    }
  });

  it('and another person signing in over it sees nothing of the orders that were there', async () => {
    const desk = open({ behaviour: { ownOnly: true } });
    await desk.ask('session.register', SITA);
    await signIn(desk);
    await desk.ask('orders.create', { product: 'Pat’s', quantity: '1', price: '1', again: null });
    expect(await totalOf(desk)).toBeGreaterThan(0);
    desk.store.state.expireTokens();
    await desk.ask('profile.read', null);
    wentWell(await signIn(desk, SITA));
    expect(await totalOf(desk)).toBe(0);
    expect(wentWell(await desk.ask('desk.state', null))).toMatchObject({ open: [], waiting: 0, decisions: 0, others: 0 });
    expect(wentWell(await desk.ask('session.view', null))).toMatchObject({ username: 'sita', name: 'Sita Devi' });
  });
});

describe('people who follow one another', () => {
  it('get nothing of a pull, a mark or a name that comes late from the one before', async () => {
    const desk = open({ behaviour: { payments: 'none', ownOnly: true } });
    await desk.ask('session.register', SITA);
    await desk.ask('history.refresh', null);
    await signIn(desk);
    const { id } = desk.store.state.addPayment({ orderId: ownOrder(desk), amountMinor: 100 });
    const looked = desk.network.hold(to('GET', `/api/orders/payments/${id}/`), 'before');
    const pulled = desk.network.hold(HISTORY, 'after');
    const read = desk.network.hold(to('GET', '/api/accounts/profile/'), 'after');
    wentWell(await desk.ask('payments.mark', aMark(id, 'completed')));
    const late = [desk.ask('history.refresh', null), desk.ask('profile.read', null)];
    await Promise.all([looked.reached, pulled.reached, read.reached]);
    desk.store.state.expireTokens();
    await desk.ask('orders.open', 1);
    wentWell(await signIn(desk, SITA));
    await desk.pass(200);
    const events = desk.events.length;
    for (const hold of [looked, pulled, read]) hold.release();
    await Promise.all(late);
    await desk.ask('orders.open', 1);
    await desk.pass(60_000);
    // Their mark waits for them, as one of the others': no word of it, and nothing of theirs is sent.
    expect(
      desk.events
        .slice(events)
        .map(({ name }) => name)
        .filter((name) => name !== 'desk.changed' && name !== 'history.changed'),
    ).toEqual([]);
    expect(desk.store.state.payment(id)?.status).toBe('pending');
    expect(await totalOf(desk)).toBe(0);
    expect(wentWell(await desk.ask('desk.state', null))).toMatchObject({ open: [], waiting: 0, others: 1 });
    expect(wentWell(await desk.ask('session.view', null))).toMatchObject({ name: 'Sita Devi' });
  });

  it('each have their own history', async () => {
    const desk = open({ behaviour: { ownOnly: true } });
    await desk.ask('session.register', SITA);
    wentWell(await desk.ask('orders.create', { product: 'Sita’s', quantity: '1', price: '1', again: null }));
    await desk.ask('session.signOut', null);
    await signIn(desk);
    const { rows } = wentWell(await desk.ask('history.window', { query: EVERYTHING, fresh: true, offset: 0, limit: 50 }));
    expect(rows.map(({ product }) => product)).not.toContain('Sita’s');
    expect(wentWell(await desk.ask('orders.peek', 13))).toBeNull();
    expect(errorOf(await desk.ask('orders.open', 13)).kind).toBe('not-found');
  });
});

describe('the practice store', () => {
  it('cannot be mistaken for the shop, keeps nothing, and sends nothing there', async () => {
    const desk = open();
    await signIn(desk);
    const asked = desk.store.requests.length;
    const file = structuredClone(desk.file.read());
    expect(wentWell(await desk.ask('session.openPractice', null))).toMatchObject({
      state: 'signed-in',
      practice: true,
      server: 'Practice store',
      notKept: null,
    });
    expect(wentWell(await desk.ask('history.refresh', null)).total).toBe(5);
    const payment = created(wentWell(await desk.ask('payments.record', { order: 1, amount: '1', again: null })));
    expect((await desk.mark(payment, 'completed')).state.name).toBe('done');
    created(wentWell(await desk.ask('orders.create', { product: 'Exercise', quantity: '1', price: '1', again: null })));
    expect(wentWell(await desk.ask('operations.page', EVERY_OPERATION)).total).toBe(3);
    expect(desk.store.requests.length).toBe(asked);
    expect(desk.file.read()).toEqual(file);
    expect([...desk.keychain.kept.keys()].some((place) => place.includes('practice.invalid'))).toBe(false);
    wentWell(await desk.ask('session.signOut', null));
    expect(desk.store.requests.length).toBe(asked);
    wentWell(await signIn(desk));
    expect(wentWell(await desk.ask('operations.page', EVERY_OPERATION)).total).toBe(0);
  });
});

it('the practice store opened once more is a new shop, with nothing of the last exercise in it', async () => {
  const desk = open();
  wentWell(await desk.ask('session.openPractice', null));
  wentWell(await desk.ask('orders.create', { product: 'Exercise', quantity: '1', price: '1', again: null }));
  wentWell(await desk.ask('session.openPractice', null));
  expect(wentWell(await desk.ask('history.refresh', null))).toMatchObject({ total: 5, problem: null });
  expect(wentWell(await desk.ask('orders.peek', 6))).toBeNull();
  expect(wentWell(await desk.ask('operations.page', EVERY_OPERATION)).total).toBe(0);
});

describe('the learned update method', () => {
  it('is remembered for its server from one start to the next', async () => {
    const desk = open({ behaviour: { updateMethod: 'POST' } });
    await signIn(desk);
    const id = desk.store.state.firstPayment('pending')?.id ?? 0;
    expect((await desk.mark(id, 'completed')).state.name).toBe('done');
    expect(desk.file.read().updateMethods).toEqual({ [ORIGIN]: 'POST' });

    const next = open({ earlier: desk });
    await next.restore();
    const asked = next.store.requests.length;
    const saw = { ...NOTHING_SEEN, status: 'completed' };
    expect((await next.mark(id, 'failed', { saw, reason: 'Slip' })).state.name).toBe('done');
    expect(next.store.requests.slice(asked).some(({ method }) => method === 'OPTIONS')).toBe(false);
  });

  it('is learned anew where the file holds nonsense', async () => {
    const desk = open();
    desk.file.save({ updateMethods: { [ORIGIN]: 'DELETE' } });
    await signIn(desk);
    expect((await desk.mark(desk.store.state.firstPayment('pending')?.id ?? 0, 'completed')).state.name).toBe('done');
    expect(desk.file.read().updateMethods).toEqual({ [ORIGIN]: 'PATCH' });
  });
});
