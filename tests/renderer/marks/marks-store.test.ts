// Marking from the page: taken on once, asked for what is missing, undone from the newest backwards, told in words that claim no more than is known.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createMarksStore } from '../../../src/renderer/marks/marks-store.ts';
import { targetOf } from '../../../src/renderer/marks/target.ts';
import type { OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import type { AppError } from '../../../src/shared/errors/app-error.ts';
import type { Input } from '../../../src/shared/ipc/contract.ts';
import type { BatchView } from '../../../src/shared/ipc/operation-requests.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { payment, settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';
import { at, desk, held, mark } from '../support/held-marks.ts';

const TARGET = targetOf(payment(12), { product: 'Acer' });
const refusal = (...names: string[]): AppError => ({
  kind: 'refused',
  summary: [],
  fields: Object.fromEntries(names.map((name) => [name, ['Say it.']])),
});

/** @param errors what main answers to marks, one after the other; null: taken on. */
function setUp(...errors: (AppError | null)[]) {
  const client = createFakeClient({
    'payments.mark': ({ payment: id, to }) => {
      const error = errors.shift() ?? null;
      return error === null ? ok(mark({ wish: { kind: 'mark', payment: id, to } })) : fail(error);
    },
    'desk.state': () => ok(desk()),
    'operations.undo': ({ id }) => ok(mark({ id, state: { name: 'undone' } })),
    'operations.sendNow': ({ id }) => ok(mark({ id })),
    'bulk.sendNow': () => ok(null),
    'bulk.cancel': () => ok({ count: 3 }),
  });
  const announcements = createAnnouncements();
  const store = createMarksStore(client, announcements, () => '');
  const asked = <N extends 'payments.mark' | 'operations.undo' | 'bulk.cancel'>(name: N) =>
    client.asked.filter((request) => request.name === name).map(({ input }) => input as Input<N>);
  return {
    client,
    store,
    asked,
    said: () => announcements.getState().shown.map(({ tone, text }) => `${tone}: ${text}`),
    murmured: () => announcements.getState().spoken.map(({ text }) => text),
  };
}

describe('a mark', () => {
  it('is asked for with what stood on the screen, and said to those who listen when it is on the disk', async () => {
    const { store, asked, murmured } = setUp();
    expect(await store.getState().mark(TARGET, 'completed')).toBe('taken');
    expect(asked('payments.mark')).toEqual([
      {
        payment: 12,
        to: 'completed',
        saw: { status: 'pending', amount: '450.00', order: 34, product: 'Acer' },
        reason: null,
        confirmed: false,
      },
    ]);
    expect(murmured()).toEqual(['Payment 12 of order 34 will be marked completed. Press Z to undo.']);
  });

  it('is not asked for twice while it is being written down', async () => {
    const { store, asked } = setUp();
    const first = store.getState().mark(TARGET, 'completed');
    expect(store.getState().underWay.get(12)).toBe('completed');
    expect(await store.getState().mark(TARGET, 'failed')).toBe('no');
    expect(await first).toBe('taken');
    expect(asked('payments.mark')).toHaveLength(1);
    expect(store.getState().underWay.size).toBe(0);
  });

  it('that is not taken on is told with why', async () => {
    const { store, said } = setUp({ kind: 'journal', problem: 'full' });
    expect(await store.getState().mark(TARGET, 'completed')).toBe('no');
    expect(said()).toEqual([expect.stringMatching(/^failure: Payment 12 was not marked completed\. /)]);
    expect(store.getState().underWay.size).toBe(0);
  });
});

describe('a question', () => {
  it.each([
    [['reason'], { reason: true, confirm: false }],
    [['confirm'], { reason: false, confirm: true }],
    [['confirm', 'reason'], { reason: true, confirm: true }],
  ])('is asked for %j, and its answer takes the mark on', async (names, wanted) => {
    const { store, asked, said } = setUp(refusal(...names));
    let onward = 0;
    expect(await store.getState().mark(TARGET, 'failed', () => (onward += 1))).toBe('question');
    expect(store.getState().question).toEqual({ ...TARGET, to: 'failed', ...wanted });
    expect([onward, said()]).toEqual([0, []]);
    expect(await store.getState().answer('Wrong payment marked')).toBeNull();
    expect(asked('payments.mark').at(-1)).toMatchObject({ payment: 12, to: 'failed', reason: 'Wrong payment marked', confirmed: true });
    expect(store.getState().question).toBeNull();
    expect(onward).toBe(1);
  });

  it('stays, with why, where the answer is not taken; and goes when it is dismissed', async () => {
    const { store } = setUp(refusal('reason'), { kind: 'busy', thing: 'payment' });
    await store.getState().mark(TARGET, 'failed');
    expect(await store.getState().answer('x')).toMatch(/not settled yet/);
    expect(store.getState().question).not.toBeNull();
    store.getState().dismiss();
    expect(store.getState().question).toBeNull();
    expect(await store.getState().answer('x')).toBeNull();
  });
});

describe('Z', () => {
  const three = ['one', 'two', 'three'].map((id, index) => mark({ id, wish: { kind: 'mark', payment: 12 + index, to: 'completed' } }));

  it('undoes the newest mark that is held, and names its payment', async () => {
    const { store, client, asked } = setUp();
    store.getState().follow(() => undefined);
    client.send('desk.changed', desk([...three, mark({ id: 'sent', state: { name: 'undone' } })]));
    expect(await store.getState().undo()).toBe(14);
    expect(asked('operations.undo')).toEqual([{ id: 'three' }]);
  });

  it('pressed twice at once undoes two, not one twice', async () => {
    const { store, client, asked, said } = setUp();
    store.getState().follow(() => undefined);
    client.send('desk.changed', desk(three));
    expect(await Promise.all([store.getState().undo(), store.getState().undo()])).toEqual([14, 13]);
    expect(asked('operations.undo').map(({ id }) => id)).toEqual(['three', 'two']);
    expect(said()).toEqual([]);
  });

  it('pressed right after a mark undoes that one, not the one before', async () => {
    const { store, client, asked } = setUp();
    store.getState().follow(() => undefined);
    client.send('desk.changed', desk(three.slice(0, 2)));
    const marking = store.getState().mark(targetOf(payment(14), null), 'completed');
    const undoing = store.getState().undo();
    // Main tells of the mark before it answers.
    client.send('desk.changed', desk(three));
    await marking;
    expect(await undoing).toBe(14);
    expect(asked('operations.undo')).toEqual([{ id: 'three' }]);
  });

  it('undoes a batch where that was asked for last', async () => {
    const { store, client, asked } = setUp();
    store.getState().follow(() => undefined);
    const batch: BatchView = {
      ...{ batch: 'b', to: 'completed', actor: 'Ada', total: 3, done: 0, failed: 0, cancelled: 0, decisions: 0, paused: false },
      ...{ sum: '0.00', doneSum: null, at: '2026-03-01T09:00:01.000Z', heldUntil: '2026-03-01T09:00:05.000Z' },
    };
    client.send('desk.changed', desk(three, { batches: [batch] }));
    expect(await store.getState().undo()).toBeNull();
    expect([asked('bulk.cancel'), asked('operations.undo')]).toEqual([[{ batch: 'b' }], []]);
    client.send('desk.changed', desk([mark({ id: 'newer', askedAt: '2026-03-01T09:00:02.000Z' })], { batches: [batch] }));
    expect(await store.getState().undo()).toBe(12);
    client.send('desk.changed', desk([], { batches: [{ ...batch, heldUntil: null }] }));
    expect(await store.getState().undo()).toBeNull();
    expect(asked('bulk.cancel')).toHaveLength(1);
  });

  it('says so where there is nothing to undo, and why where it came too late', async () => {
    const { store, client, said, murmured } = setUp();
    expect(await store.getState().undo()).toBeNull();
    expect(murmured()).toEqual(['Nothing to undo: no mark is held.']);
    const late = createFakeClient({ 'operations.undo': () => fail({ kind: 'moved-on', thing: 'payment' }) });
    const announcements = createAnnouncements();
    const other = createMarksStore(late, announcements, () => '');
    other.getState().follow(() => undefined);
    late.send('desk.changed', desk([mark()]));
    expect(await other.getState().undo()).toBeNull();
    expect(announcements.getState().shown[0]).toMatchObject({ tone: 'failure', text: expect.stringMatching(/^It could not be undone\./) });
    expect([client.asked, said()]).toEqual([[], []]);
  });
});

it('all that is held is sent at once, single marks and batches', async () => {
  const { store, client } = setUp();
  store.getState().follow(() => undefined);
  await settled();
  const waiting: OperationState = {
    ...{ name: 'waiting', why: 'offline', problem: null },
    trail: { doubt: false, tries: 0, baseline: null, rejected: [] },
  };
  client.send('desk.changed', desk([mark({ id: 'a' }), mark({ id: 'b', state: waiting }), mark({ id: 'c' })]));
  await store.getState().sendNow();
  expect(client.asked.filter(({ name }) => name === 'operations.sendNow').map(({ input }) => input)).toEqual([{ id: 'a' }, { id: 'c' }]);
});

describe('what main tells', () => {
  it('is asked for once at the beginning, unless it has been told by then', async () => {
    const { store, client } = setUp();
    store.getState().follow(() => undefined);
    client.send('desk.changed', desk([mark()], { waiting: 1 }));
    await settled();
    expect(store.getState().desk?.waiting).toBe(1);
    const late = setUp();
    late.store.getState().follow(() => undefined);
    await settled();
    expect(late.store.getState().desk).toEqual(desk());
  });

  it('of a move is said in its tone, handed on, and heard no more once it is left', () => {
    const { store, client, said, murmured } = setUp();
    const heard: string[] = [];
    const stop = store.getState().follow(({ state }) => heard.push(state.name));
    client.send('operation.moved', mark({ state: { name: 'done', how: 'answered', number: 12 } }));
    client.send('operation.moved', mark({ state: { name: 'refused', problem: { kind: 'forbidden', said: null } } }));
    const trail = { doubt: false, tries: 0, baseline: null, rejected: [] };
    client.send('operation.moved', mark({ state: { name: 'waiting', why: 'offline', problem: null, trail } }));
    client.send('operation.moved', mark({ state: held, askedAt: at }));
    expect(said()).toEqual([
      'success: Payment 12 of order 34 marked completed: 450.00',
      expect.stringMatching(/^failure: Payment 12 was not marked completed\./),
    ]);
    expect(murmured()).toEqual([expect.stringMatching(/^Payment 12 of order 34 waits to be sent\./)]);
    expect(heard).toEqual(['done', 'refused', 'waiting', 'held']);
    stop();
    client.send('operation.moved', mark({ state: { name: 'undone' } }));
    expect(heard).toHaveLength(4);
  });
});
