// How Electron's network would reach an address: its proxy, its name lookup. For the connection check, which explains what it finds.
import { session } from 'electron';

interface Sight {
  proxyFor(url: string): Promise<string>;
  resolve(host: string): Promise<readonly string[]>;
}

export function openSight(): Sight {
  return {
    // Of the session by which `net.fetch` goes out.
    proxyFor: (url) => session.defaultSession.resolveProxy(url),
    resolve: async (host) => (await session.defaultSession.resolveHost(host)).endpoints.map(({ address }) => address),
  };
}
