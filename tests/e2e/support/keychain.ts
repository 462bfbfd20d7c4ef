// What a test may see of the real keychain: whether this desk keeps a sign-in there, and which.
import keytar from 'keytar';
import type { Shop } from './shop.ts';

/** @returns the refresh token kept for this person at this shop, or null. */
export async function keptToken(shop: Pick<Shop, 'url'>, username: string): Promise<string | null> {
  return await keytar.getPassword(`Paydesk ${shop.url}`, username);
}
