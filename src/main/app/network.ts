// The one door to the network: Electron's own, so that the system's proxy and certificates hold.
import { net, session } from 'electron';
import type { Fetch } from '../http/transport.ts';
import { createNetworkFetch } from './network-fetch.ts';

const LANES = 4;

export function openNetwork(): Fetch {
  const lanes = Array.from({ length: LANES }, (_, index) => session.fromPartition(`paydesk-write-${index}`, { cache: false }));
  return createNetworkFetch((url, init) => net.fetch(url, init), lanes);
}
