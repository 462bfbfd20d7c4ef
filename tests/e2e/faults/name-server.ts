// A name server of the test's own (DNS over HTTPS, RFC 8484): it knows the shop's name, until it is told to know nothing.
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificates.ts';

export interface NameServer {
  readonly url: string;
  /** false: every name is unknown. */
  knows(known: boolean): void;
  close(): Promise<void>;
}

/** @param host every other name is unknown; this one is this computer. */
export async function openNameServer(host: string, certificate: Certificate): Promise<NameServer> {
  let known = true;
  const server: Server = createServer(certificate, (incoming, outgoing) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      const answer = answerTo(Buffer.concat(pieces), known ? host : null);
      outgoing.writeHead(200, { 'content-type': 'application/dns-message', 'content-length': answer.byteLength });
      outgoing.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/dns-query`,
    knows: (next) => {
      known = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const HEADER = 12;
const TYPE_A = 1;
const [FINE, NO_SUCH_NAME] = [0x8180, 0x8183] as const;
/** The name that was asked for, an address, good for no time at all, so that each call asks anew: 127.0.0.1. */
const THIS_COMPUTER = Buffer.from([0xc0, HEADER, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1]);

function answerTo(query: Buffer, host: string | null): Buffer {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  const question = query.subarray(HEADER, at + 5);
  // `_8000._https.shop.test` asks how to reach the service; there is nothing to say of that.
  const own = host !== null && (labels.join('.') === host || labels.join('.').endsWith(`.${host}`));
  const told = own && labels.join('.') === host && question.readUInt16BE(question.byteLength - 4) === TYPE_A;
  const header = Buffer.alloc(HEADER);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(own ? FINE : NO_SUCH_NAME, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(told ? 1 : 0, 6);
  return Buffer.concat([header, question, ...(told ? [THIS_COMPUTER] : [])]);
}
