// The next start: the kept history is there before anybody is asked and without a network; what becomes of it when somebody leaves.
import { describe, expect, it } from 'vitest';
import type { HistoryQuery } from '../../../src/shared/ipc/order-schemas.ts';
import { until } from '../store/support/a-write-path.ts';
import { to } from '../store/support/faulty-network.ts';
import { openDesk, SIGN_IN, SITA, signIn, type TestDesk } from '../store/support/open-desk.ts';
import { ORIGIN, wentWell } from '../store/support/open-shop.ts';

const query: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'descending' }] };
const PRACTICE = `${ORIGIN} practice`;

const rowsOf = async (desk: TestDesk, text = ''): Promise<readonly number[]> => {
  const window = wentWell(await desk.ask('history.window', { query: { ...query, text }, fresh: true, offset: 0, limit: 50 }));
  return window.rows.map(({ id }) => id);
};
const stateOf = async (desk: TestDesk) => wentWell(await desk.ask('desk.state', null));
const viewOf = async (desk: TestDesk) => wentWell(await desk.ask('session.view', null));

/** A desk that has read its history and was closed, and the next start of it. */
async function restarted(before: (desk: TestDesk) => void = () => undefined): Promise<TestDesk> {
  const first = openDesk();
  wentWell(await signIn(first));
  await first.desk.stop();
  before(first);
  return openDesk({ earlier: first });
}

describe('a start without a network', () => {
  it('opens the history as it was, with when that was, and finds in it', async () => {
    const desk = await restarted();
    desk.network.fail(() => true, 'refused-before');
    await desk.restore();
    expect(await viewOf(desk)).toMatchObject({ state: 'signed-in', username: 'practice', server: ORIGIN });
    expect(wentWell(await desk.ask('history.state', null))).toMatchObject({ total: 12, asOf: '2026-10-22T10:00:00.000Z', partial: false });
    expect(await rowsOf(desk)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const order = desk.store.state.order(7);
    expect(await rowsOf(desk, order?.productName)).toContain(7);
    expect(wentWell(await desk.ask('orders.open', 7))).toMatchObject({
      order: { id: 7 },
      asOf: '2026-10-22T10:00:00.000Z',
      problem: { kind: 'unreachable', reason: 'refused' },
    });
    expect(wentWell(await desk.ask('history.counts', { queries: [query, { ...query, text: '7' }] }))[0]).toBe(12);
  });

  it('says so, and shows all of it, before the server has answered anything', async () => {
    const desk = await restarted();
    const asked = desk.network.hold(to('POST', '/api/token/refresh/'), 'before');
    await desk.restore();
    await asked.reached;
    expect(wentWell(await desk.ask('history.state', null))).toMatchObject({ total: 12, asOf: '2026-10-22T10:00:00.000Z' });
    expect(await rowsOf(desk)).toHaveLength(12);
    asked.release();
  });

  it('catches up by itself when the server answers', async () => {
    const desk = await restarted((first) => first.store.state.addOrder({ productName: 'Late', quantity: 1, priceMinor: 100 }));
    await desk.restore();
    await desk.pass(3_000);
    await until(async () => wentWell(await desk.ask('history.state', null)).total === 13);
    expect(await rowsOf(desk)).toContain(13);
  });

  it('asks for the history when what is kept of it has been told and drawn, once, and not before', async () => {
    const desk = await restarted();
    await desk.restore();
    await desk.pass(900);
    expect(wentWell(await desk.ask('history.state', null)).asOf).toBe('2026-10-22T10:00:00.000Z');
    await rowsOf(desk);
    await desk.pass(900);
    const pulling = async () => wentWell(await desk.ask('history.state', null)).asOf !== '2026-10-22T10:00:00.000Z';
    expect(await pulling()).toBe(false);
    await desk.pass(100);
    await until(pulling);
  });

  it('tells what failed: the network, the server, and nothing of a session that has not ended', async () => {
    const desk = await restarted();
    desk.network.fail(() => true, 'refused-before');
    await desk.restore();
    await desk.pass(3_000);
    await until(async () => wentWell(await desk.ask('history.state', null)).problem !== null);
    expect(wentWell(await desk.ask('history.state', null)).problem).toEqual({ kind: 'unreachable', reason: 'refused' });
    expect((await stateOf(desk)).reach).toBe('down');
    expect((await viewOf(desk)).state).toBe('signed-in');
  });
});

describe('a start whose sign-in the server does not take any more', () => {
  it('shows the kept history under the sign-in, and keeps it for whoever signs in again', async () => {
    const desk = await restarted((first) => first.store.state.expireTokens());
    await desk.restore();
    await until(async () => (await viewOf(desk)).state === 'expired');
    expect((await stateOf(desk)).reach).toBe('signed-out');
    expect(await rowsOf(desk)).toHaveLength(12);
    expect(desk.keychain.kept.size).toBe(0);
    expect(desk.shelf.kept()).toEqual([PRACTICE]);
    wentWell(await signIn(desk));
    expect((await viewOf(desk)).state).toBe('signed-in');
    expect(await rowsOf(desk)).toHaveLength(12);
  });

  it('can be left from there, and then it is erased', async () => {
    const desk = await restarted((first) => first.store.state.expireTokens());
    await desk.restore();
    await until(async () => (await viewOf(desk)).state === 'expired');
    wentWell(await desk.ask('session.signOut', null));
    await until(() => desk.shelf.kept().length === 0);
    expect((await viewOf(desk)).state).toBe('signed-out');
  });
});

describe('signing out', () => {
  const keep = async (desk: TestDesk, keepHistory: boolean): Promise<void> => {
    const settings = wentWell(await desk.ask('settings.read', null));
    wentWell(await desk.ask('settings.save', { ...settings, keepHistory }));
  };

  it('erases the history of who leaves, and of nobody else', async () => {
    const desk = openDesk();
    wentWell(await desk.ask('session.register', SITA));
    wentWell(await signIn(desk));
    expect(desk.shelf.kept()).toEqual([`${ORIGIN} sita`, PRACTICE]);
    wentWell(await desk.ask('session.signOut', null));
    await until(() => desk.shelf.kept().length === 1);
    expect(desk.shelf.kept()).toEqual([`${ORIGIN} sita`]);
  });

  it('keeps it where the setting says so, as it says at that moment, and it is there at the next sign-in', async () => {
    const desk = openDesk();
    wentWell(await signIn(desk));
    await keep(desk, true);
    wentWell(await desk.ask('session.signOut', null));
    expect(desk.shelf.kept()).toEqual([PRACTICE]);
    const held = desk.network.hold(to('GET', '/api/orders/history/'), 'before');
    wentWell(await desk.ask('session.signIn', SIGN_IN));
    expect(await rowsOf(desk)).toHaveLength(12);
    await desk.pass(1_000);
    await held.reached;
    held.release();
    await keep(desk, false);
    wentWell(await desk.ask('session.signOut', null));
    await until(() => desk.shelf.kept().length === 0);
  });

  it('says so where it could not be erased', async () => {
    const desk = openDesk();
    wentWell(await signIn(desk));
    desk.shelf.hold();
    expect(wentWell(await desk.ask('session.signOut', null)).historyStays).toBe(true);
    expect(desk.shelf.kept()).toEqual([PRACTICE]);
  });

  it('and in again at once begins with nothing', async () => {
    const desk = openDesk();
    wentWell(await signIn(desk));
    wentWell(await desk.ask('session.signOut', null));
    const held = desk.network.hold(to('GET', '/api/orders/history/'), 'before');
    wentWell(await desk.ask('session.signIn', SIGN_IN));
    await held.reached;
    expect(await rowsOf(desk)).toEqual([]);
    held.release();
  });

  it('leaves nothing of practice, which is kept nowhere', async () => {
    const desk = openDesk();
    wentWell(await desk.ask('session.openPractice', null));
    wentWell(await desk.ask('history.refresh', null));
    expect(desk.shelf.kept()).toEqual([]);
  });
});

describe('a history file with something wrong', () => {
  it.each(['set-aside', 'newer', 'not-kept'] as const)(
    'is told until somebody has read it, and the history is read anew: %s',
    async (kind) => {
      const desk = await restarted((first) => first.shelf.trouble({ kind, file: '/home/pat/history/abc.db' }));
      await desk.restore();
      await until(async () => (await stateOf(desk)).notices.length > 0);
      expect((await stateOf(desk)).notices).toEqual([{ kind: `history-${kind}`, file: 'abc.db' }]);
      await until(async () => wentWell(await desk.ask('history.state', null)).total === 12);
      wentWell(await desk.ask('notices.dismiss', null));
      expect((await stateOf(desk)).notices).toEqual([]);
    },
  );

  it('is no business of the next person', async () => {
    const desk = await restarted((first) => first.shelf.trouble({ kind: 'set-aside', file: 'abc.db' }));
    await desk.restore();
    await until(async () => (await stateOf(desk)).notices.length > 0);
    wentWell(await desk.ask('session.signOut', null));
    expect((await stateOf(desk)).notices).toEqual([]);
  });
});
