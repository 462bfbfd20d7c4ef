// A shop's server on loopback for one test: the practice store over real HTTP, with faults in between and a log of what reached it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import { createPracticeStore, type PracticeStore } from '../../../src/main/practice/store.ts';
import { Cut, type Faults, withFaults } from './faults.ts';
import { listenIn, type Wire } from './wire.ts';

export interface Shop {
  readonly url: string;
  readonly store: PracticeStore;
  readonly faults: Faults;
  /** Everything that arrived, also what met a fault; and every token that was given out. */
  readonly wire: Wire;
  /** How many calls with this method and path the store itself has carried out. */
  count(method: string, path: RegExp): number;
  /** Takes the server off the network: nothing answers at its address. */
  stop(): Promise<void>;
  /** Puts it back at the same address. */
  start(): Promise<void>;
}

/** @param now the server's clock, in milliseconds since 1970. */
export async function openShop(behaviour: Partial<PracticeBehaviour> = {}, now: () => number = Date.now): Promise<Shop> {
  const store = createPracticeStore({ behaviour, now });
  const { wire, answered, arriving } = listenIn();
  const { serve, faults } = withFaults(answered((request) => store.fetch(request)));
  const listen = getRequestListener(arriving(serve), {
    overrideGlobalObjects: false,
    errorHandler: (thrown) => {
      if (!(thrown instanceof Cut)) throw thrown;
      // An answer without a status cannot be made; the socket is dropped by the wrapper below.
      return new Response(null, { status: 599 });
    },
  });
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const writeHead = outgoing.writeHead.bind(outgoing);
    outgoing.writeHead = ((status: number, ...rest: []) => {
      if (status !== 599) return writeHead(status, ...rest);
      incoming.socket.resetAndDestroy();
      return outgoing;
    }) as typeof outgoing.writeHead;
    void listen(incoming, outgoing);
  };

  let server = createServer(answer);
  await listenAt(0);
  const { port } = server.address() as AddressInfo;

  async function listenAt(at: number): Promise<void> {
    server = createServer(answer);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => resolve());
    });
  }

  return {
    url: `http://127.0.0.1:${port}`,
    store,
    faults,
    wire,
    count: (method, path) => store.requests.filter((request) => request.method === method && path.test(request.path)).length,
    stop: () =>
      new Promise((resolve) => {
        faults.release();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    start: () => listenAt(port),
  };
}
