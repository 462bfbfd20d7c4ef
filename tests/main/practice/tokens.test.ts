// Signing in, bearer tokens, renewing: SimpleJWT as wire-shapes tells of it.
import { decode } from 'hono/jwt';
import { describe, expect, it } from 'vitest';
import { PRACTICE_ACCOUNT, RETIRED_ACCOUNT } from '../../../src/main/practice/people.ts';
import { type Client, openClient, START } from './client.ts';

const notValid = (message: string) => ({
  detail: 'Given token not valid for any token type',
  code: 'token_not_valid',
  messages: [{ token_class: 'AccessToken', token_type: 'access', message }],
});
const profile = '/api/accounts/profile/';
const renew = (client: Client, refresh: unknown) => client.send('POST', '/api/token/refresh/', { body: { refresh } });
const tampered = (token: string): string => token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA');

describe('signing in', () => {
  it('answers with real tokens that live as long as the behaviour says', async () => {
    const client = openClient({ accessSeconds: 300, refreshSeconds: 86_400 });
    const { access, refresh } = await client.signIn();
    const iat = START / 1000;
    expect(decode(access).header).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(decode(access).payload).toMatchObject({ token_type: 'access', iat, exp: iat + 300, user_id: '1' });
    expect(decode(refresh).payload).toMatchObject({ token_type: 'refresh', iat, exp: iat + 86_400, user_id: '1' });
    expect(decode(access).payload['jti']).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    [PRACTICE_ACCOUNT.username, 'wrong'],
    ['nobody', PRACTICE_ACCOUNT.password],
    ['PRACTICE', PRACTICE_ACCOUNT.password],
    [RETIRED_ACCOUNT.username, RETIRED_ACCOUNT.password],
  ])('refuses %s / %s in the same words, without a code', async (username, password) => {
    const { status, json, headers } = await openClient().send('POST', '/api/token/', { body: { username, password } });
    expect(status).toBe(401);
    expect(json).toEqual({ detail: 'No active account found with the given credentials' });
    expect(headers.get('WWW-Authenticate')).toBe('Bearer realm="api"');
  });

  it('lists what is missing, blank or null', async () => {
    const { send } = openClient();
    expect((await send('POST', '/api/token/', { body: { username: ' ', password: null } })).json).toEqual({
      username: ['This field may not be blank.'],
      password: ['This field may not be null.'],
    });
  });
});

describe('the bearer token', () => {
  it('is asked for', async () => {
    const { status, json, headers } = await openClient().send('GET', profile);
    expect(status).toBe(401);
    expect(json).toEqual({ detail: 'Authentication credentials were not provided.' });
    expect(headers.get('WWW-Authenticate')).toBe('Bearer realm="api"');
  });

  it('expires by the store’s clock, to the second', async () => {
    const client = openClient({ accessSeconds: 300 });
    const { access: token } = await client.signIn();
    client.clock.now = START + 299_999;
    expect((await client.send('GET', profile, { token })).status).toBe(200);
    client.clock.now = START + 300_000;
    const { status, json } = await client.send('GET', profile, { token });
    expect(status).toBe(401);
    expect(json).toEqual(notValid('Token is expired'));
  });

  it('can be made to expire early', async () => {
    const client = openClient();
    const { access: token, refresh } = await client.signIn();
    client.store.state.expireTokens('access');
    expect((await client.send('GET', profile, { token })).json).toEqual(notValid('Token is expired'));
    expect((await renew(client, refresh)).status).toBe(200);
    client.store.state.expireTokens();
    expect((await renew(client, refresh)).status).toBe(401);
  });

  it('is refused when tampered with, of the wrong type, or from another store', async () => {
    const client = openClient();
    const { access, refresh } = await client.signIn();
    const foreign = await openClient().signIn();
    expect((await client.send('GET', profile, { token: tampered(access) })).json).toEqual(notValid('Token is invalid'));
    expect((await client.send('GET', profile, { token: 'x' })).json).toEqual(notValid('Token is invalid'));
    expect((await client.send('GET', profile, { token: refresh })).json).toEqual(notValid('Token has wrong type'));
    expect((await client.send('GET', profile, { token: foreign.access })).json).toEqual(notValid('Token is invalid'));
  });

  it('must be two words, the first of them Bearer', async () => {
    const client = openClient();
    const { access } = await client.signIn();
    const ask = (Authorization: string) => client.send('GET', profile, { headers: { Authorization } });
    expect((await ask(`Bearer ${access} x`)).json).toMatchObject({ code: 'bad_authorization_header' });
    expect((await ask('Bearer')).json).toMatchObject({ code: 'bad_authorization_header' });
    expect((await ask(`JWT ${access}`)).json).toEqual({ detail: 'Authentication credentials were not provided.' });
  });

  it('is looked at even where nobody has to sign in, but not by the token views', async () => {
    const client = openClient();
    const bad = { token: 'x' };
    expect((await client.send('POST', '/api/accounts/auth/logout/', bad)).json).toMatchObject({ code: 'token_not_valid' });
    expect((await client.send('POST', '/api/accounts/auth/registration/', bad)).json).toMatchObject({ code: 'token_not_valid' });
    expect((await client.send('POST', '/api/token/', { ...bad, body: PRACTICE_ACCOUNT })).status).toBe(200);
  });

  it('is of no use once its owner has been made inactive', async () => {
    const client = openClient();
    const { access: token, refresh } = await client.signIn();
    client.store.state.setActive('practice', false);
    expect((await client.send('GET', profile, { token })).json).toEqual({ detail: 'User is inactive', code: 'user_inactive' });
    const renewal = await renew(client, refresh);
    expect(renewal.status).toBe(401);
    expect(renewal.json).toEqual({ detail: 'No active account found for the given token.' });
  });
});

describe('SessionAuthentication first', () => {
  it('turns 401 into 403 without a challenge, but not at the token views', async () => {
    const client = openClient({ authentication: 'session-first' });
    const { access: token } = await client.signIn();
    client.store.state.expireTokens();
    for (const sent of [{}, { token }]) {
      const { status, headers } = await client.send('GET', profile, sent);
      expect(status).toBe(403);
      expect(headers.get('WWW-Authenticate')).toBeNull();
    }
    expect((await client.send('GET', profile, { token })).json).toEqual(notValid('Token is expired'));
    const signIn = await client.send('POST', '/api/token/', { body: { username: 'practice', password: 'no' } });
    expect(signIn.status).toBe(401);
    expect(signIn.headers.get('WWW-Authenticate')).toBe('Bearer realm="api"');
  });
});

describe('renewing', () => {
  it('keeps the refresh token without rotation', async () => {
    const client = openClient({ rotate: false });
    const { refresh } = await client.signIn();
    const first = await renew(client, refresh);
    expect(Object.keys(first.json as object)).toEqual(['access']);
    expect((await renew(client, refresh)).status).toBe(200);
  });

  it('replaces it with rotation, and knows a replay', async () => {
    const client = openClient({ rotate: true, blacklist: true });
    const { refresh } = await client.signIn();
    const { json } = await renew(client, refresh);
    const next = (json as { refresh: string }).refresh;
    expect(next).not.toBe(refresh);
    const replay = await renew(client, refresh);
    expect(replay.status).toBe(401);
    expect(replay.json).toEqual({ detail: 'Token is blacklisted', code: 'token_not_valid' });
    expect(replay.headers.get('WWW-Authenticate')).toBe('Bearer realm="api"');
    expect((await renew(client, next)).status).toBe(200);
  });

  it('lets the old one live with rotation alone', async () => {
    const client = openClient({ rotate: true, blacklist: false });
    const { refresh } = await client.signIn();
    expect((await renew(client, refresh)).status).toBe(200);
    expect((await renew(client, refresh)).status).toBe(200);
  });

  it('tells what is wrong with a token', async () => {
    const client = openClient({ refreshSeconds: 60 });
    const { access, refresh } = await client.signIn();
    const fault = (detail: string) => ({ detail, code: 'token_not_valid' });
    expect((await renew(client, tampered(refresh))).json).toEqual(fault('Token is invalid'));
    expect((await renew(client, access)).json).toEqual(fault('Token has wrong type'));
    expect((await client.send('POST', '/api/token/refresh/', { body: {} })).json).toEqual({ refresh: ['This field is required.'] });
    client.clock.now = START + 60_000;
    expect((await renew(client, refresh)).json).toEqual(fault('Token is expired'));
  });
});
