// A port of this machine where connecting is never answered: it listens, but nobody takes the connections, and its queue is full.
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

export interface BlackHole {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** Listens, tells its port, and then never looks at anything any more. */
const DEAF = `
const { parentPort } = require('node:worker_threads');
const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
});`;

/** More than a queue of one takes, on any Linux. */
const FILLERS = 8;

/** Linux and macOS; Windows refuses what does not fit into the queue. */
export async function openBlackHole(): Promise<BlackHole> {
  const worker = new Worker(DEAF, { eval: true });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const fillers: Socket[] = [];
  await new Promise<void>((resolve) => {
    for (let count = 0; count < FILLERS; count += 1) {
      // Those that find no place go on trying; they are of no further interest.
      fillers.push(connect(port, '127.0.0.1', resolve).on('error', () => undefined));
    }
  });
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of fillers) socket.destroy();
      await worker.terminate();
    },
  };
}
