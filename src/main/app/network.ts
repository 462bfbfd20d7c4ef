// The one door to the network: Electron's own, so that the system's proxy and certificates hold.
import { net, session } from 'electron';
import type { Fetch } from '../http/transport.ts';
import { type Connecting, createNetworkFetch } from './network-fetch.ts';
import { checkNoSpelling } from './no-spelling.ts';

const LANES = 4;

export function openNetwork(connecting: Connecting | null = null): Fetch {
  const lanes = Array.from({ length: LANES }, (_, index) => session.fromPartition(`paydesk-write-${index}`, { cache: false }));
  for (const own of [session.defaultSession, ...lanes]) checkNoSpelling(own);
  return createNetworkFetch((url, init) => net.fetch(url, init), lanes, connecting);
}
