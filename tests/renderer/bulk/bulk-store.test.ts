// Bulk marking on the page: nothing starts without a dry run, the end of a run is told once, and what came to nothing is chosen again.
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createBulkStore, type Scope } from '../../../src/renderer/bulk/bulk-store.ts';
import type { ChoiceState, ChoiceStore } from '../../../src/renderer/rows/choice-store.ts';
import type { Plan } from '../../../src/shared/ipc/bulk-requests.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';
import { aBatch, aDeskState } from './a-batch.ts';

const PLAN: Plan = {
  ...{ plan: 'plan-1', to: 'completed', payments: 2, sum: '20.00', unpriced: 0, orders: 2, several: 0, large: 0, limit: '' },
  ...{ examples: [], leftOut: [] },
};

function aChoice(ids: readonly number[]): ChoiceStore {
  let touches = 0;
  return createStore<ChoiceState>((set) => ({
    ...{ ids: new Set(ids), anchor: null, many: ids.length > 1 },
    act: () => {
      touches += 1;
    },
    all: () => undefined,
    clear: () => {
      touches += 1;
      set({ ids: new Set() });
    },
    restore: (again, since) => {
      if (since === touches) set({ ids: new Set(again) });
    },
    touched: () => touches,
  }));
}

function aBulk(plan = ok(PLAN)) {
  const announcements = createAnnouncements();
  const choices: Record<Scope, ChoiceStore> = { orders: aChoice([]), payments: aChoice([11, 12]) };
  const begun: Scope[] = [];
  const client = createFakeClient({
    'bulk.plan': () => plan,
    'bulk.start': () => ok({ batch: 'one', taken: 2, left: 0 }),
    'bulk.cancel': () => ok({ count: 0 }),
    'operations.page': () => ok({ total: 0, operations: [] }),
  });
  const bulk = createBulkStore({ client, announcements, choices, begun: (scope) => begun.push(scope), now: () => 0 });
  const asked = (name: string) => client.asked.filter((call) => call.name === name);
  const words = () => [...announcements.getState().shown, ...announcements.getState().spoken].map(({ text }) => text);
  return { bulk, client, choices, begun, asked, words };
}

async function started() {
  const own = aBulk();
  own.bulk.getState().rehearse('payments', 'completed');
  await settled();
  await own.bulk.getState().start(false);
  return own;
}

describe('the dry run', () => {
  it('is of what is chosen, and only a start starts it', async () => {
    const { bulk, asked, choices, begun } = aBulk();
    bulk.getState().rehearse('payments', 'completed');
    expect(bulk.getState().rehearsal).toMatchObject({ plan: null, problem: null });
    await bulk.getState().start(true);
    expect(asked('bulk.start')).toEqual([]);
    await settled();
    expect(asked('bulk.plan')[0]?.input).toEqual({ to: 'completed', of: { by: 'payments', ids: [11, 12] } });
    await bulk.getState().start(false);
    expect(asked('bulk.start')[0]?.input).toEqual({ plan: 'plan-1', confirmed: false });
    expect(bulk.getState().rehearsal).toBeNull();
    expect(choices.payments.getState().ids.size).toBe(0);
    expect(begun).toEqual(['payments']);
  });

  it('closed while it is worked out it does not come back', async () => {
    const { bulk } = aBulk();
    bulk.getState().rehearse('payments', 'failed');
    bulk.getState().dismiss();
    await settled();
    expect(bulk.getState().rehearsal).toBeNull();
  });

  it('that could not be made says why', async () => {
    const { bulk } = aBulk(fail({ kind: 'journal', problem: 'full' }));
    bulk.getState().rehearse('payments', 'failed');
    await settled();
    expect(bulk.getState().rehearsal?.problem).toContain('disk is full');
  });
});

describe('the end of a run', () => {
  it('is told once; undone whole, all of it is chosen again', async () => {
    const { bulk, choices, words } = await started();
    bulk.getState().heard(aDeskState(aBatch({ total: 2, heldUntil: '2026-03-01T09:00:04.000Z' })));
    const undone = aDeskState(aBatch({ total: 2, cancelled: 2 }));
    bulk.getState().heard(undone);
    bulk.getState().heard(undone);
    await settled();
    expect(words().filter((text) => text.startsWith('Undone'))).toEqual(['Undone: 2 payments were not marked completed.']);
    expect([...choices.payments.getState().ids]).toEqual([11, 12]);
  });

  it('that came before anybody saw the run is told as well, but not that of a run of yesterday', async () => {
    const { bulk, words } = await started();
    bulk.getState().heard(aDeskState(aBatch({ total: 2, done: 2 }), aBatch({ batch: 'yesterday', total: 3, done: 3 })));
    expect(words().filter((text) => text.includes('marked completed.'))).toEqual(['2 payments marked completed.']);
  });

  it('with trouble asks for what came to nothing, and leaves a hand that has gone on alone', async () => {
    const { bulk, asked, choices } = await started();
    bulk.getState().heard(aDeskState(aBatch({ total: 2 })));
    choices.payments.getState().act(0, 'only');
    bulk.getState().heard(aDeskState(aBatch({ total: 2, done: 1, failed: 1 })));
    await settled();
    expect(asked('operations.page')[0]?.input).toMatchObject({ batch: 'one', states: ['refused', 'not-done', 'conflict', 'unknown'] });
    expect(choices.payments.getState().ids.size).toBe(0);
  });
});

it('a pace is kept while a run goes, and begins anew after a pause', async () => {
  const { bulk } = await started();
  const hear = (change: Parameters<typeof aBatch>[0]) => bulk.getState().heard(aDeskState(aBatch(change)));
  hear({ done: 1 });
  hear({ done: 2 });
  expect(bulk.getState().paces.get('one')).toHaveLength(2);
  hear({ done: 3, paused: true });
  hear({ done: 3 });
  expect(bulk.getState().paces.get('one')).toHaveLength(1);
  hear({ done: 10 });
  expect(bulk.getState().paces.size).toBe(0);
});
