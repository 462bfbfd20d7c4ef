// A server on loopback that answers whatever a test wants, mostly like the practice store: for servers that have been taken over.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createPracticeStore, type PracticeStore } from '../../../src/main/practice/store.ts';

export interface AnyServer {
  readonly url: string;
  readonly store: PracticeStore;
  /** Every request that arrived, with the store's answer or the test's own. */
  readonly requests: readonly Request[];
  close(): Promise<void>;
}

export interface Taken {
  readonly request: Request;
  readonly path: string;
  /** What the practice store says to it. */
  answer(): Promise<Response>;
}

/** @param answer null leaves the request to the practice store. */
export async function openAnyServer(answer: (taken: Taken) => Promise<Response | null> | Response | null, orders = 12): Promise<AnyServer> {
  const store = createPracticeStore({ behaviour: { orders } });
  const requests: Request[] = [];
  const listener = getRequestListener(
    async (request) => {
      requests.push(request);
      const taken: Taken = { request, path: new URL(request.url).pathname, answer: () => store.fetch(request) };
      return (await answer(taken)) ?? (await store.fetch(request));
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
