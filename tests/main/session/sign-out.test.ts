// Signing out: this computer first and always, then the server, and the truth about both.
import { describe, expect, it } from 'vitest';
import { chromium, json, page, SHOP } from '../http/scripted-server.ts';
import { accessToken } from './json-web-token.ts';
import { held, throwing } from './memory-keychain.ts';
import { createWorld, lateAnswer, RAM, settle } from './session-setup.ts';

const LOGOUT = '/api/accounts/auth/logout/';
const OUT = { state: 'signed-out', server: SHOP.base, username: 'ram', notice: null };
const STUCK = 'The sign-in kept in the keychain could not be removed. Remove “Paydesk” there by hand.';

describe('signing out', () => {
  it('clears keychain and memory before the server is asked', async () => {
    const late = lateAnswer();
    const world = createWorld({ answers: { [LOGOUT]: late.answer } });
    await world.session.signIn(RAM);
    const leaving = world.session.signOut();
    expect(world.connections.at(-1)).toBeNull();
    await late.asked;
    expect([world.keptTokens(), world.session.view()]).toEqual([{}, OUT]);
    late.give(json(200, { detail: 'Successfully logged out.' }));
    expect(await leaving).toEqual({ server: 'confirmed', said: 'Successfully logged out.' });
  });

  it('sends the server both tokens', async () => {
    const world = createWorld();
    await world.session.signIn(RAM);
    await world.session.signOut();
    const asked = world.server.asked.at(-1);
    expect([asked?.path, asked?.body, asked?.headers.get('authorization')]).toEqual([
      LOGOUT,
      '{"refresh":"refresh of ram"}',
      `Bearer ${accessToken('access of ram')}`,
    ]);
  });

  it('sends no access token that has run out, since that alone would be refused', async () => {
    const world = createWorld();
    await world.session.signIn(RAM);
    world.clock.now = 300_000;
    await world.session.signOut();
    expect(world.server.asked.at(-1)?.headers.has('authorization')).toBe(false);
    expect(world.server.asked.map(({ path }) => path)).toEqual(['/api/token/', LOGOUT]);
  });

  it.each([
    ['down', () => Promise.reject(chromium('ERR_CONNECTION_REFUSED')), null],
    ['broken', () => page(500), null],
    [
      'looking for a cookie',
      () => json(401, { detail: 'Refresh token was not included in cookie data.' }),
      'Refresh token was not included in cookie data.',
    ],
  ])('works while the server is %s, and does not claim more', async (_what, answer, said) => {
    const world = createWorld({ answers: { [LOGOUT]: answer } });
    await world.session.signIn(RAM);
    expect(await world.session.signOut()).toEqual({ server: 'not-confirmed', said });
    expect([world.keptTokens(), world.session.view()]).toEqual([{}, OUT]);
  });

  it('ends every call that comes later, without sending it', async () => {
    const world = createWorld();
    await world.session.signIn(RAM);
    const { api } = world.connection();
    await world.session.signOut();
    const { response } = await api.GET('/api/orders/history/', { parseAs: 'text' });
    expect(response.status).toBe(401);
    expect(world.server.asked.map(({ path }) => path)).toEqual(['/api/token/', LOGOUT]);
    expect(world.session.view()).toEqual(OUT);
  });

  it('of nobody is fine', async () => {
    const world = createWorld();
    expect(await world.session.signOut()).toEqual({ server: 'confirmed', said: null });
    expect([world.session.view(), world.server.asked, world.connections]).toEqual([OUT, [], []]);
  });

  it.each(['Prompt dismissed', 'The name org.freedesktop.secrets was not provided by any .service files'])(
    'says so when the keychain does not let go: %s',
    async (message) => {
      const world = createWorld();
      await world.session.signIn(RAM);
      world.keychain.fail('remove', throwing(message));
      await world.session.signOut();
      expect(world.session.view()).toEqual({ ...OUT, notice: STUCK });
    },
  );

  it('is silent about a keychain that never was', async () => {
    const world = createWorld();
    for (const step of ['read', 'write', 'remove'] as const)
      world.keychain.fail(step, throwing('Cannot autolaunch D-Bus without X11 $DISPLAY'));
    await world.session.signIn(RAM);
    await world.session.signOut();
    expect(world.session.view()).toEqual(OUT);
  });
});

describe('signing out in the middle of something', () => {
  it('of signing in: nobody is signed in when the server answers', async () => {
    const late = lateAnswer();
    const world = createWorld({ answers: { '/api/token/': late.answer }, last: { username: 'old' } });
    const entering = world.session.signIn(RAM);
    await late.asked;
    await world.session.signOut();
    late.give(json(200, { access: accessToken('a'), refresh: 'r' }));
    expect(await entering).toMatchObject({ ok: true, value: { state: 'signed-out' } });
    expect([world.connections, world.keptTokens(), world.saved]).toEqual([[], {}, []]);
  });

  it('of keeping the sign-in: the keychain is empty in the end', async () => {
    const slow = held();
    const world = createWorld();
    world.keychain.fail('write', slow.wait);
    const entering = world.session.signIn(RAM);
    await settle();
    expect(world.keychain.steps).toEqual(['write begins']);
    const leaving = world.session.signOut();
    slow.release();
    await Promise.all([entering, leaving]);
    expect([world.session.view(), world.connections, world.keptTokens()]).toEqual([OUT, [null], {}]);
  });

  it('of a renewal: the rotated token is not kept', async () => {
    const late = lateAnswer();
    const world = createWorld({ answers: { '/api/token/refresh/': late.answer } });
    await world.session.signIn(RAM);
    world.clock.now = 300_000;
    const reading = world.connection().api.GET('/api/orders/history/', { parseAs: 'text' });
    await late.asked;
    await world.session.signOut();
    late.give(json(200, { access: accessToken('b'), refresh: 'r2' }));
    expect((await reading).response.status).toBe(401);
    expect([world.keptTokens(), world.session.view()]).toEqual([{}, OUT]);
  });

  it('somebody else who signs in while the keychain is slow stays signed in', async () => {
    const slow = held();
    const world = createWorld();
    await world.session.signIn(RAM);
    world.keychain.fail('remove', slow.wait);
    const leaving = world.session.signOut();
    await world.session.openPractice();
    slow.release();
    await leaving;
    expect(world.session.view()).toMatchObject({ state: 'signed-in', practice: true });
  });
});
