// A practice store on a port of this machine. Runs on plain Node 20 too: no Electron, no SQLite.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { PracticeStore } from './store.ts';

export interface PracticeServer {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Loopback only. Port 0 takes any free one. Rejects with Node's error when the port is taken. */
export function servePractice(store: PracticeStore, port: number): Promise<PracticeServer> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: (request) => store.fetch(request), overrideGlobalObjects: false, hostname: '127.0.0.1', port },
      ({ port: taken }: AddressInfo) => {
        server.off('error', reject);
        resolve({
          url: `http://127.0.0.1:${taken}`,
          close: () =>
            new Promise((closed, failed) => {
              server.close((error) => (error ? failed(error) : closed()));
              // Clients keep connections open; a store that closes its door does not wait for them.
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once('error', reject);
  });
}
