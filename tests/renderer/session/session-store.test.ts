// The page's view of the session follows main, newest word first.
import { describe, expect, it } from 'vitest';
import { createSessionStore } from '../../../src/renderer/session/session-store.ts';
import type { SessionView } from '../../../src/shared/ipc/session-schemas.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

const out: SessionView = { state: 'signed-out', server: 'https://shop.example', username: '', notice: null };
const restoring: SessionView = { state: 'restoring', server: 'https://shop.example' };

describe('the session', () => {
  it('is what main says, until main says something else', async () => {
    const client = createFakeClient({ 'session.view': () => ok(restoring) });
    const store = createSessionStore(client);
    const stop = store.getState().follow();
    await settled();
    expect(store.getState().view).toEqual(restoring);
    client.send('session.changed', out);
    expect(store.getState().view).toEqual(out);
    stop();
    client.send('session.changed', restoring);
    expect(store.getState().view).toEqual(out);
  });

  it('is not set back by an answer that an event has overtaken', async () => {
    const client = createFakeClient({ 'session.view': () => ok(restoring) });
    const store = createSessionStore(client);
    store.getState().follow();
    client.send('session.changed', out);
    await settled();
    expect(store.getState().view).toEqual(out);
  });

  it('opens the door with a sentence when main cannot answer', async () => {
    const store = createSessionStore(createFakeClient({ 'session.view': () => fail({ kind: 'internal', reference: 'r1' }) }));
    store.getState().follow();
    await settled();
    expect(store.getState().view).toMatchObject({ state: 'signed-out', notice: expect.stringContaining('r1') });
  });

  it.each([
    [{ server: 'confirmed', said: null } as const, 'Signed out. The server confirmed it.'],
    [{ server: 'not-confirmed', said: 'Bye.' } as const, 'Signed out on this computer. The server did not confirm it. It says: Bye.'],
  ])('says what signing out came to', async (answer, text) => {
    const store = createSessionStore(createFakeClient({ 'session.signOut': () => ok({ ...answer, historyStays: false }) }));
    expect(await store.getState().signOut()).toEqual({ tone: 'success', text });
    const stuck = createSessionStore(createFakeClient({ 'session.signOut': () => ok({ ...answer, historyStays: true }) }));
    expect(await stuck.getState().signOut()).toEqual({ tone: 'failure', text: expect.stringContaining('it is still on this computer') });
  });
});
