// The guard around the keychain: every way in which one fails is told by its name, in time, and leaves nothing behind.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSecretStore, readProblem } from '../../../src/main/session/secret-store.ts';
import { createMemoryKeychain, held, throwing } from './memory-keychain.ts';

const LIMIT = 5_000;
const PLACE = ['Paydesk https://shop.example', 'ram'] as const;
const ENTRY = PLACE.join('/');
const kept = { kind: 'ok', value: null };
const problem = (name: string) => ({ kind: 'problem', problem: name });

function setUp() {
  const keychain = createMemoryKeychain();
  return { keychain, store: createSecretStore(keychain, LIMIT) };
}

describe('a keychain that works', () => {
  it('gives back what was written, until it is removed', async () => {
    const { store } = setUp();
    expect(await store.read(...PLACE)).toEqual({ kind: 'ok', value: null });
    expect(await store.write(...PLACE, 'token')).toEqual(kept);
    expect(await store.read(...PLACE)).toEqual({ kind: 'ok', value: 'token' });
    expect(await store.remove(...PLACE)).toEqual(kept);
    expect(await store.read(...PLACE)).toEqual({ kind: 'ok', value: null });
  });

  it('keeps servers and people apart', async () => {
    const { store } = setUp();
    await store.write(...PLACE, 'token');
    expect(await store.read(PLACE[0], 'sita')).toEqual({ kind: 'ok', value: null });
    expect(await store.read('Paydesk https://other.example', PLACE[1])).toEqual({ kind: 'ok', value: null });
  });

  it('is read back after every write', async () => {
    const { store, keychain } = setUp();
    await store.write(...PLACE, 'token');
    expect(keychain.steps).toEqual(['write begins', 'write ends', 'read begins', 'read ends']);
  });

  it('is asked for one thing at a time, in the order of asking', async () => {
    const { store, keychain } = setUp();
    await Promise.all([store.write(...PLACE, 'old'), store.remove(...PLACE), store.write(...PLACE, 'new'), store.read(...PLACE)]);
    const calls = ['write', 'read', 'remove', 'write', 'read', 'read'];
    expect(keychain.steps).toEqual(calls.flatMap((call) => [`${call} begins`, `${call} ends`]));
    expect(keychain.kept.get(ENTRY)).toBe('new');
  });
});

describe('a keychain that fails', () => {
  it.each(['read', 'write', 'remove'] as const)('at %s is told by its problem, and works again afterwards', async (step) => {
    const { store, keychain } = setUp();
    const act = { read: () => store.read(...PLACE), write: () => store.write(...PLACE, 'token'), remove: () => store.remove(...PLACE) }[
      step
    ];
    keychain.fail(step, throwing('Cannot create an item in a locked collection'));
    expect(await act()).toEqual(problem('locked'));
    keychain.fail(step, null);
    expect((await act()).kind).toBe('ok');
  });

  it('by throwing at once is no different, and does not stop those who come after', async () => {
    const { keychain } = setUp();
    const broken = () => {
      throw new Error('Prompt dismissed');
    };
    const store = createSecretStore({ ...keychain, read: broken, write: broken }, LIMIT);
    expect(await store.read(...PLACE)).toEqual(problem('denied'));
    expect(await store.write(...PLACE, 'token')).toEqual(problem('denied'));
    expect(await store.remove(...PLACE)).toEqual(kept);
  });

  it('is not asked to keep what does not fit on every system, counted in bytes', async () => {
    const { store, keychain } = setUp();
    expect(await store.write(...PLACE, 'x'.repeat(2_000))).toEqual(kept);
    keychain.steps.length = 0;
    expect(await store.write(...PLACE, 'x'.repeat(2_001))).toEqual(problem('too-large'));
    expect(await store.write(...PLACE, 'ü'.repeat(1_001))).toEqual(problem('too-large'));
    expect(keychain.steps).toEqual([]);
  });

  it('by giving back something else is corrupt, and is left without it', async () => {
    const { keychain } = setUp();
    const store = createSecretStore({ ...keychain, read: async () => 'tok' }, LIMIT);
    expect(await store.write(...PLACE, 'token')).toEqual(problem('corrupt'));
    expect(keychain.kept.size).toBe(0);
  });

  it('by not letting itself be read back is told, and is left without it', async () => {
    const { store, keychain } = setUp();
    keychain.fail('read', throwing('User interaction is not allowed.'));
    expect(await store.write(...PLACE, 'token')).toEqual(problem('denied'));
    expect(keychain.kept.size).toBe(0);
  });
});

describe('a slow keychain', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(['read', 'remove'] as const)('is given up at %s after the limit, not before', async (step) => {
    const { store, keychain } = setUp();
    keychain.fail(step, held().wait);
    const ended = vi.fn();
    const answer = (step === 'read' ? store.read(...PLACE) : store.remove(...PLACE)).finally(ended);
    await vi.advanceTimersByTimeAsync(LIMIT - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual(problem('slow'));
  });

  it('that writes after all, told as not kept, is cleared of it', async () => {
    const { store, keychain } = setUp();
    const late = held();
    keychain.fail('write', late.wait);
    const answer = store.write(...PLACE, 'token');
    await vi.advanceTimersByTimeAsync(LIMIT);
    expect(await answer).toEqual(problem('slow'));
    late.release();
    await vi.runAllTimersAsync();
    expect(keychain.steps).toEqual(['write begins', 'write ends', 'remove begins', 'remove ends']);
    expect(keychain.kept.size).toBe(0);
  });

  it('that cannot be read back in time is cleared of what it holds', async () => {
    const { store, keychain } = setUp();
    keychain.fail('read', held().wait);
    const answer = store.write(...PLACE, 'token');
    await vi.advanceTimersByTimeAsync(LIMIT);
    expect(await answer).toEqual(problem('slow'));
    expect(keychain.kept.size).toBe(0);
  });

  it('does not hold up the next call for ever', async () => {
    const { store, keychain } = setUp();
    keychain.fail('write', held().wait);
    const first = store.write(...PLACE, 'token');
    const second = store.read(...PLACE);
    await vi.advanceTimersByTimeAsync(LIMIT);
    expect(await Promise.all([first, second])).toEqual([problem('slow'), { kind: 'ok', value: null }]);
  });

  it('leaves no clock running when it was quick enough', async () => {
    const { store } = setUp();
    await store.write(...PLACE, 'token');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the platform’s own words', () => {
  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'missing'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'missing'],
    ["Cannot find module 'keytar'", 'missing'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['The keychain is LOCKED', 'locked'],
    ['Prompt dismissed', 'denied'],
    ['User canceled the operation.', 'denied'],
    ['User interaction is not allowed.', 'denied'],
    ['Access is denied.', 'denied'],
    ['The authorization was denied', 'denied'],
    ['The stub received bad data.', 'too-large'],
    ['The password is too long', 'too-large'],
  ])('%s: %s', (message, name) => {
    expect(readProblem(new Error(message))).toBe(name);
    expect(readProblem(message)).toBe(name);
  });

  it.each([undefined, null, 7, {}])('%j says nothing, so there is none', (thrown) => {
    expect(readProblem(thrown)).toBe('missing');
  });
});
