// The list of what waits: read while somebody looks, one action at a time, and what is left is said.
import { describe, expect, it } from 'vitest';
import { createWaitingStore } from '../../../src/renderer/truth/waiting-store.ts';
import type { WaitingList } from '../../../src/shared/ipc/shell-requests.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { anOperation } from '../../shared/domain/an-operation.ts';
import { settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

const listOf = (total: number): WaitingList => ({
  total,
  entries: Array.from({ length: total }, (_, index) => ({ operation: anOperation({ id: String(index) }), paused: false })),
  others: 0,
});

function setUp({ left = 0, saved = '/home/ada/waiting.csv' as string | null } = {}) {
  const client = createFakeClient({
    'waiting.list': () => ok(listOf(3)),
    'waiting.send': () => ok(listOf(left)),
    'waiting.cancel': ({ ids }) => ok({ cancelled: ids?.length ?? 3 - left, list: listOf(left) }),
    'operations.export': () => ok({ saved, entries: 3 }),
  });
  const store = createWaitingStore(client);
  const asked = (name: string) => client.asked.filter((request) => request.name === name).length;
  return { client, store, state: () => store.getState(), asked };
}

describe('what waits', () => {
  it('is read while somebody looks, and not otherwise', async () => {
    const { state, asked } = setUp();
    await state().renew();
    expect(asked('waiting.list')).toBe(0);
    const stop = state().watch();
    await settled();
    expect(state().list?.total).toBe(3);
    await state().renew();
    expect(asked('waiting.list')).toBe(2);
    stop();
    await state().renew();
    expect(asked('waiting.list')).toBe(2);
  });

  it('is read once more, not often, after many changes at once', async () => {
    const { state, asked } = setUp();
    state().watch();
    for (let change = 0; change < 10; change += 1) void state().renew();
    await settled();
    expect(asked('waiting.list')).toBe(2);
  });

  it('is sent; what could not be sent is said', async () => {
    const gone = setUp();
    await gone.state().send();
    expect(gone.state()).toMatchObject({ busy: null, said: null, list: { total: 0 } });
    const left = setUp({ left: 2 });
    await left.state().send();
    expect(left.state().said).toBe('2 marks could not be sent just now.');
  });

  it('is not sent twice at once, nor cancelled while it is sent', async () => {
    const { state, asked } = setUp();
    const [, , , exported] = await Promise.all([state().send(), state().send(), state().cancel(null), state().exportAll()]);
    expect(exported).toBe(false);
    expect([asked('waiting.send'), asked('waiting.cancel'), asked('operations.export')]).toEqual([1, 0, 0]);
  });

  it('is cancelled; what was too late is said, but not of those that were not meant', async () => {
    const { state } = setUp({ left: 1 });
    await state().cancel(null);
    expect(state().said).toMatch(/^1 mark could not be cancelled any more/);
    await state().cancel(['0']);
    expect(state().said).toBeNull();
  });

  it('counts as exported only when a file was saved', async () => {
    expect(await setUp().state().exportAll()).toBe(true);
    expect(await setUp({ saved: null }).state().exportAll()).toBe(false);
  });

  it('that cannot be read says why', async () => {
    const store = createWaitingStore(createFakeClient({ 'waiting.list': () => fail({ kind: 'journal', problem: 'full' }) }));
    store.getState().watch();
    await settled();
    expect(store.getState().said).toMatch(/disk is full/);
  });
});
