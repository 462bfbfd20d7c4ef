// Stands between the app and a shop's server as a bare TCP relay, until it swallows: then it becomes a black hole at the same address.
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

export interface Relay {
  readonly url: string;
  /** Drops every connection that stands and takes none any more: whoever connects is never answered. */
  swallow(): Promise<void>;
  close(): Promise<void>;
}

/** Relays on a thread of its own; told so, it drops everything and then never looks at anything any more. */
const RELAY = `
const { parentPort, workerData } = require('node:worker_threads');
const net = require('node:net');
const open = new Set();
const server = net.createServer((client) => {
  const shop = net.connect(workerData, '127.0.0.1');
  for (const [from, to] of [[client, shop], [shop, client]]) {
    open.add(from);
    from.on('error', () => to.destroy()).on('close', () => { open.delete(from); to.destroy(); }).pipe(to);
  }
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => parentPort.postMessage(server.address().port));
parentPort.on('message', () => {
  const closed = [...open].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  for (const socket of open) socket.destroy();
  Promise.all(closed).then(() => {
    parentPort.postMessage('swallowing');
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
});`;

/** More than a queue of one takes, on any Linux. */
const FILLERS = 8;

export async function openRelay(shop: string): Promise<Relay> {
  const worker = new Worker(RELAY, { eval: true, workerData: Number(new URL(shop).port) });
  const told = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  const port = Number(await told());
  const fillers: Socket[] = [];
  return {
    url: `http://127.0.0.1:${port}`,
    swallow: async () => {
      const swallowing = told();
      worker.postMessage('swallow');
      await swallowing;
      await new Promise<void>((resolve) => {
        for (let count = 0; count < FILLERS; count += 1) fillers.push(connect(port, '127.0.0.1', resolve).on('error', () => undefined));
      });
    },
    close: async () => {
      for (const socket of fillers) socket.destroy();
      await worker.terminate();
    },
  };
}
