// How a server is called and coloured on screen. Pure.
import type { RememberedServer, ServerColour, ServerKind } from '../../shared/ipc/server-schemas.ts';
import { hostOf } from './server-name.ts';

export const KIND_WORDS: Readonly<Record<ServerKind, string>> = { production: 'Production', test: 'Test' };

export const COLOUR_WORDS: Readonly<Record<ServerColour, string>> = {
  slate: 'Grey',
  blue: 'Blue',
  teal: 'Teal',
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  violet: 'Violet',
};

/** @param address as main tells it, or as somebody types it: a slash at its end, `/api/` and upper case make no other server. */
export function findServer(servers: readonly RememberedServer[] | null, address: string): RememberedServer | null {
  const typed = plain(address);
  return servers?.find((each) => plain(each.address) === typed) ?? null;
}

function plain(address: string): string {
  const url = URL.parse(address.trim());
  if (url === null) return address.trim();
  return url.origin + url.pathname.replace(/\/+$/, '').replace(/\/api$/, '');
}

/** What the screen shows of the server that somebody is signed in to; one that is not remembered counts as production. */
export function faceOf(servers: readonly RememberedServer[] | null, address: string): Pick<RememberedServer, 'name' | 'colour' | 'kind'> {
  return findServer(servers, address) ?? { name: hostOf(address), colour: 'slate', kind: 'production' };
}

/** The task bar and the list of windows, too, must not let a test server pass for the shop. */
export function windowTitle(place: string, practice: boolean, { name, kind }: Pick<RememberedServer, 'name' | 'kind'>): string {
  if (practice) return `PRACTICE – ${place} – Paydesk`;
  return `${kind === 'test' ? 'TEST – ' : ''}${place} – ${name} – Paydesk`;
}
