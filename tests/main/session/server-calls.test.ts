// Obtaining tokens, renewing them, and telling the server that somebody left: what each answer comes to.
import { describe, expect, it } from 'vitest';
import { createApi } from '../../../src/main/http/api.ts';
import { createTransport } from '../../../src/main/http/transport.ts';
import { obtainTokens, renewTokens, tellSignOut } from '../../../src/main/session/server-calls.ts';
import { chromium, createScriptedServer, json, page, SHOP } from '../http/scripted-server.ts';

function setUp(answer: Parameters<typeof createScriptedServer>[0]) {
  const server = createScriptedServer(answer);
  return { server, api: createApi(SHOP, createTransport(server.fetch, SHOP)) };
}

const refused = () => {
  throw chromium('ERR_CONNECTION_REFUSED');
};

describe('obtaining tokens', () => {
  it('sends the credentials as typed, and no token', async () => {
    const { server, api } = setUp(() => json(200, { access: 'a', refresh: 'r' }));
    expect(await obtainTokens(api, 'ram', ' päss🧾"word ')).toEqual({ ok: true, value: { access: 'a', refresh: 'r' } });
    expect(server.asked[0]).toMatchObject({ method: 'POST', path: '/api/token/' });
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({ username: 'ram', password: ' päss🧾"word ' });
    expect(server.asked[0]?.headers.has('authorization')).toBe(false);
  });

  it.each([
    ['wrong password', () => json(401, { detail: 'No active account found with the given credentials' }), { kind: 'wrong-credentials' }],
    ['a proxy’s 401', () => page(401), { kind: 'not-the-api', status: 401 }],
    ['not routed', () => page(404), { kind: 'not-the-api', status: 404 }],
    ['not found', () => json(404, { detail: 'Not found.' }), { kind: 'not-the-api', status: 404 }],
    ['another method', () => json(405, { detail: 'Method "POST" not allowed.' }), { kind: 'not-the-api', status: 404 }],
    ['a guest Wi-Fi', () => page(200), { kind: 'not-the-api', status: 200 }],
    ['other JSON', () => json(200, { token: 'x' }), { kind: 'not-the-api', status: 200 }],
    ['a list', () => json(200, []), { kind: 'not-the-api', status: 200 }],
    ['one token only', () => json(200, { access: 'a' }), { kind: 'not-the-api', status: 200 }],
    ['empty tokens', () => json(200, { access: '', refresh: '' }), { kind: 'not-the-api', status: 200 }],
    ['tokens that are no text', () => json(200, { access: 1, refresh: {} }), { kind: 'not-the-api', status: 200 }],
    ['nothing', () => new Response(null, { status: 204 }), { kind: 'not-the-api', status: 204 }],
    ['a broken server', () => page(500), { kind: 'server-error', status: 500 }],
    ['too many', () => json(429, { detail: 'x' }, { 'retry-after': '9' }), { kind: 'too-many-requests', wait: 9 }],
    ['another name field', () => json(400, { email: ['Needed.'] }), { kind: 'refused', summary: [], fields: { email: ['Needed.'] } }],
    ['no server', refused, { kind: 'unreachable', reason: 'refused' }],
  ])('%s', async (_what, answer, error) => {
    expect(await obtainTokens(setUp(answer).api, 'ram', 'x')).toEqual({ ok: false, error });
  });
});

describe('renewing', () => {
  const gone = (detail: string) => () => json(401, { detail, code: 'token_not_valid' });
  it.each([
    ['without rotation', () => json(200, { access: 'a' }), { kind: 'renewed', access: 'a', refresh: null }],
    ['with rotation', () => json(200, { access: 'a', refresh: 'r2' }), { kind: 'renewed', access: 'a', refresh: 'r2' }],
    ['with times beside', () => json(200, { access: 'a', access_expiration: 'x' }), { kind: 'renewed', access: 'a', refresh: null }],
    [
      'with a refresh token hidden in a cookie',
      () => json(200, { access: 'a', refresh: '' }),
      { kind: 'renewed', access: 'a', refresh: null },
    ],
    ['expired', gone('Token is expired'), { kind: 'refused' }],
    ['replayed', gone('Token is blacklisted'), { kind: 'refused' }],
    ['inactive', () => json(401, { detail: 'No active account found for the given token.' }), { kind: 'refused' }],
    ['as 403', () => json(403, { detail: 'x', code: 'token_not_valid' }), { kind: 'refused' }],
    ['badly formed', () => json(400, { refresh: ['This field may not be blank.'] }), { kind: 'refused' }],
    [
      'forbidden by something else',
      () => json(403, { detail: 'CSRF Failed: CSRF token missing.' }),
      { kind: 'failed', reason: 'not-renewed' },
    ],
    ['too many', () => json(429, { detail: 'Request was throttled.' }), { kind: 'failed', reason: 'not-renewed' }],
    ['not found', () => json(404, { detail: 'x' }), { kind: 'failed', reason: 'not-renewed' }],
    ['a user who was deleted', () => page(500), { kind: 'failed', reason: 'not-renewed' }],
    ['a broken server with JSON', () => json(500, { error: 'Server Error (500)' }), { kind: 'failed', reason: 'not-renewed' }],
    ['a proxy’s 401', () => page(401), { kind: 'failed', reason: 'not-renewed' }],
    ['an empty 401', () => new Response('', { status: 401 }), { kind: 'failed', reason: 'not-renewed' }],
    ['a guest Wi-Fi', () => page(200), { kind: 'failed', reason: 'not-renewed' }],
    ['no access token', () => json(200, { refresh: 'r2' }), { kind: 'failed', reason: 'not-renewed' }],
    ['an empty access token', () => json(200, { access: '' }), { kind: 'failed', reason: 'not-renewed' }],
    ['a list', () => json(200, ['a']), { kind: 'failed', reason: 'not-renewed' }],
    ['no server', refused, { kind: 'failed', reason: 'refused' }],
  ])('%s', async (_what, answer, expected) => {
    expect(await renewTokens(setUp(answer).api, 'r1')).toEqual(expected);
  });

  it('sends the refresh token in the body only', async () => {
    const { server, api } = setUp(() => json(200, { access: 'a' }));
    await renewTokens(api, 'r1');
    expect(server.asked[0]).toMatchObject({ method: 'POST', url: `${SHOP.base}/api/token/refresh/`, body: '{"refresh":"r1"}' });
    expect(server.asked[0]?.headers.has('authorization')).toBe(false);
  });
});

describe('telling the server that somebody left', () => {
  const nothingThere = 'Neither cookies or blacklist are enabled, so the token has not been deleted server side. Please make sure.';
  it.each([
    ['signed out', () => json(200, { detail: 'Successfully logged out.' }), { confirmed: true, said: 'Successfully logged out.' }],
    ['nothing to say', () => new Response(null, { status: 204 }), { confirmed: true, said: null }],
    ['nothing to revoke with', () => json(200, { detail: nothingThere }), { confirmed: false, said: nothingThere }],
    [
      'looks for a cookie',
      () => json(401, { detail: 'Refresh token was not included in cookie data.' }),
      { confirmed: false, said: 'Refresh token was not included in cookie data.' },
    ],
    ['already dead', () => json(401, { detail: 'Token is blacklisted' }), { confirmed: false, said: 'Token is blacklisted' }],
    ['a broken server', () => page(500), { confirmed: false, said: null }],
    ['a guest Wi-Fi', () => page(200), { confirmed: false, said: null }],
    ['not offered', () => page(404), { confirmed: false, said: null }],
    ['no server', refused, { confirmed: false, said: null }],
  ])('%s', async (_what, answer, expected) => {
    expect(await tellSignOut(setUp(answer).api, 'r1', 'a1')).toEqual(expected);
  });

  it('sends the refresh token, and the access token only while there is one', async () => {
    const { server, api } = setUp(() => json(200, {}));
    await tellSignOut(api, 'r1', 'a1');
    await tellSignOut(api, 'r1', null);
    expect(server.asked.map(({ body, headers }) => [body, headers.get('authorization')])).toEqual([
      ['{"refresh":"r1"}', 'Bearer a1'],
      ['{"refresh":"r1"}', null],
    ]);
  });

  it('asks once more without an access token that the server no longer takes', async () => {
    const { server, api } = setUp(({ headers }) =>
      headers.has('authorization')
        ? json(401, { detail: 'Given token not valid', code: 'token_not_valid' })
        : json(200, { detail: 'Bye.' }),
    );
    expect(await tellSignOut(api, 'r1', 'a1')).toEqual({ confirmed: true, said: 'Bye.' });
    expect(server.asked.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer a1', null]);
  });
});
