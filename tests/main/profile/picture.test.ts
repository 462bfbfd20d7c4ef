import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../../src/main/http/transport.ts';
import { to } from '../store/support/faulty-network.ts';
import { ORIGIN, openShop, type Shop } from '../store/support/open-shop.ts';

const READ = to('GET', '/api/accounts/profile/');
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A shop whose server keeps a picture of these bytes at /media/face, whatever it says of their type. */
async function withPicture(
  bytes: readonly number[] | Uint8Array<ArrayBuffer>,
  address = '/media/face',
  type = 'image/png',
): Promise<Shop & { readonly called: Request[] }> {
  const called: Request[] = [];
  const media: (store: Fetch) => Fetch = (store) => async (request) => {
    called.push(request);
    return new URL(request.url).pathname === '/media/face'
      ? new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
      : await store(request);
  };
  const shop = await openShop({}, media);
  shop.network.alter(READ, (body) => ({ ...(body as object), profile_img: address }));
  await shop.profile.read();
  called.length = 0;
  return { ...shop, called };
}

describe('the profile picture', () => {
  it('is fetched from the shop’s own server without a token, and handed over as data', async () => {
    const shop = await openShop();
    await shop.profile.read();
    shop.requests();
    expect(await shop.profile.picture()).toMatch(/^data:image\/png;base64,iVBORw0KGgo/);
    const [request] = shop.requests();
    expect(request?.path).toBe('/media/profile_images/practice.png');
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(request?.headers).not.toHaveProperty('cookie');
  });

  it.each([
    'https://elsewhere.example/media/face',
    'http://shop.example/media/face',
    'https://shop.example:8443/media/face',
    '//elsewhere.example/face',
    'file:///etc/passwd',
    'data:image/png;base64,iVBORw0KGgo=',
    'javascript:alert(1)',
    'https://shop.example@elsewhere.example/face',
    'https://ram:secret@shop.example/media/face',
    'http://[broken',
  ])('is not fetched from %s', async (address) => {
    const shop = await withPicture(PNG, address);
    expect(await shop.profile.picture()).toBeNull();
    expect(shop.called).toEqual([]);
  });

  it.each(['/media/face', `${ORIGIN}/media/face`, 'media/face'])('is fetched from %s', async (address) => {
    const shop = await withPicture(PNG, address);
    expect(await shop.profile.picture()).toBe(`data:image/png;base64,${Buffer.from(PNG).toString('base64')}`);
    expect(shop.called[0]?.redirect).toBe('error');
  });

  it.each([
    ['image/png', PNG],
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10]],
    ['image/gif', [...Buffer.from('GIF89a')]],
    ['image/webp', [...Buffer.from('RIFF....WEBPVP8 ')]],
  ])('is told as %s by its own bytes, whatever the server says of them', async (type, bytes) => {
    expect(await (await withPicture(bytes, '/media/face', 'text/html')).profile.picture()).toMatch(new RegExp(`^data:${type};base64,`));
  });

  it.each([
    ['nothing', []],
    ['a page', [...Buffer.from('<html><script>alert(1)</script></html>')]],
    ['SVG, which can carry script', [...Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')]],
    ['the beginning of a signature', [0x89, 0x50]],
  ])('is not made of %s, though the server calls it a picture', async (_, bytes) => {
    expect(await (await withPicture(bytes)).profile.picture()).toBeNull();
  });

  it('is not shown beyond five million bytes', async () => {
    const large = new Uint8Array(5_000_001);
    large.set(PNG);
    expect(await (await withPicture(large)).profile.picture()).toBeNull();
    expect(await (await withPicture(large.slice(0, 5_000_000))).profile.picture()).not.toBeNull();
  });

  it.each(['refused-before', 'not-found-page', 'debug-page-before', 'captive-portal'] as const)(
    'is none when it does not come (%s)',
    async (fault) => {
      const shop = await withPicture(PNG);
      shop.network.fail(to('GET', '/media/face'), fault);
      expect(await shop.profile.picture()).toBeNull();
    },
  );

  it('is none before the profile was read, and where there is none', async () => {
    const shop = await openShop({ profilePicture: 'none' });
    expect(await shop.profile.picture()).toBeNull();
    await shop.profile.read();
    shop.requests();
    expect(await shop.profile.picture()).toBeNull();
    expect(shop.requests()).toEqual([]);
  });
});
