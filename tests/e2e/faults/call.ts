// One call as it stands at the faulty server: it can be carried out by the shop, and answered as a whole, byte by byte, or not at all.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface Whole {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The shop does what is asked; its answer goes nowhere yet. Once, however often it is called. */
  carryOut(): Promise<Whole>;
  /** A whole answer, as a server writes it. */
  answer(whole: Whole): void;
  /** Bytes as they are; resolves when they have been handed to the system. */
  write(bytes: Buffer | string): Promise<void>;
  /** Nothing more will come, in order. */
  end(): void;
  /** The connection is torn down: a reset. */
  reset(): void;
}

export interface CallParts {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** The TCP connection below the encryption. */
  readonly raw: Socket;
  readonly url: string;
  serve(request: Request): Promise<Response>;
}

export async function takeCall({ incoming, outgoing, raw, url, serve }: CallParts): Promise<Call & { readonly request: Request }> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  const { method = 'GET', url: path = '/' } = incoming;
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const request = new Request(url + path, { method, headers, body: body.byteLength === 0 ? null : body });
  let carried: Promise<Whole> | null = null;
  return {
    request,
    method,
    path: new URL(request.url).pathname,
    headers,
    carryOut: () => {
      carried ??= serve(request.clone()).then(readWhole);
      return carried;
    },
    answer: ({ status, headers: told, body: bytes }) => {
      outgoing.writeHead(status, { ...told, ...(status === 204 ? {} : { 'content-length': bytes.byteLength }) });
      outgoing.end(bytes);
    },
    write: (bytes) =>
      new Promise((resolve) => {
        incoming.socket.write(bytes, () => resolve());
      }),
    end: () => {
      incoming.socket.end();
    },
    reset: () => {
      raw.resetAndDestroy();
    },
  };
}

async function readWhole(response: Response): Promise<Whole> {
  const { 'content-length': _length, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}

/** The head of an answer as it goes over the wire. @param length null: it is told in chunks. */
export function headOf({ status, headers }: Omit<Whole, 'body'>, length: number | null): string {
  const framing = length === null ? 'transfer-encoding: chunked' : `content-length: ${length}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} Told`, ...lines, framing, '', ''].join('\r\n');
}
