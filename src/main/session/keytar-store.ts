// The operating system's keychain through keytar: the only door to it. Loaded late, so that a machine without it still starts.
import type { Keychain } from './secret-store.ts';

export function createKeytarKeychain(): Keychain {
  const keytar = async (): Promise<typeof import('keytar')> => {
    const loaded = await import('keytar');
    // A CommonJS module: its functions stand under `default` when imported from ESM.
    return 'default' in loaded ? (loaded.default as typeof import('keytar')) : loaded;
  };
  return {
    read: async (place, account) => await (await keytar()).getPassword(place, account),
    write: async (place, account, secret) => await (await keytar()).setPassword(place, account, secret),
    remove: async (place, account) => {
      await (await keytar()).deletePassword(place, account);
    },
  };
}
