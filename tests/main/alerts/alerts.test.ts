// Alerts: what has newly come in and what newly needs a decision, each told once, and never what this desk has made itself.
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/main/alerts/alert.ts';
import { createAlerts } from '../../../src/main/alerts/alerts.ts';
import type { Arrivals } from '../../../src/main/store/door.ts';
import type { Payment } from '../../../src/main/store/facts.ts';
import type { Operation, OperationState, Trail } from '../../../src/shared/domain/operation-schemas.ts';
import { NOTHING_SEEN } from '../../../src/shared/domain/operation-schemas.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';
import { createVirtualClock } from '../../simulation/virtual-clock.ts';

const pending = (id: number, amount = 10_000n): Payment => ({ id, order: 34, amount, status: 'pending', createdAt: null });
/** As the history tells them: each payment once. */
const arrived = (...payments: Payment[]): Arrivals => ({
  payments,
  count: payments.length,
  sum: payments.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n),
});
const TRAIL: Trail = { doubt: true, tries: 1, baseline: null, rejected: [] };
const conflict: OperationState = { name: 'conflict', theirs: { ...NOTHING_SEEN, status: 'failed' }, trail: TRAIL };
const done = (number: number | null): OperationState => ({ name: 'done', how: 'answered', number });

function setUp(open: readonly Operation[] = []) {
  const clock = createVirtualClock(0);
  const told: Alert[] = [];
  const alerts = createAlerts({ tell: (alert) => told.push(alert), currency: () => 'EUR', open, after: clock.at });
  return { alerts, told, pass: () => clock.step(10_000) };
}

describe('new pending payments', () => {
  it('are told when Paydesk finds them by itself; what was there at first is no news', () => {
    const { alerts, told } = setUp();
    alerts.looked(arrived(pending(1), pending(2)), true);
    expect(told).toEqual([]);
    alerts.looked(arrived(pending(3)), true);
    expect(told).toMatchObject([{ title: 'New payment to mark', show: { place: 'payments' } }]);
    expect(told[0]?.body).toMatch(/^Payment 3 of order 34: .*1\.00/);
  });

  it('are counted together, each once', () => {
    const { alerts, told } = setUp();
    alerts.looked(arrived(), true);
    alerts.looked(arrived(pending(1), pending(2)), true);
    alerts.looked(arrived(), true);
    expect(told.map(({ title }) => title)).toEqual(['2 new payments to mark']);
    expect(told[0]?.body).toMatch(/2\.00 together$/);
  });

  it('that somebody has refreshed for are on the screen, and no news later', () => {
    const { alerts, told } = setUp();
    alerts.looked(arrived(), false);
    alerts.looked(arrived(pending(1)), false);
    alerts.looked(arrived(), true);
    expect(told).toEqual([]);
  });

  it('are no news where this desk has recorded them, or has set them back itself', () => {
    const { alerts, told } = setUp();
    alerts.looked(arrived(), true);
    const record = { kind: 'record-payment', order: 34, amount: '1.00', another: false } as const;
    alerts.moved(anOperation({ id: 'a', wish: record, state: done(7) }));
    alerts.moved(anOperation({ id: 'b', wish: record, state: done(null) }));
    alerts.moved(anOperation({ id: 'c', wish: { kind: 'mark', payment: 9, to: 'pending' }, state: done(9) }));
    alerts.looked(arrived(pending(7), pending(8), pending(9), pending(10)), true);
    // 8 is the one whose number the server did not tell; 10 is like it, and somebody else's.
    expect(told.map(({ body }) => body)).toEqual([expect.stringContaining('Payment 10 ')]);
  });
});

describe('what needs a decision', () => {
  it('is told once, with what it is about', () => {
    const { alerts, told, pass } = setUp();
    alerts.moved(anOperation({ state: conflict }));
    alerts.moved(anOperation({ state: conflict }));
    pass();
    alerts.moved(anOperation({ state: conflict }));
    pass();
    expect(told).toEqual([
      {
        title: 'Something needs your decision',
        body: 'Somebody else has changed payment 5 meanwhile.',
        show: { place: 'activity', operation: 'one' },
        inside: false,
      },
    ]);
  });

  it('of a batch is one call, not one for each', () => {
    const { alerts, told, pass } = setUp();
    for (let id = 0; id < 50; id += 1) alerts.moved(anOperation({ id: String(id), batch: 'b', state: conflict }));
    pass();
    expect(pass()).toBe(false);
    expect(told).toMatchObject([{ title: '50 entries need your decision', show: { place: 'activity', operation: null }, inside: true }]);
  });

  it('is not told where it was decided before anybody could be called', () => {
    const { alerts, told, pass } = setUp();
    alerts.moved(anOperation({ state: conflict }));
    alerts.moved(anOperation({ state: { name: 'decided', how: 'kept-theirs', number: null } }));
    pass();
    expect(told).toEqual([]);
  });

  it('is not told where it stood there already when the person signed in', () => {
    const { alerts, told, pass } = setUp([anOperation({ state: conflict })]);
    alerts.moved(anOperation({ state: conflict }));
    pass();
    expect(told).toEqual([]);
  });

  it('is not told by somebody who has left', () => {
    const { alerts, told, pass } = setUp();
    alerts.moved(anOperation({ state: conflict }));
    alerts.stop();
    pass();
    expect(told).toEqual([]);
  });

  it('says of what is not known no more than that', () => {
    const { alerts, told, pass } = setUp();
    const unknown: OperationState = { name: 'unknown', problem: null, trail: TRAIL, matches: [], emptyReads: [], unreadable: true };
    alerts.moved(anOperation({ state: unknown }));
    pass();
    expect(told[0]?.body).toBe('It is not known whether payment 5 was marked completed.');
  });
});
