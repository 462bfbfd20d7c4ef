// What the session is handed, so that it touches no clock, network, keychain or file of its own choosing.
import type { SessionView } from '../../shared/ipc/session-schemas.ts';
import type { Connection } from '../http/connection.ts';
import type { Reachability } from '../http/reach.ts';
import type { ServerAddress } from '../http/server-address.ts';
import type { Fetch, TimeLimits } from '../http/transport.ts';
import type { SecretStore } from './secret-store.ts';

/** The practice store and the account that is always there. */
export interface Practice {
  readonly fetch: Fetch;
  readonly server: ServerAddress;
  readonly username: string;
  readonly password: string;
}

/** What this desk remembers of the last sign-in; nothing secret. */
export interface LastSignIn {
  readonly server: string;
  readonly username: string;
  readonly acceptPlainHttp: boolean;
}

export interface SessionParts {
  readonly network: Fetch;
  /** Of each call; the usual ones where none are given. */
  readonly limits?: TimeLimits;
  openPractice(): Practice;
  readonly secrets: SecretStore;
  readLast(): LastSignIn;
  saveLast(last: LastSignIn): void;
  /** Milliseconds, monotonic. */
  now(): number;
  wallClock(): Date;
  /** A fresh random name for one attempt of a write. */
  newKey(): string;
  /** Told of every change, in order. */
  changed(view: SessionView): void;
  /** Told when one identity gives way to another or to none: everything read for the old one is to be forgotten. */
  identityChanged(connection: Connection | null): void;
  /** Told after each call to the shop's server. */
  reached(reach: Reachability): void;
  log(line: string): void;
}
