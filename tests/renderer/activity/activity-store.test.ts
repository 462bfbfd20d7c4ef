// Activity reads what is seen, when something has moved, and what needs a person from its own source.
import { describe, expect, it, vi } from 'vitest';
import { FIRST_QUERY } from '../../../src/renderer/activity/activity-query.ts';
import { createActivityStore } from '../../../src/renderer/activity/activity-store.ts';
import { createToolsStore } from '../../../src/renderer/activity/tools-store.ts';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createAtDeskStore } from '../../../src/renderer/orders/at-desk-store.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';
import { CONFLICT, DESK, operation } from '../support/operations.ts';

function aClient() {
  const entry = operation({ id: 'due', state: CONFLICT });
  return createFakeClient({
    'operations.page': () => ok({ total: 1, operations: [operation()] }),
    'activity.decisions': () => ok({ total: 1, operations: [entry] }),
    'activity.clerks': () => ok(['Ada']),
    'activity.entry': ({ id }) => ok({ operation: operation({ id }), own: true, moves: [] }),
  });
}

const times = (client: ReturnType<typeof aClient>, name: string): number => client.asked.filter((asked) => asked.name === name).length;

describe('while somebody looks', () => {
  it('reads at once, and a burst of moves once more at its end', async () => {
    vi.useFakeTimers();
    try {
      const client = aClient();
      const { facts, watch } = createActivityStore(client);
      const stop = watch();
      await settled();
      expect(facts.getState()).toMatchObject({ decisions: { total: 1 }, clerks: ['Ada'] });
      for (let turn = 0; turn < 50; turn += 1) client.send('desk.changed', DESK);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(times(client, 'activity.decisions')).toBe(3);
      stop();
      client.send('desk.changed', DESK);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(times(client, 'activity.decisions')).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it('asks for what needs this person where just that is wanted', async () => {
    const client = aClient();
    const { list, setQuery } = createActivityStore(client);
    setQuery({ ...FIRST_QUERY, outcome: 'needs-you' });
    await settled();
    expect(list.getState().cache.total).toBe(1);
    expect(times(client, 'operations.page')).toBe(0);
    setQuery({ ...FIRST_QUERY, outcome: 'refused', text: 'rice' });
    await settled();
    expect(client.asked.at(-1)).toMatchObject({
      name: 'operations.page',
      input: { states: ['refused'], text: 'rice', offset: 0, limit: 100 },
    });
  });

  it('tells all of the selected one, and nothing of the one before', async () => {
    const client = aClient();
    const { list, facts } = createActivityStore(client);
    list.getState().show({ first: 0, last: 10 });
    await settled();
    list.getState().selectIndex(0);
    await settled();
    expect(facts.getState().entry?.operation.id).toBe('op-1');
    list.getState().selectId(null);
    await settled();
    expect(facts.getState().entry).toBeNull();
  });
});

describe('the tools', () => {
  it('say where a file is, say nothing of a closed dialog, and hand back why it failed', async () => {
    const answers = [ok({ saved: '/a.csv', entries: 2 }), ok({ saved: null, entries: 0 }), fail({ kind: 'not-saved', problem: 'full' })];
    const announcements = createAnnouncements();
    const client = createFakeClient({ 'operations.export': () => answers.shift() ?? fail({ kind: 'session-ended' }) });
    const tools = createToolsStore(client, announcements);
    const save = () => tools.getState().save({ what: 'journal' });
    expect([await save(), await save()]).toEqual([null, null]);
    expect(announcements.getState().shown.map(({ text }) => text)).toEqual(['2 entries saved to /a.csv']);
    expect(await save()).toContain('The disk is full');
  });

  it('a day that answers late does not stand under the day that was chosen since', async () => {
    const waiting: ((day: string) => void)[] = [];
    const sheet = (day: string) => ({
      ...{ day, zone: 'UTC', server: 's', madeAt: '', hours: [], clerks: [], marks: [] },
      ...{ undone: NONE, refused: NONE, givenUp: NONE, waiting: NONE, undecided: NONE, newOrders: NONE, newPayments: NONE },
    });
    const client = createFakeClient({ 'activity.shift': () => new Promise((resolve) => waiting.push((day) => resolve(ok(sheet(day))))) });
    const tools = createToolsStore(client, createAnnouncements());
    const first = tools.getState().openShift('2026-11-21');
    const second = tools.getState().openShift('2026-11-22');
    waiting[1]?.('2026-11-22');
    await second;
    waiting[0]?.('2026-11-21');
    await first;
    expect(tools.getState().shift).toMatchObject({ day: '2026-11-22', sheet: { day: '2026-11-22' } });
  });
});

describe('what was done to an order', () => {
  it('is also what was done to its payments by number, once each, newest first', async () => {
    const client = createFakeClient({
      'operations.page': ({ order, payment }) => {
        const found = order === null ? (payment === 12 ? [3, 2] : []) : [2, 1];
        return ok({ total: found.length, operations: found.map((sequence) => operation({ id: `op-${sequence}`, sequence })) });
      },
    });
    const store = createAtDeskStore(client);
    await store.getState().read(34, [12, 13]);
    expect(store.getState()).toMatchObject({ order: 34, more: false });
    expect(store.getState().operations.map(({ id }) => id)).toEqual(['op-3', 'op-2', 'op-1']);
  });

  it('of an order that was left is not shown under the next one', async () => {
    const waiting: (() => void)[] = [];
    const client = createFakeClient({
      'operations.page': ({ order }) =>
        new Promise((resolve) => waiting.push(() => resolve(ok({ total: 1, operations: [operation({ id: `of ${order}` })] })))),
    });
    const store = createAtDeskStore(client);
    const first = store.getState().read(1, []);
    const second = store.getState().read(2, []);
    waiting[1]?.();
    await second;
    waiting[0]?.();
    await first;
    expect(store.getState().operations.map(({ id }) => id)).toEqual(['of 2']);
  });
});

const NONE = { count: 0, sum: '0.00', unknown: 0 };
