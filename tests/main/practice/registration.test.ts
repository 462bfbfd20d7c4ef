// Registration: its four answers, its cookies, its refusals.
import { describe, expect, it } from 'vitest';
import { guideRegistration, openClient } from './client.ts';

const path = '/api/accounts/auth/registration/';
const register = (client: ReturnType<typeof openClient>, change: Record<string, unknown> = {}) =>
  client.send('POST', path, { body: { ...guideRegistration, ...change } });

describe('a registration', () => {
  it('makes an account that can sign in, number 11 as in the guide', async () => {
    const client = openClient();
    expect((await register(client)).status).toBe(201);
    expect(client.store.state.person('your_name')).toMatchObject({ id: 11, phoneNo: '9813121824', address: 'Godawari' });
    expect(await client.signIn('your_name', 'TestPassword123')).toHaveProperty('access');
  });

  it.each([
    ['verification', 201, { detail: 'Verification e-mail sent.' }, false],
    ['key', 201, { key: expect.stringMatching(/^[0-9a-f]{40}$/) }, true],
    ['nothing', 204, undefined, true],
    [
      'tokens',
      201,
      {
        access: expect.any(String),
        refresh: expect.any(String),
        user: { pk: 11, username: 'your_name', email: 'your_email@gmail.com', first_name: 'fname', last_name: 'lname' },
      },
      true,
    ],
  ] as const)('may answer with %s', async (registration, status, json, session) => {
    const received = await register(openClient({ registration }));
    expect(received.status).toBe(status);
    expect(received.json).toEqual(json);
    const cookies = received.headers.getSetCookie().map((cookie) => cookie.split('=')[0]);
    expect(cookies).toEqual(session ? ['csrftoken', 'sessionid'] : []);
  });

  it('hands out tokens of the new person, not of whoever asked', async () => {
    const client = openClient({ registration: 'tokens' });
    const { json } = await register(client);
    const { json: profile } = await client.send('GET', '/api/accounts/profile/', { token: (json as { access: string }).access });
    expect(profile).toMatchObject({ user: 11, email: 'your_email@gmail.com' });
  });

  it('opens a session that outranks the token, where sessions come first', async () => {
    const client = openClient({ authentication: 'session-first' });
    const { access: token } = await client.signIn();
    const cookie = (await register(client)).headers.getSetCookie().find((text) => text.startsWith('sessionid')) ?? '';
    const headers = { Cookie: cookie.split(';')[0] ?? '' };
    expect((await client.send('GET', '/api/accounts/profile/', { token, headers })).json).toMatchObject({ user: 11 });
    const unsafe = await client.send('PUT', '/api/accounts/profile/', { token, headers, body: {} });
    expect(unsafe.status).toBe(403);
    expect(unsafe.json).toEqual({ detail: 'CSRF Failed: CSRF token missing.' });
    client.store.behaviour.authentication = 'bearer';
    expect((await client.send('GET', '/api/accounts/profile/', { token, headers })).json).toMatchObject({ user: 1 });
  });
});

describe('what a registration refuses', () => {
  it('lists every field that is missing, in the order of the serializer', async () => {
    const { json, status } = await openClient().send('POST', path, { body: {} });
    expect(status).toBe(400);
    expect(Object.keys(json as object)).toEqual(Object.keys(guideRegistration));
    expect(new Set(Object.values(json as object).flat())).toEqual(new Set(['This field is required.']));
  });

  it.each([
    [{ username: 'practice' }, { username: ['A user with that username already exists.'] }],
    [{ username: 'Practice' }, { username: ['A user with that username already exists.'] }],
    [
      { username: 'two words' },
      { username: ['Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.'] },
    ],
    [{ username: 'x'.repeat(151) }, { username: ['Ensure this field has no more than 150 characters.'] }],
    [{ username: true }, { username: ['Not a valid string.'] }],
    [{ email: 'nonsense' }, { email: ['Enter a valid email address.'] }],
    [{ email: 'a@b' }, { email: ['Enter a valid email address.'] }],
    [{ email: 'PRACTICE@shop.example' }, { email: ['User is already registered with this e-mail address.'] }],
    [
      { password1: '12345' },
      { password1: ['This password is too short. It must contain at least 8 characters.', 'This password is entirely numeric.'] },
    ],
    [{ password1: 'Password123' }, { password1: ['This password is too common.'] }],
    [{ password2: 'TestPassword124' }, { non_field_errors: ["The two password fields didn't match."] }],
    [{ password1: 'your_name1', password2: 'your_name1' }, { non_field_errors: ['The password is too similar to the username.'] }],
    [
      { username: 'kiosk', password1: 'your_email2', password2: 'your_email2' },
      { non_field_errors: ['The password is too similar to the email address.'] },
    ],
    [{ first_name: null }, { first_name: ['This field may not be null.'] }],
    [{ phone_no: '1'.repeat(16) }, { phone_no: ['Ensure this field has no more than 15 characters.'] }],
    [{ address: 'a\0b' }, { address: ['Null characters are not allowed.'] }],
  ])('%j', async (change, problems) => {
    const client = openClient();
    const { status, json } = await register(client, change);
    expect(status).toBe(400);
    expect(json).toEqual(problems);
    expect(client.store.state.person('your_name')).toBeUndefined();
  });

  it('lets two people share an address that neither has confirmed', async () => {
    const client = openClient();
    await register(client);
    expect((await register(client, { username: 'another' })).status).toBe(201);
  });

  it('counts characters, not UTF-16 units', async () => {
    expect((await register(openClient(), { last_name: '😀'.repeat(150) })).status).toBe(201);
  });
});
