// How a session ends and goes on: the server ending it, the same person coming back, another one, and practice.
import { describe, expect, it } from 'vitest';
import type { SessionView } from '../../../src/shared/ipc/session-schemas.ts';
import { type Asked, json, page, SHOP } from '../http/scripted-server.ts';
import { accessToken } from './json-web-token.ts';
import { held, throwing } from './memory-keychain.ts';
import { createWorld, lateAnswer, PRACTICE, RAM, settle, type World } from './session-setup.ts';

const HISTORY = '/api/orders/history/';
const inactive = () => json(401, { detail: 'User is inactive', code: 'user_inactive' });
const states = (views: readonly SessionView[]) => views.map(({ state }) => state);

async function read(world: World): Promise<number> {
  return (await world.connection().api.GET(HISTORY, { parseAs: 'text' })).response.status;
}

/** Signed in as Ram, with a name from the profile, and then ended by the server. */
async function expiredWorld(refusing: (asked: Asked) => Response = inactive) {
  let refuse = true;
  const world = createWorld({ answers: { [HISTORY]: (asked) => (refuse ? refusing(asked) : json(200, [])) } });
  await world.session.signIn(RAM);
  world.session.rename('Ram Thapa');
  await read(world);
  await settle();
  refuse = false;
  return world;
}

describe('the server ends the session', () => {
  it('once, with the screen as it was and nothing left in the keychain', async () => {
    const world = await expiredWorld();
    expect(world.session.view()).toEqual({
      state: 'expired',
      server: SHOP.base,
      username: 'ram',
      name: 'Ram Thapa',
      practice: false,
      notKept: null,
    });
    expect(world.connections).toHaveLength(1);
    expect(world.keptTokens()).toEqual({});
    await read(world);
    expect(states(world.views)).toEqual(['signed-in', 'signed-in', 'expired']);
  });

  it('and the same person signs in again: nothing is forgotten', async () => {
    const world = await expiredWorld();
    await world.session.signIn(RAM);
    expect(world.session.view()).toMatchObject({ state: 'signed-in', username: 'ram', name: 'Ram Thapa' });
    expect(world.connections).toHaveLength(1);
    expect(world.keptTokens()).toEqual({ ram: 'refresh of ram' });
  });

  it('and another person signs in: everything is', async () => {
    const world = await expiredWorld();
    await world.session.signIn({ ...RAM, username: 'sita' });
    expect(world.session.view()).toMatchObject({ state: 'signed-in', username: 'sita', name: 'sita' });
    expect(world.connections.map((connection) => connection?.username)).toEqual(['ram', 'sita']);
  });

  it('and somebody of the same name signs in elsewhere: that is another person', async () => {
    const world = await expiredWorld();
    await world.session.signIn({ ...RAM, server: 'https://other.example' });
    expect(world.session.view()).toMatchObject({ state: 'signed-in', server: 'https://other.example', name: 'ram' });
    expect(world.connections.map((connection) => connection?.identity)).toEqual(['https://shop.example ram', 'https://other.example ram']);
  });

  it('and somebody else wants to sit down: the form is there, and what was theirs has been left', async () => {
    const world = await expiredWorld();
    world.session.leave();
    expect(world.session.view()).toMatchObject({ state: 'signed-out', notice: null });
    expect(world.connections.map((connection) => connection?.username ?? null)).toEqual(['ram', null]);
    await world.session.signIn({ ...RAM, username: 'sita' });
    world.session.leave();
    expect(world.session.view()).toMatchObject({ state: 'signed-in', username: 'sita' });
  });

  it('and the wrong password leaves everything as it was', async () => {
    const answers = { '/api/token/': () => json(401, { detail: 'No active account found with the given credentials' }) };
    const world = createWorld({ kept: ['ram', 'r1'], answers: { ...answers, [HISTORY]: inactive } });
    await world.session.restore(Promise.resolve());
    await read(world);
    expect(await world.session.signIn(RAM)).toMatchObject({ ok: false, error: { kind: 'wrong-credentials' } });
    expect([world.session.view().state, world.connections.length]).toEqual(['expired', 1]);
  });

  it('by refusing to renew', async () => {
    const world = createWorld({ answers: { '/api/token/refresh/': () => json(401, { code: 'token_not_valid' }) } });
    await world.session.signIn(RAM);
    world.clock.now = 295_000;
    expect(await read(world)).toBe(401);
    expect([world.session.view().state, world.server.asked.at(-1)?.path]).toEqual(['expired', '/api/token/refresh/']);
  });

  it('but not by being broken', async () => {
    const world = createWorld({ answers: { '/api/token/refresh/': () => page(500) } });
    await world.session.signIn(RAM);
    world.clock.now = 295_000;
    await expect(read(world)).rejects.toMatchObject({ reason: 'not-renewed', certainlyNotSent: true });
    expect(world.session.view().state).toBe('signed-in');
  });
});

describe('while somebody is signed in', () => {
  it('a rotated refresh token that cannot be kept is said', async () => {
    const world = createWorld({ answers: { '/api/token/refresh/': () => json(200, { access: accessToken('b'), refresh: 'r2' }) } });
    await world.session.signIn(RAM);
    world.keychain.fail('write', throwing('The keychain is locked'));
    world.clock.now = 295_000;
    expect(await read(world)).toBe(200);
    expect(world.session.view()).toMatchObject({ state: 'signed-in', notKept: 'locked' });
  });

  it('a name is shown, and afterwards no more', async () => {
    const world = createWorld();
    world.session.rename('Nobody');
    await world.session.signIn(RAM);
    world.session.rename('Ram Thapa');
    expect(world.session.view()).toMatchObject({ name: 'Ram Thapa' });
    await world.session.signOut();
    world.session.rename('Ram Thapa');
    expect(world.views.map((view) => ('name' in view ? view.name : null))).toEqual(['ram', 'Ram Thapa', null]);
  });
});

describe('two sign-ins at once', () => {
  it('the later one counts, even when the earlier is answered last', async () => {
    const late = lateAnswer();
    const token = (asked: Asked) =>
      asked.body.includes('sita') ? late.answer(asked) : json(200, { access: accessToken('a'), refresh: 'r of ram' });
    const world = createWorld({ answers: { '/api/token/': token } });
    const earlier = world.session.signIn({ ...RAM, username: 'sita' });
    await late.asked;
    await world.session.signIn(RAM);
    late.give(json(200, { access: accessToken('s'), refresh: 'r of sita' }));
    expect(await earlier).toMatchObject({ ok: true, value: { username: 'ram' } });
    expect(world.connections.map((connection) => connection?.username)).toEqual(['ram']);
    expect(world.keptTokens()).toEqual({ ram: 'r of ram' });
    expect(world.saved.map(({ username }) => username)).toEqual(['ram']);
  });

  it('the earlier one’s token does not stay in the keychain', async () => {
    const slow = held();
    const world = createWorld();
    world.keychain.fail('write', slow.wait);
    const earlier = world.session.signIn({ ...RAM, username: 'sita' });
    await settle();
    const later = world.session.signIn(RAM);
    world.keychain.fail('write', null);
    slow.release();
    await Promise.all([earlier, later]);
    expect(world.keptTokens()).toEqual({ ram: 'refresh of ram' });
    expect(world.session.view()).toMatchObject({ username: 'ram' });
  });

  it('of the same person end with the later token kept', async () => {
    const slow = held();
    let count = 0;
    const token = () => json(200, { access: accessToken('a'), refresh: `r${++count}` });
    const world = createWorld({ answers: { '/api/token/': token } });
    world.keychain.fail('write', slow.wait);
    const earlier = world.session.signIn(RAM);
    await settle();
    const later = world.session.signIn(RAM);
    slow.release();
    await Promise.all([earlier, later]);
    expect([world.keptTokens(), world.connections.length]).toEqual([{ ram: 'r2' }, 1]);
  });
});

describe('practice', () => {
  it('is signed in by itself, unmistakably, and never touches the keychain or the desk’s memory', async () => {
    const world = createWorld({ answers: { '/api/token/refresh/': () => json(200, { access: accessToken('b'), refresh: 'r2' }) } });
    await world.session.openPractice();
    expect(world.session.view()).toEqual({
      state: 'signed-in',
      server: 'Practice store',
      username: 'trainee',
      name: 'trainee',
      practice: true,
      notKept: null,
    });
    world.clock.now = 295_000;
    await read(world);
    await world.session.signOut();
    expect([world.keychain.steps, world.saved, world.lines]).toEqual([[], [], []]);
    expect(new Set(world.server.asked.map(({ url }) => new URL(url).origin))).toEqual(new Set([PRACTICE.origin]));
    expect(world.session.view()).toEqual({ state: 'signed-out', server: SHOP.base, username: 'ram', notice: null });
  });

  it('never says that the real sign-in was not kept', async () => {
    const world = createWorld();
    world.keychain.fail('write', throwing('The keychain is locked'));
    await world.session.signIn(RAM);
    await world.session.openPractice();
    expect(world.session.view()).toMatchObject({ practice: true, notKept: null });
  });
});
