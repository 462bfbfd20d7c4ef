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
  /** What the keychain is known to hold. */
  const held = new Set<string>();
  return {
    read: async (target) => {
      const kept = await secrets.read(place(target), target.username);
      if (kept.kind === 'ok' && kept.value !== null) held.add(entry(target));
      return kept;
    },
    keep: async (target, refresh) => {
      if (target.practice) return null;
      const written = await secrets.write(place(target), target.username, refresh);
      if (written.kind === 'ok') {
        held.add(entry(target));
        return null;
      }
      log(`keychain: the sign-in was not kept (${written.problem})`);
      return written.problem;
    },
    forget: async (target) => {
      if (target.practice) return null;
      const removed = await secrets.remove(place(target), target.username);
      if (removed.kind === 'ok') {
        held.delete(entry(target));
        return null;
      }
      // A machine without a keychain has nothing to forget; one that has vanished since still holds it.
      if (removed.problem === 'missing' && !held.has(entry(target))) return null;
      log(`keychain: the sign-in was not removed (${removed.problem})`);
      return 'The sign-in kept in the keychain could not be removed. Remove “Paydesk” there by hand.';
    },
  };
}

function entry(target: Target): string {
  return `${place(target)} ${target.username}`;
}

/** Bound to the server's whole address, so that no other server is ever offered this person's token. */
function place({ server }: Target): string {
  return `Paydesk ${server.base}`;
}
