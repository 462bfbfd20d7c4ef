// The fault-injecting server: real TLS on loopback between the console and a practice store. One fault at a time, on one kind of call.

import { X509Certificate } from 'node:crypto';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createPracticeStore, type PracticeStore } from '../../../src/main/practice/store.ts';
import { listenIn, type Wire } from '../support/wire.ts';
import { type Call, takeCall } from './call.ts';
import { makeCertificate } from './certificates.ts';
import { type NameServer, openNameServer } from './name-server.ts';

/** What happens to connections, before any call can be made over them. */
export type ConnectionFault = 'no-name' | 'refused' | 'silent' | 'expired-certificate' | 'other-host-certificate';

/** Which calls an operation is made of. */
export interface Calls {
  /** `METHOD /path` of the call itself. */
  readonly target: RegExp;
  /** Of the reading that goes before it: connections are let be until it has been answered. */
  readonly before?: RegExp;
  /** Of the readings by which its fate is looked for afterwards: they wait until the server is calm. */
  readonly looking?: RegExp;
}

export type Strike =
  | { readonly at: 'connection'; readonly how: ConnectionFault }
  /** @param once only the first of these calls. */
  | { readonly at: 'call'; readonly once: boolean; suffer(call: Call): Promise<void> }
  /** Nothing goes wrong. */
  | { readonly at: 'nothing' };

export interface Front {
  readonly url: string;
  readonly store: PracticeStore;
  readonly wire: Wire;
  readonly names: NameServer;
  /** As Electron tells it to who verifies certificates: the shop's own, and the name server's. */
  readonly trusted: readonly string[];
  /** How far the server's clock is ahead, in milliseconds. */
  setClock(ahead: number): void;
  arm(strike: Strike, calls: Calls): void;
  /** Resolves when the fault has struck more often than this; never for `refused` and `no-name`, which nobody here sees. @returns how often. */
  struck(moreThan: number): Promise<number>;
  /** The server is itself again; what still hung is cut off. */
  calm(): Promise<void>;
  close(): Promise<void>;
}

const DAY = 86_400_000;
const HOST = 'shop.test';

export async function openFront(orders: number): Promise<Front> {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const store = createPracticeStore({ behaviour: { orders, accessSeconds: 3_600 }, now });
  const { wire, answered, arriving } = listenIn();
  const note = arriving(async () => new Response(null));
  const sockets = new Map<number, Socket>();
  const busy = new Set<Socket>();
  let port = 0;
  let armed: { readonly strike: Strike; readonly calls: Calls; on: boolean; spent: boolean } | null = null;
  let strikes = 0;
  let next = openable();
  let look = openable();

  const strikeNow = (): void => {
    if (armed !== null) armed.spent = true;
    strikes += 1;
    next.resolve();
    next = openable();
  };

  const serve = async (call: Call): Promise<void> => {
    const name = `${call.method} ${call.path}`;
    const plan = armed;
    if (plan?.strike.at === 'call' && plan.calls.target.test(name) && !(plan.strike.once && plan.spent)) {
      strikeNow();
      return await plan.strike.suffer(call);
    }
    if (plan?.spent === true && plan.calls.looking?.test(name) === true) await look.promise;
    const whole = await call.carryOut();
    // From here on new connections suffer; this one still brings its answer, and is not used again.
    if (plan?.strike.at !== 'connection' || plan !== armed || plan.on || plan.calls.before?.test(name) !== true) return call.answer(whole);
    begin();
    call.answer({ ...whole, headers: { ...whole.headers, connection: 'close' } });
  };

  const secure = (from: number, until: number, host = HOST): SecureServer & { readonly cert: string } => {
    const certificate = makeCertificate({ host, from: new Date(now() + from * DAY), until: new Date(now() + until * DAY) });
    const server = createSecureServer({ ...certificate, keepAliveTimeout: 0 }, (incoming, outgoing) => {
      const raw = sockets.get(incoming.socket.remotePort ?? 0);
      if (raw === undefined) {
        incoming.socket.destroy();
        return;
      }
      busy.add(raw);
      outgoing.on('close', () => busy.delete(raw));
      void takeCall({ incoming, outgoing, raw, url: `https://${HOST}:${port}`, serve: answered((request) => store.fetch(request)) })
        .then(async (call) => {
          await note(call.request.clone());
          await serve(call);
        })
        .catch(() => raw.destroy());
    });
    // A handshake that the client breaks off is what some faults are for.
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    return Object.assign(server, { cert: certificate.cert });
  };
  const own = secure(-1, 30);
  const expired = secure(-30, -1);
  const otherHost = secure(-1, 30, 'other.test');

  const connected = (socket: Socket): void => {
    const key = socket.remotePort ?? 0;
    sockets.set(key, socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(key);
      busy.delete(socket);
    });
    const how = armed?.on === true && armed.strike.at === 'connection' ? armed.strike.how : null;
    if (how !== null) strikeNow();
    if (how === 'silent') return;
    const to = how === 'expired-certificate' ? expired : how === 'other-host-certificate' ? otherHost : own;
    to.emit('connection', socket);
  };

  let listener: Server = createServer();
  const listen = async (): Promise<void> => {
    listener = createServer(connected);
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(port, '127.0.0.1', () => resolve());
    });
    port = (listener.address() as AddressInfo).port;
  };
  await listen();

  const dropIdle = (): void => {
    for (const socket of sockets.values()) if (!busy.has(socket)) socket.destroy();
  };

  function begin(): void {
    if (armed === null) return;
    armed.on = true;
    if (armed.strike.at !== 'connection') return;
    if (armed.strike.how === 'refused') listener.close();
    if (armed.strike.how === 'no-name') names.knows(false);
    dropIdle();
  }

  const local = makeCertificate({ host: '127.0.0.1', from: new Date(Date.now() - DAY), until: new Date(Date.now() + DAY) });
  const names = await openNameServer(HOST, local);

  return {
    url: `https://${HOST}:${port}`,
    store,
    wire,
    names,
    trusted: [own.cert, local.cert].map(fingerprint),
    setClock: (next) => {
      ahead = next;
    },
    arm: (strike, calls) => {
      strikes = 0;
      look = openable();
      armed = { strike, calls, on: false, spent: false };
      if (calls.before === undefined || strike.at !== 'connection') begin();
    },
    struck: async (moreThan) => {
      const own = armed;
      while (strikes <= moreThan) {
        await next.promise;
        // Another fault's: whoever waits for this one's waits no more.
        if (own !== armed) return await new Promise(() => undefined);
      }
      return strikes;
    },
    calm: async () => {
      const last = armed;
      armed = null;
      look.resolve();
      names.knows(true);
      // What hangs in the fault is of no use to anybody; what goes on as it should is let be.
      if (last?.strike.at === 'connection' && last.on) for (const socket of sockets.values()) socket.destroy();
      if (!listener.listening) await listen();
    },
    close: async () => {
      await names.close();
      for (const socket of sockets.values()) socket.destroy();
      if (listener.listening) await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
}

interface Openable {
  readonly promise: Promise<void>;
  resolve(): void;
}

function openable(): Openable {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve: () => resolve() };
}

function fingerprint(cert: string): string {
  const hex = new X509Certificate(cert).fingerprint256.replaceAll(':', '');
  return `sha256/${Buffer.from(hex, 'hex').toString('base64')}`;
}
