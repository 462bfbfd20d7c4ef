// The operating system's keychain through keytar: the only door to it. Loaded late, so that a machine without it still starts.
import type { Keychain } from './secret-store.ts';

const PROBE = ['Paydesk', 'is the keychain open?'] as const;

export function createKeytarKeychain(): Keychain {
  const keytar = async (): Promise<typeof import('keytar')> => {
    const loaded = await import('keytar');
    // A CommonJS module: its functions stand under `default` when imported from ESM.
    return 'default' in loaded ? (loaded.default as typeof import('keytar')) : loaded;
  };
  /**
   * Of a locked keychain libsecret says that nothing is there; only a write tells the two apart. Under a name of its own, so that it can
   * never meet a sign-in that is being kept meanwhile.
   */
  const makeSureItIsOpen = async (): Promise<void> => {
    const { setPassword, deletePassword } = await keytar();
    await setPassword(...PROBE, 'open');
    await deletePassword(...PROBE);
  };
  return {
    read: async (place, account) => {
      const secret = await (await keytar()).getPassword(place, account);
      if (secret === null) await makeSureItIsOpen();
      return secret;
    },
    write: async (place, account, secret) => await (await keytar()).setPassword(place, account, secret),
    remove: async (place, account) => {
      if (!(await (await keytar()).deletePassword(place, account))) await makeSureItIsOpen();
    },
  };
}
