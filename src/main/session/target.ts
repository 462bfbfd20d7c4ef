// Where somebody signs in and as whom; and the keeping of their refresh token between starts.
import type { KeychainProblem } from '../../shared/errors/app-error.ts';
import type { ServerAddress } from '../http/server-address.ts';
import type { Fetch } from '../http/transport.ts';
import type { SecretAnswer, SecretStore } from './secret-store.ts';

export interface Target {
  readonly server: ServerAddress;
  readonly network: Fetch;
  readonly username: string;
  /** Nothing of a practice session is ever kept. */
  readonly practice: boolean;
}

export interface Keeping {
  read(target: Target): Promise<SecretAnswer<string | null>>;
  /** @returns why it could not be kept; null when it was. */
  keep(target: Target, refresh: string): Promise<KeychainProblem | null>;
  /** @returns what to tell the person when it could not be removed; null when it is gone. */
  forget(target: Target): Promise<string | null>;
}

export function createKeeping(secrets: SecretStore, log: (line: string) => void): Keeping {
  return {
    read: (target) => secrets.read(place(target), target.username),
    keep: async (target, refresh) => {
      if (target.practice) return null;
      const written = await secrets.write(place(target), target.username, refresh);
      if (written.kind === 'ok') return null;
      log(`keychain: the sign-in was not kept (${written.problem})`);
      return written.problem;
    },
    forget: async (target) => {
      if (target.practice) return null;
      const removed = await secrets.remove(place(target), target.username);
      // A machine without a keychain has nothing to forget.
      if (removed.kind === 'ok' || removed.problem === 'missing') return null;
      log(`keychain: the sign-in was not removed (${removed.problem})`);
      return 'The sign-in kept in the keychain could not be removed. Remove “Paydesk” there by hand.';
    },
  };
}

/** Bound to the server's whole address, so that no other server is ever offered this person's token. */
function place({ server }: Target): string {
  return `Paydesk ${server.base}`;
}
