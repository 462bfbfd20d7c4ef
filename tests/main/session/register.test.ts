// Creating an account: helped by rules here, decided by the server, and never asked for twice.
import { describe, expect, it } from 'vitest';
import { createApi } from '../../../src/main/http/api.ts';
import { createTransport } from '../../../src/main/http/transport.ts';
import { register } from '../../../src/main/session/register.ts';
import type { RegisterInput } from '../../../src/shared/ipc/session-schemas.ts';
import { chromium, createScriptedServer, json, page, SHOP } from '../http/scripted-server.ts';

const SITA: RegisterInput = {
  server: SHOP.base,
  acceptPlainHttp: false,
  username: ' sita ',
  email: ' sita@example.com ',
  password: ' TestPassword123 ',
  repeatPassword: ' TestPassword123 ',
  firstName: ' Sita ',
  lastName: 'Thapa',
  phoneNumber: '9813121824',
  address: 'Godawari',
};

const NO_TOKENS = () => json(401, { detail: 'No active account found with the given credentials' });

function setUp(registration: () => Response, token: () => Response = NO_TOKENS) {
  const server = createScriptedServer(({ path }) => (path === '/api/token/' ? token() : registration()));
  const api = createApi(SHOP, createTransport(server.fetch, SHOP));
  return { server, act: (changes: Partial<RegisterInput> = {}) => register(api, { ...SITA, ...changes }, 'key-1') };
}

describe('what is sent', () => {
  it('has the guide’s eight fields, trimmed but for the passwords, and a name for this attempt', async () => {
    const { server, act } = setUp(() => json(201, { key: '40hex' }));
    await act();
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({ method: 'POST', path: '/api/accounts/auth/registration/' });
    expect(server.asked[0]?.headers.get('idempotency-key')).toBe('key-1');
    expect(server.asked[0]?.headers.has('authorization')).toBe(false);
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({
      username: 'sita',
      email: 'sita@example.com',
      password1: ' TestPassword123 ',
      password2: ' TestPassword123 ',
      first_name: 'Sita',
      last_name: 'Thapa',
      phone_no: '9813121824',
      address: 'Godawari',
    });
  });

  it.each([
    ['username', { username: '  ' }],
    ['email', { email: 'sita' }],
    ['password1', { password: '', repeatPassword: '' }],
    ['password2', { repeatPassword: 'TestPassword124' }],
  ])('is nothing while %s is wrong', async (field, changes) => {
    const { server, act } = setUp(() => json(201, {}));
    const result = await act(changes);
    expect(result.ok ? null : result.error).toMatchObject({ kind: 'refused', summary: [] });
    expect(result.ok || result.error.kind !== 'refused' ? [] : Object.keys(result.error.fields)).toEqual([field]);
    expect(server.asked).toEqual([]);
  });
});

describe('a success', () => {
  const user = { pk: 1, username: 'sita', email: 'sita@example.com', first_name: 'Sita', last_name: 'Thapa' };
  it.each([
    ['that wants the e-mail confirmed', () => json(201, { detail: 'Verification e-mail sent.' }), true, 'Verification e-mail sent.'],
    ['with tokens', () => json(201, { access: 'SECRET', refresh: 'SECRET', user }), false, null],
    ['with tokens and a sentence', () => json(201, { detail: 'Welcome.', access: 'SECRET', refresh: 'SECRET', user }), false, null],
    ['with a key', () => json(201, { key: 'SECRET' }), false, null],
    ['with the user', () => json(201, { user }), false, null],
    ['without a body', () => new Response(null, { status: 204 }), false, null],
    ['with an empty body', () => new Response('', { status: 201 }), false, null],
    ['with something else', () => json(201, ['SECRET']), false, null],
  ])('%s', async (_what, answer, confirmEmail, said) => {
    const { server, act } = setUp(answer);
    const result = await act();
    expect(result).toEqual({ ok: true, value: { confirmEmail, said } });
    expect(JSON.stringify(result)).not.toContain('SECRET');
    expect(server.asked).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('comes with the server’s sentences under its fields', async () => {
    const fields = {
      username: ['A user with that username already exists.'],
      password1: ['This password is too short. It must contain at least 8 characters.', 'This password is too common.'],
    };
    expect(await setUp(() => json(400, fields)).act()).toEqual({ ok: false, error: { kind: 'refused', summary: [], fields } });
  });

  it.each([
    [
      'nobody may register',
      () => json(401, { detail: 'Authentication credentials were not provided.' }),
      { kind: 'forbidden', said: null },
    ],
    ['not allowed', () => json(403, { detail: 'Closed.' }), { kind: 'forbidden', said: 'Closed.' }],
    ['not there', () => page(404), { kind: 'not-offered', thing: 'account' }],
    ['too many', () => json(429, {}), { kind: 'too-many-requests', wait: null }],
    ['a host it does not know', () => page(400), { kind: 'not-the-api', status: 400 }],
    [
      'no server',
      () => {
        throw chromium('ERR_NAME_NOT_RESOLVED');
      },
      { kind: 'unreachable', reason: 'name-not-found' },
    ],
  ])('%s', async (_what, answer, error) => {
    const { server, act } = setUp(answer, () => json(200, { access: 'a', refresh: 'r' }));
    expect(await act()).toEqual({ ok: false, error });
    expect(server.asked).toHaveLength(1);
  });
});

describe('an answer that leaves it open', () => {
  const lost = () => {
    throw chromium('ERR_CONNECTION_RESET');
  };
  it.each([
    ['a 500 after the account was there', () => page(500)],
    ['a lost connection', lost],
    ['a page', () => page(200)],
    ['a proxy that gave up', () => page(504)],
  ])('%s, and signing in works: it was created', async (_what, answer) => {
    const { server, act } = setUp(answer, () => json(200, { access: 'SECRET', refresh: 'SECRET' }));
    const result = await act();
    expect(result).toEqual({ ok: true, value: { confirmEmail: false, said: null } });
    expect(server.asked.map(({ path }) => path)).toEqual(['/api/accounts/auth/registration/', '/api/token/']);
    expect(JSON.parse(server.asked[1]?.body ?? '')).toEqual({ username: 'sita', password: ' TestPassword123 ' });
  });

  it.each([
    ['is refused', NO_TOKENS],
    ['fails, too', () => page(500)],
    ['finds no server', lost],
  ])('and signing in %s: it stays unknown, and is not asked for again', async (_what, token) => {
    const { server, act } = setUp(() => page(500), token);
    expect(await act()).toEqual({ ok: false, error: { kind: 'outcome-unknown', thing: 'account', status: 500 } });
    expect(server.asked.filter(({ path }) => path.endsWith('/registration/'))).toHaveLength(1);
  });
});
