// Sessions and what waits to be sent: what ends with one, what comes back with the same person, and what another one never sends.
import { describe, expect, it } from 'vitest';
import type { DeskState } from '../../../src/shared/ipc/operation-requests.ts';
import { until } from '../store/support/a-write-path.ts';
import { to } from '../store/support/faulty-network.ts';
import { aMark, openDesk, SIGN_IN, SITA, signIn, type TestDesk } from '../store/support/open-desk.ts';
import { errorOf, wentWell, writes } from '../store/support/open-shop.ts';

const PAYMENT = /^\/api\/orders\/payments\/\d+\/$/;
const aPatch = to('PATCH', PAYMENT);
const pendingOf = ({ store }: TestDesk): number => store.state.firstPayment('pending')?.id ?? 0;
const stateOf = async (desk: TestDesk): Promise<DeskState> => wentWell(await desk.ask('desk.state', null));
const sent = (desk: TestDesk): readonly string[] => writes(desk.store.requests).filter((line) => line.includes('/payments/'));
const told = (desk: TestDesk, name: string) => desk.events.filter((event) => event.name === name).map(({ payload }) => payload);

/** Gives whatever is under way the time of many calls: nothing that is to be sent would take as many. */
async function untilQuiet(desk: TestDesk): Promise<void> {
  for (let call = 0; call < 12; call += 1) await desk.ask('orders.open', 1);
}

/** Nothing is read anew, and nobody asks for anything: only the session is back. */
const signInAgain = (desk: TestDesk) => desk.ask('session.signIn', SIGN_IN);

async function signedIn(...options: Parameters<typeof openDesk>): Promise<TestDesk> {
  const desk = openDesk(...options);
  wentWell(await signIn(desk));
  return desk;
}

describe('a session that has ended', () => {
  it('stops everything, and lets it go when the same person is back', async () => {
    const desk = await signedIn();
    desk.store.state.expireTokens();
    const waiting = await desk.mark(pendingOf(desk), 'completed');
    expect(waiting.state).toMatchObject({ name: 'waiting', why: 'signed-out' });
    await desk.pass(600_000);
    await untilQuiet(desk);
    expect(sent(desk)).toEqual([]);
    expect(told(desk, 'desk.changed').at(-1)).toMatchObject({ reach: 'signed-out', waiting: 1 });
    wentWell(await signInAgain(desk));
    await until(async () => (await stateOf(desk)).waiting === 0);
    expect(sent(desk)).toEqual([`PATCH /api/orders/payments/${waiting.wish.kind === 'mark' ? waiting.wish.payment : 0}/`]);
  });

  it('does not keep those waiting that were on their way with the old token when they were signed in again', async () => {
    const desk = await signedIn();
    const held = desk.network.hold(aPatch, 'before');
    const payment = pendingOf(desk);
    wentWell(await desk.ask('payments.mark', aMark(payment, 'completed')));
    await held.reached;
    desk.store.state.expireTokens();
    await desk.ask('orders.open', 1);
    expect(wentWell(await desk.ask('session.view', null)).state).toBe('expired');
    wentWell(await signInAgain(desk));
    // Only now does the server refuse the token that it was sent with.
    held.release();
    await until(async () => (await stateOf(desk)).open[0]?.state.name !== 'sending');
    await desk.pass(60_000);
    await until(() => desk.store.state.payment(payment)?.status === 'completed');
    expect(wentWell(await desk.ask('session.view', null)).state).toBe('signed-in');
  });

  it.each(['a renewed token', 'a changed name', 'a look at the window', 'F5'])(
    'and nothing else wakes what a server has asked to wait: not %s',
    async (news) => {
      const desk = await signedIn();
      desk.store.behaviour.throttle = { retryAfter: 600 };
      expect((await desk.mark(pendingOf(desk), 'completed')).state).toMatchObject({ name: 'waiting', why: 'slow-down' });
      desk.store.behaviour.throttle = null;
      // The attempt that was told to wait has come to its end.
      await untilQuiet(desk);
      const views = told(desk, 'session.changed').length;
      if (news === 'a look at the window') wentWell(await desk.ask('desk.wake', null));
      if (news === 'F5') wentWell(await desk.ask('history.refresh', null));
      if (news === 'a renewed token') desk.store.state.expireTokens('access');
      const { fields } = wentWell(await desk.ask('profile.read', null));
      if (news === 'a changed name') wentWell(await desk.ask('profile.save', { ...fields, firstName: 'Patricia' }));
      if (news.startsWith('a renewed') || news.startsWith('a changed')) expect(told(desk, 'session.changed').length).toBeGreaterThan(views);
      await desk.pass(60_000);
      await untilQuiet(desk);
      expect(sent(desk)).toEqual([]);
      await desk.pass(600_000);
      await until(() => sent(desk).length === 1);
    },
  );

  it('goes out before the server’s time is over when a person insists', async () => {
    const desk = await signedIn();
    desk.store.behaviour.throttle = { retryAfter: 600 };
    await desk.mark(pendingOf(desk), 'completed');
    desk.store.behaviour.throttle = null;
    await untilQuiet(desk);
    wentWell(await desk.ask('desk.insist', null));
    await until(() => sent(desk).length === 1);
  });
});

describe('another person at the same desk', () => {
  it('sends nothing of what the first one asked for, and cannot mark the same payment meanwhile; it goes out when the first is back', async () => {
    const desk = openDesk();
    wentWell(await desk.ask('session.register', SITA));
    wentWell(await desk.ask('session.signOut', null));
    wentWell(await signIn(desk));
    const payment = pendingOf(desk);
    desk.store.state.expireTokens();
    await desk.mark(payment, 'completed');
    wentWell(await signIn(desk, SITA));
    await desk.pass(600_000);
    await untilQuiet(desk);
    expect(await stateOf(desk)).toMatchObject({ open: [], waiting: 0, others: 1 });
    expect(errorOf(await desk.ask('payments.mark', aMark(payment, 'failed')))).toEqual({ kind: 'busy', thing: 'payment' });
    expect(sent(desk)).toEqual([]);
    expect(desk.desk.unsent.count()).toBe(0);
    // Its name stands on the payment's row; it is still not theirs to touch.
    const { rows } = wentWell(await desk.ask('payments.pending', { offset: 0, limit: 50, keep: false }));
    const id = rows.find((row) => row.payment.id === payment)?.payment.operation ?? '';
    expect(id).not.toBe('');
    for (const request of ['operations.undo', 'operations.sendNow'] as const)
      expect(errorOf(await desk.ask(request, { id }))).toEqual({ kind: 'forbidden', said: null });
    const decision = { kind: 'send-again', reason: null } as const;
    expect(errorOf(await desk.ask('operations.decide', { id, decision }))).toEqual({ kind: 'forbidden', said: null });
    // It is this person's to go.
    wentWell(await desk.ask('session.signOut', null));
    wentWell(await signIn(desk));
    await until(() => desk.store.state.payment(payment)?.status === 'completed');
    expect(sent(desk)).toHaveLength(1);
  });
});
