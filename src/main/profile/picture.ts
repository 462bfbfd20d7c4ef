// Fetches the profile picture for the page, which can reach no network itself. A picture is no endpoint of the API, so it goes without a token.
import type { Connection } from '../http/connection.ts';

/** In bytes. */
const LARGEST_PICTURE = 5_000_000;

/** The first bytes of the formats that are shown; what a server says of the type is not believed. SVG can carry script and is left out. */
const FORMATS: readonly (readonly [type: string, magic: readonly number[], offset: number])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47], 0],
  ['image/jpeg', [0xff, 0xd8, 0xff], 0],
  ['image/gif', [0x47, 0x49, 0x46, 0x38], 0],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
];

/** @returns a `data:` URL, or null where the picture lies on another server, is too large, is none, or does not come. */
export async function readPicture(connection: Connection, address: string): Promise<string | null> {
  const url = URL.parse(address, `${connection.server.base}/`);
  // Only from the shop's own server: a picture's address must not make this computer call on others.
  if (url?.origin !== connection.server.origin || url.username !== '' || url.password !== '') return null;
  const response = await connection.plain(new Request(url, { redirect: 'error' })).catch(() => null);
  if (response === null || !response.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const format = FORMATS.find(([, magic, offset]) => magic.every((byte, index) => bytes[offset + index] === byte));
  if (format === undefined || bytes.byteLength > LARGEST_PICTURE) return null;
  return `data:${format[0]};base64,${Buffer.from(bytes).toString('base64')}`;
}
