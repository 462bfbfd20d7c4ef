// An ear on loopback: takes every TCP connection and every UDP packet at one port, and remembers what came.
import { createSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';

export interface Ear {
  readonly port: number;
  readonly url: string;
  /** `tcp` for each connection, `udp` for each packet, and the first line of each HTTP request: `GET /path`. */
  readonly heard: readonly string[];
  /** Everything that came over TCP, as text. */
  readonly text: () => string;
  close(): Promise<void>;
}

/** Answers that would let a page go on, so that what is stopped is stopped by the page's own walls. */
const WELCOME = ['HTTP/1.1 200 OK', 'access-control-allow-origin: *', 'content-type: text/html', 'content-length: 0', 'connection: close'];

/** @param answer the lines of every answer's head; a body may follow them. */
export async function openEar(answer: readonly string[] = WELCOME): Promise<Ear> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let text = '';
  const server = createServer((socket) => {
    heard.push('tcp');
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      const piece = data.toString('latin1');
      text += piece;
      const line = /^([A-Z]+ \S+) HTTP\/1\.1\r\n/.exec(piece);
      if (line?.[1] === undefined) return;
      heard.push(line[1]);
      socket.end(`${answer.join('\r\n')}\r\n\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the ear has no port');
  const { port } = address;
  const packets = createSocket('udp4', () => heard.push('udp'));
  await new Promise<void>((resolve) => packets.bind(port, '127.0.0.1', resolve));
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    heard,
    text: () => text,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => packets.close(resolve));
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
