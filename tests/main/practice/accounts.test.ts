// The profile, its picture, and logout.
import { describe, expect, it } from 'vitest';
import { ORIGIN, openClient, openSignedIn } from './client.ts';

const path = '/api/accounts/profile/';
const guideProfile = {
  user: 1,
  first_name: 'Ram',
  last_name: 'Ram',
  email: 'Ram@gmail.com',
  phone_no: '1234567890',
  address: '123 Main Street',
  profile_img: null,
};

describe('the profile', () => {
  it('is read and replaced with the fields of the guide', async () => {
    const { send } = await openSignedIn();
    expect(Object.keys((await send('GET', path)).json as object)).toEqual(Object.keys(guideProfile));
    const { status, json } = await send('PUT', path, { body: guideProfile });
    expect(status).toBe(200);
    expect(json).toEqual(guideProfile);
    expect((await send('GET', path)).json).toEqual(guideProfile);
  });

  it('takes no PATCH, as its Allow says', async () => {
    const { send } = await openSignedIn();
    const { status, headers, json } = await send('PATCH', path, { body: {} });
    expect(status).toBe(405);
    expect(json).toEqual({ detail: 'Method "PATCH" not allowed.' });
    expect(headers.get('Allow')).toBe('GET, PUT, HEAD, OPTIONS');
  });

  it.each([
    [{ user: 99 }, { user: ['Invalid pk "99" - object does not exist.'] }],
    [{ user: 2 }, { user: ['This field must be unique.'] }],
    [{ email: 'x' }, { email: ['Enter a valid email address.'] }],
    [{ phone_no: '' }, { phone_no: ['This field may not be blank.'] }],
    [{ address: undefined }, { address: ['This field is required.'] }],
  ])('refuses %j', async (change, problems) => {
    const { send } = await openSignedIn();
    const before = await send('GET', path);
    const { status, json } = await send('PUT', path, { body: { ...guideProfile, ...change } });
    expect(status).toBe(400);
    expect(json).toEqual(problems);
    expect((await send('GET', path)).json).toEqual(before.json);
  });
});

describe('the picture', () => {
  const pictureOf = (json: unknown) => (json as { profile_img: unknown }).profile_img;

  it('is an absolute address that serves a PNG to anyone', async () => {
    const { send, store } = await openSignedIn({ profilePicture: 'url' });
    const address = pictureOf((await send('GET', path)).json);
    expect(address).toBe(`${ORIGIN}/media/profile_images/practice.png`);
    const response = await store.fetch(new Request(String(address)));
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  it('is null where the server has none', async () => {
    const { send } = await openSignedIn({ profilePicture: 'none' });
    expect(pictureOf((await send('GET', path)).json)).toBeNull();
  });

  it('is not taken back as an address', async () => {
    const { send } = await openSignedIn();
    const profile_img = pictureOf((await send('GET', path)).json);
    const { status, json } = await send('PUT', path, { body: { ...guideProfile, profile_img } });
    expect(status).toBe(400);
    expect(json).toEqual({ profile_img: ['The submitted data was not a file. Check the encoding type on the form.'] });
  });

  it('stays when left out, goes with null, comes with a file', async () => {
    const { send } = await openSignedIn();
    const { profile_img: _, ...without } = guideProfile;
    expect(pictureOf((await send('PUT', path, { body: without })).json)).toContain('practice.png');
    expect(pictureOf((await send('PUT', path, { body: guideProfile })).json)).toBeNull();
    expect((await send('GET', '/media/profile_images/practice.png')).status).toBe(404);
    const form = new FormData();
    for (const [name, value] of Object.entries(without)) form.set(name, String(value));
    form.set('profile_img', new File([new Uint8Array([1])], 'me.png'));
    expect(pictureOf((await send('PUT', path, { body: form })).json)).toContain('practice.png');
    form.set('profile_img', new File([], 'me.png'));
    expect((await send('PUT', path, { body: form })).json).toEqual({ profile_img: ['The submitted file is empty.'] });
  });
});

describe('logout', () => {
  const logout = '/api/accounts/auth/logout/';

  it('revokes the refresh token in the body, with the blacklist', async () => {
    const client = openClient({ logout: 'blacklist' });
    const { refresh, access } = await client.signIn();
    const body = { refresh };
    expect((await client.send('POST', logout, { body })).json).toEqual({ detail: 'Successfully logged out.' });
    expect((await client.send('POST', '/api/token/refresh/', { body })).json).toMatchObject({ detail: 'Token is blacklisted' });
    // Access tokens outlive any logout.
    expect((await client.send('GET', path, { token: access })).status).toBe(200);
    const again = await client.send('POST', logout, { body });
    expect(again.status).toBe(401);
    expect(again.json).toEqual({ detail: 'Token is blacklisted' });
    expect(again.headers.get('WWW-Authenticate')).toBeNull();
  });

  it('wants that token, alive', async () => {
    const client = openClient({ logout: 'blacklist' });
    const { refresh } = await client.signIn();
    const missing = await client.send('POST', logout);
    expect(missing.status).toBe(401);
    expect(missing.json).toEqual({ detail: 'Refresh token was not included in request data.' });
    for (const odd of ['x', 5]) {
      const { status, json } = await client.send('POST', logout, { body: { refresh: odd } });
      expect(status).toBe(500);
      expect(json).toEqual({ detail: 'An error has occurred.' });
    }
    client.store.state.expireTokens();
    const { status, json } = await client.send('POST', logout, { body: { refresh } });
    expect(status).toBe(401);
    expect(json).toEqual({ detail: 'Token is expired' });
  });

  it.each([
    ['no-blacklist', 200, /^Neither cookies or blacklist are enabled/],
    ['cookie-only', 401, /^Refresh token was not included in cookie data\.$/],
  ] as const)('revokes nothing with %s', async (kind, status, detail) => {
    const client = openClient({ logout: kind });
    const { refresh } = await client.signIn();
    const received = await client.send('POST', logout, { body: { refresh } });
    expect(received.status).toBe(status);
    expect(received.json).toEqual({ detail: expect.stringMatching(detail) });
    expect((await client.send('POST', '/api/token/refresh/', { body: { refresh } })).status).toBe(200);
  });

  it('refuses an expired access token before it does anything', async () => {
    const client = openClient();
    const { access: token, refresh } = await client.signIn();
    client.store.state.expireTokens('access');
    expect((await client.send('POST', logout, { token, body: { refresh } })).json).toMatchObject({ code: 'token_not_valid' });
    expect((await client.send('POST', '/api/token/refresh/', { body: { refresh } })).status).toBe(200);
  });

  it('refuses GET, although Allow names it', async () => {
    const { status, headers } = await openClient().send('GET', logout);
    expect(status).toBe(405);
    expect(headers.get('Allow')).toContain('GET');
  });
});
