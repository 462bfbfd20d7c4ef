// Marks that cannot go out just now: no network, no session, a server that asks to wait, a day gone by.
import { describe, expect, it } from 'vitest';
import { isWrite, markInput, offline } from './a-desk.ts';
import { must } from './a-journal.ts';
import { aMark } from './a-mark.ts';

describe('what is certainly not carried out', () => {
  it('waits as long as the server asks', async () => {
    const { store, pass, state, id } = await aMark({}, 0);
    store.behaviour.throttle = { retryAfter: 7 };
    await pass(100);
    expect(await state(id)).toMatchObject({ name: 'waiting', why: 'slow-down' });
    const before = store.requests.length;
    store.behaviour.throttle = null;
    await pass(6_800);
    expect(store.requests).toHaveLength(before);
    await pass(400);
    expect(await state(id)).toMatchObject({ name: 'done' });
  });

  it('waits for the network, tries by itself ever less often, and goes at once when woken', async () => {
    const { trouble, operations, pass, state, id } = await aMark({}, 0);
    let asked = 0;
    trouble((request, through) => {
      asked += 1;
      return offline(request, through);
    });
    await pass(600_000);
    expect(await state(id)).toMatchObject({ name: 'waiting', why: 'offline' });
    expect(asked).toBeGreaterThan(30);
    expect(asked).toBeLessThan(60);
    trouble(null);
    operations.wake();
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'done' });
  });

  it('can still be cancelled while it waits', async () => {
    const { trouble, operations, pass, state, id, writes } = await aMark({}, 0);
    trouble(offline);
    await pass(10_000);
    must(await operations.undo(id));
    trouble(null);
    await pass(60_000);
    expect(await state(id)).toEqual({ name: 'undone' });
    expect(writes()).toEqual([]);
  });

  it('is refused for good where the server says so', async () => {
    const { trouble, pass, state, id } = await aMark({}, 0);
    trouble((request) => (isWrite(request) ? Promise.resolve(Response.json({ detail: 'Not you.' }, { status: 403 })) : null));
    await pass(100);
    expect(await state(id)).toEqual({ name: 'refused', problem: { kind: 'forbidden', said: 'Not you.' } });
  });

  it('is refused where the server answers well and leaves the status as it was', async () => {
    const { trouble, pass, state, id, payment } = await aMark({}, 0);
    trouble((request) => (isWrite(request) ? Promise.resolve(Response.json({ id: payment, status: 'pending' })) : null));
    await pass(100);
    expect(await state(id)).toMatchObject({ name: 'refused' });
  });

  it('is asked for again after a day', async () => {
    const { trouble, operations, pass, state, id } = await aMark({}, 0);
    trouble(offline);
    await pass(25 * 3_600_000);
    trouble(null);
    await pass(120_000);
    expect(await state(id)).toMatchObject({ name: 'waiting', why: 'aged' });
    must(await operations.decide(id, { kind: 'send-again', reason: 'Slip' }));
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'done' });
  });
});

describe('accounts', () => {
  it('a session that has ended makes it wait; the same person’s sign-in lets it go', async () => {
    const { store, signIn, pass, state, id } = await aMark({}, 1_000);
    store.state.expireTokens();
    await pass(5_000);
    expect(await state(id)).toMatchObject({ name: 'waiting', why: 'signed-out' });
    await pass(60_000);
    await signIn();
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'done' });
  });

  it('nothing goes out under another one', async () => {
    const { signIn, signOut, pass, state, id, writes } = await aMark();
    signOut();
    await pass(5_000);
    expect(await state(id)).toMatchObject({ name: 'waiting', why: 'signed-out' });
    await signIn('somebody-else');
    await pass(60_000);
    expect(writes()).toEqual([]);
    await signIn();
    await pass(10);
    expect(await state(id)).toMatchObject({ name: 'done' });
  });

  it('nobody signed in can ask for nothing', async () => {
    const { desk, operations, signOut, payment } = await aMark();
    signOut();
    expect(await operations.ask(markInput(desk, payment), 0)).toEqual({ ok: false, error: { kind: 'session-ended' } });
  });
});
