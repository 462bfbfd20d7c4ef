// One person's desk: everything on screen renews itself from main when the history changes, and stops when the person leaves.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createDesk } from '../../../src/renderer/app/create-desk.ts';
import type { HistoryState } from '../../../src/shared/ipc/order-schemas.ts';
import { ok } from '../../../src/shared/result.ts';
import { order, payment, settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';
import { DONE, operation, TRAIL } from '../support/operations.ts';

const history = (revision: number, changes: Partial<HistoryState> = {}): HistoryState => ({
  revision,
  total: 1,
  unreadable: 0,
  ownOnly: false,
  missing: null,
  partial: false,
  pulling: null,
  asOf: null,
  problem: null,
  ...changes,
});
const counts = { pending: 1, completed: 0, failed: 0, 'partly-paid': 0, 'no-payment': 0, 'not-told': 0 };

function setUp(refreshed: HistoryState = history(1)) {
  let revision = 1;
  const client = createFakeClient({
    'history.state': () => ok(history(revision)),
    'history.refresh': () => ok(refreshed),
    'history.window': () => ok({ revision, total: 1, added: 0, counts, rows: [order(revision, { payments: [payment(7)] })] }),
    'payments.pending': () => ok({ revision, total: 0, pending: 0, sum: '0.00', rows: [], embedded: true }),
    'orders.peek': (id) => ok(order(id)),
  });
  const announcements = createAnnouncements();
  const desk = createDesk(client, announcements, () => '');
  const asked = (name: string) => client.asked.filter((request) => request.name === name).length;
  return {
    client,
    desk,
    asked,
    said: () => announcements.getState().shown,
    change: () => {
      revision += 1;
      client.send('history.changed', history(revision));
    },
  };
}

describe('a desk', () => {
  it('asks again for rows on which an older event has written a mark over an answer that had come before it', async () => {
    const { desk, client, asked } = setUp();
    desk.follow();
    await settled();
    const row = () => desk.orders.getState().cache.pages.get(0)?.rows[0];
    const sending = operation({ wish: { kind: 'mark', payment: 7, to: 'completed' }, state: { name: 'sending', trail: TRAIL } });
    client.send('operation.moved', sending);
    expect(row()?.payments?.[0]?.standing).toBe('sending');
    client.send('operation.moved', { ...sending, state: DONE });
    await settled();
    expect(asked('history.window')).toBe(2);
    expect(row()?.payments?.[0]?.standing).toBe('settled');
  });

  it('reads the history when it opens and again when it changes', async () => {
    const { desk, asked, change } = setUp();
    desk.follow();
    await settled();
    expect(asked('history.window')).toBe(1);
    change();
    await settled();
    expect(asked('history.window')).toBe(2);
    expect(asked('payments.pending')).toBe(2);
    expect(desk.orders.getState().answer?.revision).toBe(2);
  });

  it('does not ask for orders that nobody sees, and asks for the newest when they are shown again', async () => {
    const { desk, asked, change } = setUp();
    desk.follow();
    await settled();
    desk.goTo('payments');
    change();
    change();
    await settled();
    expect(asked('history.window')).toBe(1);
    expect(asked('payments.pending')).toBeGreaterThan(1);
    desk.goTo('orders');
    await settled();
    expect(asked('history.window')).toBe(2);
    expect(desk.orders.getState().answer?.revision).toBe(3);
  });

  it('hears nothing more once it is left', async () => {
    const { desk, asked, change } = setUp();
    const stop = desk.follow();
    await settled();
    stop();
    change();
    await settled();
    expect(asked('history.window')).toBe(1);
  });

  it('says why a refresh brought nothing', async () => {
    const { desk, said } = setUp(history(1, { problem: { kind: 'unreachable', reason: 'timeout' } }));
    await desk.refresh();
    expect(said()).toMatchObject([
      { tone: 'failure', text: expect.stringMatching(/^The history was not refreshed\. The server did not answer/) },
    ]);
  });

  it('shows an order from anywhere', () => {
    const { desk } = setUp();
    desk.goTo('activity');
    desk.showOrder(9);
    expect(desk.place.getState().at).toBe('orders');
    expect(desk.orders.getState().selectedId).toBe(9);
  });
});
