// What a test may see of the real keychain: whether this desk keeps a sign-in there, and which; and a keychain that may be locked.
import keytar from 'keytar';
import { openPrivateKeyring as open } from '../../../scripts/desktop.mjs';
import type { Shop } from './shop.ts';

/** @returns the refresh token kept for this person at this shop, or null. */
export async function keptToken(shop: Pick<Shop, 'url'>, username: string): Promise<string | null> {
  return await keytar.getPassword(`Paydesk ${shop.url}`, username);
}

export interface PrivateKeyring {
  /** For the desk that is to use it. */
  readonly env: Readonly<Record<string, string>>;
  lock(): Promise<void>;
  close(): Promise<void>;
}

/** A second real keyring on a bus of its own, unlocked. */
export async function openPrivateKeyring(): Promise<PrivateKeyring> {
  return (await open()) as PrivateKeyring;
}
