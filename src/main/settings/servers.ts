// The list of remembered servers: what a sign-in, an edit and a forgetting make of it, and how it is read from a file. Pure.
import * as v from 'valibot';
import { type RememberedServer, type SaveServerInput, SERVER_COLOURS, SERVER_KINDS } from '../../shared/ipc/server-schemas.ts';
import { readServerAddress } from '../http/server-address.ts';

export type Servers = readonly RememberedServer[];

interface SignIn {
  /** A base address, or '' where nobody has signed in yet. */
  readonly server: string;
  readonly username: string;
  readonly acceptPlainHttp: boolean;
}

/** A server that somebody has signed in to is remembered: at first by its host, and as production, which is the careful guess. */
export function rememberSignIn(servers: Servers, { server, username, acceptPlainHttp }: SignIn): RememberedServer[] {
  if (server === '') return [...servers];
  const known = servers.find(({ address }) => address === server);
  const next: RememberedServer = {
    ...(known ?? { address: server, name: hostOf(server), colour: 'slate', kind: 'production' }),
    username: username === '' ? (known?.username ?? '') : username,
    acceptPlainHttp,
  };
  return put(servers, next);
}

/** @param address the base address that was read from what is typed. */
export function saveServer(servers: Servers, address: string, input: Omit<SaveServerInput, 'address'>): RememberedServer[] {
  const known = servers.find((each) => each.address === address);
  return put(servers, { ...input, address, name: input.name.trim() || hostOf(address), username: known?.username ?? '' });
}

export function forgetServer(servers: Servers, address: string): RememberedServer[] {
  return servers.filter((each) => each.address !== address);
}

/** In its place, or at the end: nothing moves because somebody signs in. */
function put(servers: Servers, next: RememberedServer): RememberedServer[] {
  const known = servers.some(({ address }) => address === next.address);
  return known ? servers.map((each) => (each.address === next.address ? next : each)) : [...servers, next];
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}

const kept = v.object({
  address: v.string(),
  name: v.fallback(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)), ''),
  colour: v.fallback(v.picklist(SERVER_COLOURS), 'slate'),
  kind: v.fallback(v.picklist(SERVER_KINDS), 'production'),
  username: v.fallback(v.string(), ''),
  acceptPlainHttp: v.fallback(v.boolean(), false),
});

/** An entry without an address that can be used, or one that repeats another, is dropped; what else is wrong with one gets its default. */
export function readServers(value: unknown, log: (line: string) => void): RememberedServer[] {
  if (!Array.isArray(value)) return [];
  const servers: RememberedServer[] = [];
  for (const entry of value) {
    const read = v.safeParse(kept, entry);
    const address = read.success ? readServerAddress(read.output.address, true) : null;
    const base = address?.ok === true ? address.value.base : null;
    if (!read.success || base === null || servers.some((each) => each.address === base)) {
      log('desk file: a remembered server could not be read and was dropped');
      continue;
    }
    servers.push({ ...read.output, address: base, name: read.output.name || hostOf(base) });
  }
  return servers;
}
