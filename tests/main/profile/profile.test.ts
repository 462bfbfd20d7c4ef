import { describe, expect, it } from 'vitest';
import { to } from '../store/support/faulty-network.ts';
import { errorOf, openShop, wentWell, writes } from '../store/support/open-shop.ts';

const PROFILE = '/api/accounts/profile/';
const READ = to('GET', PROFILE);
const SAVE = to('PUT', PROFILE);
const FIELDS = { firstName: 'Ram', lastName: 'Rai', email: 'ram@shop.example', phoneNumber: '1234567890', address: '123 Main Street' };

describe('the profile', () => {
  it('is read with the documented fields, and its name is passed on', async () => {
    const shop = await openShop();
    expect(wentWell(await shop.profile.read())).toEqual({
      username: 'practice',
      fields: {
        firstName: 'Pat',
        lastName: 'Example',
        email: 'practice@shop.example',
        phoneNumber: '9800000000',
        address: '12 Market Street',
      },
      hasPicture: true,
    });
    expect(shop.names).toEqual(['Pat Example']);
  });

  it.each([
    ['a list of one', (body: object) => [body], 'Pat Example'],
    ['without a name', (body: object) => ({ ...body, first_name: null, last_name: '' }), null],
    ['with one name', (body: object) => ({ ...body, first_name: ' ', last_name: 'Rai' }), 'Rai'],
  ])('is read as %s', async (_, change, name) => {
    const shop = await openShop();
    shop.network.alter(READ, (body) => change(body as object));
    expect(wentWell(await shop.profile.read()).username).toBe('practice');
    expect(shop.names).toEqual(name === null ? [] : [name]);
  });

  it.each([['text'], [[]], [[7]], [null], [{ result: 'fine' }]])('is not made of %j', async (body) => {
    const shop = await openShop();
    shop.network.alter(READ, () => body);
    expect(errorOf(await shop.profile.read())).toEqual({ kind: 'not-the-api', status: 200 });
  });

  it('says why it cannot be read', async () => {
    const shop = await openShop();
    shop.network.fail(READ, 'refused-before');
    expect(errorOf(await shop.profile.read())).toEqual({ kind: 'unreachable', reason: 'refused' });
    expect(await shop.profile.picture()).toBeNull();
  });
});

describe('saving the profile', () => {
  it.each([[{ result: 'fine' }], ['saved'], [7]])('answered with %j is saved, and what stands there now is read', async (body) => {
    const shop = await openShop();
    await shop.profile.read();
    shop.network.alter(SAVE, () => body);
    expect(wentWell(await shop.profile.save(FIELDS)).fields).toEqual(FIELDS);
  });

  it('sends exactly the documented fields; the picture that the server sent as an address stays away and stays', async () => {
    const shop = await openShop();
    await shop.profile.read();
    shop.requests();
    expect(wentWell(await shop.profile.save(FIELDS))).toEqual({ username: 'practice', fields: FIELDS, hasPicture: true });
    const [request] = shop.requests();
    expect(JSON.parse(request?.body ?? '')).toEqual({
      user: 1,
      first_name: 'Ram',
      last_name: 'Rai',
      email: 'ram@shop.example',
      phone_no: '1234567890',
      address: '123 Main Street',
    });
    expect(request).toMatchObject({ method: 'PUT', path: PROFILE, query: '', status: 200 });
    expect(shop.store.state.person('practice')).toMatchObject({ firstName: 'Ram', picture: true });
    expect(shop.names.at(-1)).toBe('Ram Rai');
  });

  it('sends null for the picture where the server sent null', async () => {
    const shop = await openShop({ profilePicture: 'none' });
    await shop.profile.read();
    shop.requests();
    wentWell(await shop.profile.save(FIELDS));
    expect(JSON.parse(shop.requests()[0]?.body ?? '')).toMatchObject({ user: 1, profile_img: null });
  });

  it('reads the profile first where it has not been read, and sends nothing when that fails', async () => {
    const shop = await openShop();
    wentWell(await shop.profile.save(FIELDS));
    expect(shop.requests().map(({ method }) => method)).toEqual(['GET', 'PUT']);

    const dark = await openShop();
    dark.network.fail(READ, 'debug-page-before');
    expect(errorOf(await dark.profile.save(FIELDS))).toEqual({ kind: 'server-error', status: 500 });
    expect(writes(dark.requests())).toEqual([]);
  });

  it.each([
    ['as a nested object', (body: object) => ({ ...body, user: { id: 1, username: 'practice' } })],
    ['as a nested object by pk', (body: object) => ({ ...body, user: { pk: 1 } })],
    ['not at all, but in the token', ({ user: _, ...rest }: { user?: unknown }) => rest],
  ])('takes the user’s number from where the server tells it: %s', async (_, change) => {
    const shop = await openShop();
    shop.network.alter(READ, (body) => change(body as object));
    wentWell(await shop.profile.save(FIELDS));
    expect(JSON.parse(shop.requests().at(-1)?.body ?? '')).toMatchObject({ user: 1 });
  });

  it('tells the server’s refusal under its fields', async () => {
    const shop = await openShop();
    expect(errorOf(await shop.profile.save({ ...FIELDS, email: 'not an address', phoneNumber: '1'.repeat(16) }))).toEqual({
      kind: 'refused',
      summary: [],
      fields: { email: ['Enter a valid email address.'], phone_no: ['Ensure this field has no more than 15 characters.'] },
    });
  });

  it('is not known to have happened when the answer is lost, and is sent once', async () => {
    const shop = await openShop();
    await shop.profile.read();
    shop.requests();
    shop.network.fail(SAVE, 'lost-after');
    expect(errorOf(await shop.profile.save(FIELDS))).toEqual({ kind: 'outcome-unknown', thing: 'profile', status: null });
    expect(writes(shop.requests())).toEqual([`PUT ${PROFILE}`]);
  });

  it('reads the profile again where the server answers without a body', async () => {
    const shop = await openShop({}, (store) => async (request) => {
      const response = await store(request);
      return SAVE(request) ? new Response(null, { status: 204 }) : response;
    });
    expect(wentWell(await shop.profile.save(FIELDS)).fields).toEqual(FIELDS);
  });
});
