// The next start: whoever has a kept sign-in is signed in before anybody is asked; what the server says of it is heard with the first call.
import { describe, expect, it } from 'vitest';
import { asText } from '../../../src/main/http/api.ts';
import { ask } from '../../../src/main/http/evidence.ts';
import { chromium, json, page, SHOP } from '../http/scripted-server.ts';
import { accessToken } from './json-web-token.ts';
import { held, throwing } from './memory-keychain.ts';
import { createWorld, lateAnswer, RAM, settle, type World } from './session-setup.ts';

const REFRESH = '/api/token/refresh/';
const OUT = { state: 'signed-out', server: SHOP.base, username: 'ram', notice: null };
const IN = { state: 'signed-in', server: SHOP.base, username: 'ram', name: 'ram', practice: false, notKept: null };

/** The first call of the start that needs a token. */
async function read(world: World): Promise<number | string> {
  const evidence = await ask(world.connection().api.GET('/api/orders/history/', { params: { query: {} }, ...asText }));
  return evidence.kind === 'answer' ? evidence.status : evidence.reason;
}

describe('a start', () => {
  it('with a kept sign-in goes on where it was, and asks no server for it', async () => {
    const world = createWorld({ kept: ['ram', 'r1'] });
    expect(world.session.lastOwner()).toEqual({ server: SHOP.base, username: 'ram' });
    await world.session.restore(Promise.resolve());
    expect(world.views).toEqual([{ state: 'restoring', server: SHOP.base }, IN]);
    expect(world.connections.map((connection) => connection?.identity)).toEqual(['https://shop.example ram']);
    expect(world.server.asked).toEqual([]);
  });

  it('renews its token with the first call', async () => {
    const world = createWorld({ kept: ['ram', 'r1'] });
    await world.session.restore(Promise.resolve());
    expect(world.connection().userId()).toBeNull();
    expect(await read(world)).toBe(200);
    expect(world.server.asked.map(({ path, body }) => [path, body])).toEqual([
      [REFRESH, '{"refresh":"r1"}'],
      ['/api/orders/history/', ''],
    ]);
    expect(world.connection().userId()).toBe(11);
  });

  it('keeps the rotated refresh token', async () => {
    const world = createWorld({
      kept: ['ram', 'r1'],
      answers: { [REFRESH]: () => json(200, { access: accessToken('a'), refresh: 'r2' }) },
    });
    await world.session.restore(Promise.resolve());
    await read(world);
    expect(world.keptTokens()).toEqual({ ram: 'r2' });
  });

  it('says so when the rotated one cannot be kept', async () => {
    const world = createWorld({
      kept: ['ram', 'r1'],
      answers: { [REFRESH]: () => json(200, { access: accessToken('a'), refresh: 'r2' }) },
    });
    world.keychain.fail('write', throwing('Prompt dismissed'));
    await world.session.restore(Promise.resolve());
    await read(world);
    expect(world.session.view()).toEqual({ ...IN, notKept: 'denied' });
  });

  it.each([
    ['no network', () => Promise.reject(chromium('ERR_INTERNET_DISCONNECTED')), 'offline', 'offline'],
    ['a server that is switched off', () => Promise.reject(chromium('ERR_CONNECTION_REFUSED')), 'refused', 'down'],
    ['a broken server', () => page(502), 'not-renewed', 'down'],
    ['a guest Wi-Fi', () => page(200), 'not-renewed', 'online'],
  ])('with %s stays signed in: only the server can end a session; and the reason is told', async (_what, answer, reason, reach) => {
    const world = createWorld({ kept: ['ram', 'r1'], answers: { [REFRESH]: answer } });
    await world.session.restore(Promise.resolve());
    expect(await read(world)).toBe(reason);
    expect(world.session.view()).toEqual(IN);
    expect(world.reaches.at(-1)).toBe(reach);
    expect(world.keptTokens()).toEqual({ ram: 'r1' });
  });

  it('with a refresh token that the server refuses has its session ended over what is shown, and forgets the token', async () => {
    const world = createWorld({ kept: ['ram', 'r1'], answers: { [REFRESH]: () => json(401, { code: 'token_not_valid' }) } });
    await world.session.restore(Promise.resolve());
    expect(await read(world)).toBe(401);
    await settle();
    expect(world.session.view()).toEqual({ ...IN, state: 'expired' });
    expect([world.keptTokens(), world.connections.length]).toEqual([{}, 1]);
  });

  it('without a kept sign-in asks for one, without a word', async () => {
    const world = createWorld();
    await world.session.restore(Promise.resolve());
    expect([world.session.view(), world.server.asked]).toEqual([OUT, []]);
  });

  it('on a machine without a keychain asks for a sign-in, without a word', async () => {
    const world = createWorld();
    world.keychain.fail('read', throwing('Cannot autolaunch D-Bus without X11 $DISPLAY'));
    await world.session.restore(Promise.resolve());
    expect(world.session.view()).toEqual(OUT);
  });

  it.each(['The keychain is locked', 'Prompt dismissed'])('with a keychain that does not open (%s) says so', async (message) => {
    const world = createWorld({ kept: ['ram', 'r1'] });
    world.keychain.fail('read', throwing(message));
    await world.session.restore(Promise.resolve());
    expect(world.session.view()).toEqual({ ...OUT, notice: 'The keychain could not be opened, so please sign in.' });
    expect(world.keptTokens()).toEqual({ ram: 'r1' });
  });

  it.each([
    ['nobody has ever signed in', { username: '' }],
    ['the address is none any more', { server: 'not an address' }],
    ['plain http was not accepted', { server: 'http://shop.example' }],
  ])('asks nothing of keychain and server where %s', async (_what, last) => {
    const world = createWorld({ kept: ['ram', 'r1'], last });
    await world.session.restore(Promise.resolve());
    expect([world.views, world.keychain.steps, world.server.asked]).toEqual([[], [], []]);
    expect(world.session.view()).toMatchObject({ state: 'signed-out', ...last });
  });
});

describe('a restoring that is overtaken', () => {
  it('by signing out brings nobody back, not even with a rotated token', async () => {
    const late = lateAnswer();
    const world = createWorld({ kept: ['ram', 'r1'], answers: { [REFRESH]: late.answer } });
    await world.session.restore(Promise.resolve());
    const reading = read(world);
    await late.asked;
    const leaving = world.session.signOut();
    late.give(json(200, { access: accessToken('a'), refresh: 'r2' }));
    await Promise.all([leaving, reading]);
    await settle();
    expect(world.session.view()).toEqual(OUT);
    expect([world.connections.at(-1), world.keptTokens()]).toEqual([null, {}]);
  });

  it('by signing out while the keychain is read brings nobody back', async () => {
    const slow = held();
    const world = createWorld({ kept: ['ram', 'r1'] });
    world.keychain.fail('read', slow.wait);
    const restoring = world.session.restore(Promise.resolve());
    const leaving = world.session.signOut();
    slow.release();
    await Promise.all([restoring, leaving]);
    expect([world.session.view(), world.server.asked, world.keptTokens()]).toEqual([OUT, [], {}]);
  });

  it('by another person’s sign-in leaves that one alone', async () => {
    const late = lateAnswer();
    const world = createWorld({ kept: ['ram', 'r1'], answers: { [REFRESH]: late.answer } });
    await world.session.restore(Promise.resolve());
    const reading = read(world);
    await late.asked;
    await world.session.signIn({ ...RAM, username: 'sita' });
    late.give(json(401, { code: 'token_not_valid' }));
    await reading;
    expect(world.session.view()).toMatchObject({ state: 'signed-in', username: 'sita' });
    expect([world.keptTokens()['sita'], world.connections.length]).toEqual(['refresh of sita', 2]);
  });
});
