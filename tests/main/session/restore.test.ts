// The next start: signed in again by the kept refresh token where that is possible, and told why where it is not.
import { describe, expect, it } from 'vitest';
import { chromium, json, page, SHOP } from '../http/scripted-server.ts';
import { accessToken } from './json-web-token.ts';
import { held, throwing } from './memory-keychain.ts';
import { createWorld, lateAnswer, RAM, settle } from './session-setup.ts';

const REFRESH = '/api/token/refresh/';
const OUT = { state: 'signed-out', server: SHOP.base, username: 'ram', notice: null };
const IN = { state: 'signed-in', server: SHOP.base, username: 'ram', name: 'ram', practice: false, notKept: null };

describe('a start', () => {
  it('with a kept sign-in goes on where it was', async () => {
    const world = createWorld({ kept: ['ram', 'r1'] });
    await world.session.restore();
    expect(world.views).toEqual([{ state: 'restoring', server: SHOP.base }, IN]);
    expect(world.server.asked.map(({ path, body }) => [path, body])).toEqual([[REFRESH, '{"refresh":"r1"}']]);
    expect(world.connections.map((connection) => connection?.identity)).toEqual(['https://shop.example ram']);
    expect(world.connection().userId()).toBe(11);
  });

  it('that somebody waits for no longer goes on without an answer, and keeps the sign-in', async () => {
    const asked = lateAnswer();
    const world = createWorld({ kept: ['ram', 'r1'], answers: { [REFRESH]: asked.answer } });
    const restored = world.session.restore();
    await asked.asked;
    world.session.giveUp();
    await restored;
    expect(world.session.view()).toEqual(IN);
    expect(world.keptTokens()).toEqual({ ram: 'r1' });
  });

  it('keeps the rotated refresh token', async () => {
    const world = createWorld({
      kept: ['ram', 'r1'],
      answers: { [REFRESH]: () => json(200, { access: accessToken('a'), refresh: 'r2' }) },
    });
    await world.session.restore();
    expect(world.keptTokens()).toEqual({ ram: 'r2' });
  });

  it('says so when the rotated one cannot be kept', async () => {
    const world = createWorld({
      kept: ['ram', 'r1'],
      answers: { [REFRESH]: () => json(200, { access: accessToken('a'), refresh: 'r2' }) },
    });
    world.keychain.fail('write', throwing('Prompt dismissed'));
    await world.session.restore();
    expect(world.session.view()).toEqual({ ...IN, notKept: 'denied' });
  });

  it.each([
    ['no network', () => Promise.reject(chromium('ERR_INTERNET_DISCONNECTED'))],
    ['a broken server', () => page(502)],
    ['a guest Wi-Fi', () => page(200)],
  ])('with %s is signed in all the same: only the server can end a session', async (_what, answer) => {
    const world = createWorld({ kept: ['ram', 'r1'], answers: { [REFRESH]: answer } });
    await world.session.restore();
    expect(world.session.view()).toEqual(IN);
    expect(world.keptTokens()).toEqual({ ram: 'r1' });
  });

  it('with a refresh token that the server refuses says so, and forgets it', async () => {
    const world = createWorld({ kept: ['ram', 'r1'], answers: { [REFRESH]: () => json(401, { code: 'token_not_valid' }) } });
    await world.session.restore();
    expect(world.session.view()).toEqual({ ...OUT, notice: 'Your last session has ended. Sign in again.' });
    expect([world.keptTokens(), world.connections]).toEqual([{}, []]);
  });

  it('without a kept sign-in asks for one, without a word', async () => {
    const world = createWorld();
    await world.session.restore();
    expect([world.session.view(), world.server.asked]).toEqual([OUT, []]);
  });

  it('on a machine without a keychain asks for a sign-in, without a word', async () => {
    const world = createWorld();
    world.keychain.fail('read', throwing('Cannot autolaunch D-Bus without X11 $DISPLAY'));
    await world.session.restore();
    expect(world.session.view()).toEqual(OUT);
  });

  it.each(['The keychain is locked', 'Prompt dismissed'])('with a keychain that does not open (%s) says so', async (message) => {
    const world = createWorld({ kept: ['ram', 'r1'] });
    world.keychain.fail('read', throwing(message));
    await world.session.restore();
    expect(world.session.view()).toEqual({ ...OUT, notice: 'The keychain could not be opened, so please sign in.' });
    expect(world.keptTokens()).toEqual({ ram: 'r1' });
  });

  it.each([
    ['nobody has ever signed in', { username: '' }],
    ['the address is none any more', { server: 'not an address' }],
    ['plain http was not accepted', { server: 'http://shop.example' }],
  ])('asks nothing of keychain and server where %s', async (_what, last) => {
    const world = createWorld({ kept: ['ram', 'r1'], last });
    await world.session.restore();
    expect([world.views, world.keychain.steps, world.server.asked]).toEqual([[], [], []]);
    expect(world.session.view()).toMatchObject({ state: 'signed-out', ...last });
  });
});

describe('a restoring that is overtaken', () => {
  it('by signing out brings nobody back, not even with a rotated token', async () => {
    const late = lateAnswer();
    const world = createWorld({ kept: ['ram', 'r1'], answers: { [REFRESH]: late.answer } });
    const restoring = world.session.restore();
    await late.asked;
    expect(await world.session.signOut()).toEqual({ server: 'not-confirmed', said: null });
    late.give(json(200, { access: accessToken('a'), refresh: 'r2' }));
    await restoring;
    await settle();
    expect(world.session.view()).toEqual(OUT);
    expect([world.connections, world.keptTokens()]).toEqual([[], {}]);
  });

  it('by signing out while the keychain is read brings nobody back', async () => {
    const slow = held();
    const world = createWorld({ kept: ['ram', 'r1'] });
    world.keychain.fail('read', slow.wait);
    const restoring = world.session.restore();
    const leaving = world.session.signOut();
    slow.release();
    await Promise.all([restoring, leaving]);
    expect([world.session.view(), world.server.asked, world.keptTokens()]).toEqual([OUT, [], {}]);
  });

  it('by another person’s sign-in leaves that one alone', async () => {
    const late = lateAnswer();
    const world = createWorld({ kept: ['ram', 'r1'], answers: { [REFRESH]: late.answer } });
    const restoring = world.session.restore();
    await late.asked;
    await world.session.signIn({ ...RAM, username: 'sita' });
    late.give(json(401, { code: 'token_not_valid' }));
    await restoring;
    expect(world.session.view()).toMatchObject({ state: 'signed-in', username: 'sita' });
    expect([world.keptTokens(), world.connections.length]).toEqual([{ sita: 'refresh of sita' }, 1]);
  });
});
