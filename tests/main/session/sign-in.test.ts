// Signing in: what is checked, what is kept where, and what the page is told.
import { describe, expect, it } from 'vitest';
import { chromium, json, page, SHOP } from '../http/scripted-server.ts';
import { accessToken } from './json-web-token.ts';
import { throwing } from './memory-keychain.ts';
import { createWorld, RAM } from './session-setup.ts';

const SIGNED_IN = { state: 'signed-in', server: SHOP.base, username: 'ram', name: 'ram', practice: false, notKept: null };

describe('signing in', () => {
  it('keeps the refresh token in the keychain, the name on the desk, and tells the page no token', async () => {
    const world = createWorld();
    expect(await world.session.signIn({ ...RAM, username: '  ram ', server: 'shop.example/api/' })).toEqual({ ok: true, value: SIGNED_IN });
    expect(world.keptTokens()).toEqual({ ram: 'refresh of ram' });
    expect(world.saved).toEqual([{ server: SHOP.base, username: 'ram', acceptPlainHttp: false }]);
    expect(world.views).toEqual([SIGNED_IN]);
    expect(JSON.stringify([world.views, world.saved, world.lines])).not.toMatch(/refresh of|eyJ|TestPassword/);
  });

  it('hands out a connection that carries the access token', async () => {
    const world = createWorld();
    await world.session.signIn(RAM);
    const { identity, server, username, practice, api, plain } = world.connection();
    expect({ identity, server, username, practice }).toEqual({
      identity: 'https://shop.example ram',
      server: SHOP,
      username: 'ram',
      practice: false,
    });
    expect(world.connection().userId()).toBe(11);
    await api.GET('/api/orders/history/', { parseAs: 'text' });
    await plain(new Request(`${SHOP.base}/media/ram.png`));
    expect(world.server.asked.slice(1).map(({ path, headers }) => [path, headers.get('authorization')])).toEqual([
      ['/api/orders/history/', `Bearer ${accessToken('access of ram')}`],
      ['/media/ram.png', null],
    ]);
  });

  it('counts the access token’s time from the moment it came, however slow the keychain is', async () => {
    const world = createWorld();
    world.keychain.fail('write', async () => {
      world.clock.now = 9_000;
    });
    await world.session.signIn(RAM);
    world.clock.now = 295_000;
    await world.connection().api.GET('/api/orders/history/', { parseAs: 'text' });
    expect(world.server.asked.map(({ path }) => path)).toEqual(['/api/token/', '/api/token/refresh/', '/api/orders/history/']);
  });

  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'missing'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['Prompt dismissed', 'denied'],
  ])('goes on without a keychain and says why: %s', async (message, notKept) => {
    const world = createWorld();
    world.keychain.fail('write', throwing(message));
    expect(await world.session.signIn(RAM)).toEqual({ ok: true, value: { ...SIGNED_IN, notKept } });
    expect(world.lines).toEqual([`keychain: the sign-in was not kept (${notKept})`]);
  });
});

describe('signing in fails', () => {
  it.each([
    ['a bad address', { server: 'not an address' }, { kind: 'bad-address', address: 'not an address' }],
    ['plain http elsewhere', { server: 'http://shop.example' }, { kind: 'insecure-address', address: 'http://shop.example' }],
    ['no user name', { username: '  ' }, { kind: 'refused', summary: [], fields: { username: ['Type your user name.'] } }],
    ['no password', { password: '' }, { kind: 'refused', summary: [], fields: { password: ['Type your password.'] } }],
  ])('for %s, before anything is sent', async (_what, changes, error) => {
    const world = createWorld();
    expect(await world.session.signIn({ ...RAM, ...changes })).toEqual({ ok: false, error });
    expect([world.server.asked, world.views, world.saved]).toEqual([[], [], []]);
  });

  it.each([
    ['wrong credentials', () => json(401, { detail: 'No active account found with the given credentials' }), { kind: 'wrong-credentials' }],
    ['another kind of server', () => page(404), { kind: 'not-the-api', status: 404 }],
    ['a guest Wi-Fi', () => page(200), { kind: 'not-the-api', status: 200 }],
    ['a broken server', () => page(500), { kind: 'server-error', status: 500 }],
    [
      'a bad certificate',
      () => {
        throw chromium('ERR_CERT_DATE_INVALID');
      },
      { kind: 'unreachable', reason: 'certificate' },
    ],
  ])('for %s, and nothing is kept anywhere', async (_what, answer, error) => {
    const world = createWorld({ answers: { '/api/token/': answer } });
    expect(await world.session.signIn(RAM)).toEqual({ ok: false, error });
    expect([world.views, world.saved, world.keptTokens(), world.connections]).toEqual([[], [], {}, []]);
    expect(world.session.view()).toEqual({ state: 'signed-out', server: SHOP.base, username: 'ram', notice: null });
  });
});

describe('plain http that was accepted', () => {
  it('is used and remembered', async () => {
    const world = createWorld();
    expect((await world.session.signIn({ ...RAM, server: 'http://shop.example', acceptPlainHttp: true })).ok).toBe(true);
    expect(world.saved).toEqual([{ server: 'http://shop.example', username: 'ram', acceptPlainHttp: true }]);
    expect(world.server.asked[0]?.url).toBe('http://shop.example/api/token/');
  });
});

describe('registering', () => {
  const SITA = {
    server: SHOP.base,
    acceptPlainHttp: false,
    username: 'sita',
    email: 'sita@example.com',
    password: 'TestPassword123',
    repeatPassword: 'TestPassword123',
    firstName: 'Sita',
    lastName: '',
    phoneNumber: '',
    address: '',
  };
  const registration = '/api/accounts/auth/registration/';

  it('signs the new person in with what was typed, not with what the answer holds', async () => {
    const world = createWorld({ answers: { [registration]: () => json(201, { access: 'foreign', refresh: 'foreign', user: {} }) } });
    expect(await world.session.register(SITA)).toEqual({ ok: true, value: { outcome: 'signed-in', said: null } });
    expect(world.keptTokens()).toEqual({ sita: 'refresh of sita' });
    expect(world.session.view()).toMatchObject({ state: 'signed-in', username: 'sita' });
  });

  it('stops where the server wants the e-mail confirmed', async () => {
    const world = createWorld({ answers: { [registration]: () => json(201, { detail: 'Verification e-mail sent.' }) } });
    expect(await world.session.register(SITA)).toEqual({
      ok: true,
      value: { outcome: 'confirm-email', said: 'Verification e-mail sent.' },
    });
    expect(world.views).toEqual([]);
  });

  it('says that the account is there when signing in does not work right away', async () => {
    const world = createWorld({ answers: { '/api/token/': () => page(503) } });
    const result = await world.session.register(SITA);
    expect(result).toMatchObject({ ok: true, value: { outcome: 'created', said: expect.stringContaining('503') } });
  });

  it('fails with the server’s words, or for the address, and signs nobody in', async () => {
    const world = createWorld({ answers: { [registration]: () => json(400, { username: ['Taken.'] }) } });
    expect(await world.session.register(SITA)).toMatchObject({ ok: false, error: { fields: { username: ['Taken.'] } } });
    expect(await world.session.register({ ...SITA, server: 'http://shop.example' })).toMatchObject({ error: { kind: 'insecure-address' } });
    expect([world.views, world.keptTokens()]).toEqual([[], {}]);
  });
});
