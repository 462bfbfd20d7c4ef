// What the check has to go by: the server that is looked at, the ways to look, and what the tests so far have found out.

import type { ServerAddress } from '../http/server-address.ts';
import type { Fetch } from '../http/transport.ts';
import type { Answer, Asking } from './asking.ts';
import type { Direct } from './direct.ts';

/** How this computer would go about it: what Electron knows. Each rejects or answers late where the system does. */
export interface Sight {
  /** As Chromium writes it: `DIRECT`, or proxies in their order. */
  proxyFor(url: string): Promise<string>;
  /** Addresses of a name. */
  resolve(host: string): Promise<readonly string[]>;
}

/** `session`: the person who is signed in. `tried`: somebody asked to try what they had typed. */
export type Person =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'session'; userId(): number | null }
  | { readonly kind: 'tried'; readonly username: string; readonly password: string };

/** Everything one check works with. */
export interface At {
  readonly server: ServerAddress;
  readonly practice: boolean;
  /** The person knows that the address is not encrypted, and uses it all the same. */
  readonly accepted: boolean;
  readonly person: Person;
  readonly asking: Asking;
  readonly sight: Sight;
  readonly direct: Direct;
  /** Obtains an access token with what was typed, and a fetch that carries it; it lives as long as the check. */
  tryPerson(username: string, password: string): Promise<Tried>;
  /** Milliseconds since 1970. */
  wallClock(): number;
}

export type Tried = { readonly kind: 'accepted'; readonly authorised: Fetch } | { readonly kind: 'refused'; readonly words: string };

export interface Known {
  /** How calls leave this computer. */
  readonly way: 'inside' | 'proxy' | 'direct';
  readonly addresses: readonly string[];
  /** Carries the token of whoever is signed in, or was tried. */
  readonly authorised: Fetch | null;
  readonly profile: Answer | null;
  /** Of the first order in the history, and of the first payment in it. */
  readonly order: number | null;
  readonly payment: number | null;
  readonly history: Extract<Answer, { kind: 'answer' }> | null;
  /** Whether the history's rows hold payments; null: not known. */
  readonly embedded: boolean | null;
  /** The same of an order read by itself. */
  readonly embeddedInOrder: boolean | null;
  /** What may be done with a payment, as the server tells it; null: it does not. */
  readonly paymentAllows: ReadonlySet<string> | null;
}

export const NOTHING_KNOWN: Known = {
  way: 'direct',
  addresses: [],
  authorised: null,
  profile: null,
  order: null,
  payment: null,
  history: null,
  embedded: null,
  embeddedInOrder: null,
  paymentAllows: null,
};
