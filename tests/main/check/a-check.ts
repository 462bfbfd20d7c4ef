// One connection check against a real server on loopback: sockets, HTTP and TLS are real; names and proxies are the test's.
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createCheck } from '../../../src/main/check/check.ts';
import { createDirect, type Direct } from '../../../src/main/check/direct.ts';
import type { Sight } from '../../../src/main/check/known.ts';
import type { Connection } from '../../../src/main/http/connection.ts';
import { readServerAddress } from '../../../src/main/http/server-address.ts';
import type { Fetch } from '../../../src/main/http/transport.ts';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import type { PracticeStore } from '../../../src/main/practice/store.ts';
import { bind } from '../../../src/main/session/bind.ts';
import { obtainTokens } from '../../../src/main/session/server-calls.ts';
import type { CheckStep } from '../../../src/shared/domain/connection-check.ts';
import type { CheckInput, CheckLine, CheckReport } from '../../../src/shared/ipc/check-requests.ts';
import { wentWell } from '../store/support/open-shop.ts';
import type { Certificate } from './make-certificate.ts';

export interface Standing {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

async function listen(server: Server, scheme: string): Promise<Standing> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export const standHttp = (answer: RequestListener): Promise<Standing> => listen(createHttpServer(answer), 'http');
export const standHttps = ({ cert, key }: Certificate, answer: RequestListener): Promise<Standing> =>
  listen(createHttpsServer({ cert, key }, answer), 'https');

export const fromStore = (store: PracticeStore): RequestListener => {
  const listener = getRequestListener((request) => store.fetch(request), { overrideGlobalObjects: false });
  return (incoming, outgoing) => void listener(incoming, outgoing);
};

export const page =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_incoming, outgoing) => {
    outgoing.writeHead(status, { 'content-type': 'text/html', ...headers });
    outgoing.end(body);
  };

/** Addresses of made-up names lead to loopback, for the test's network as for its sockets. */
export interface Odds {
  readonly sight?: Partial<Sight>;
  readonly direct?: Partial<Direct>;
  readonly network?: Fetch;
  readonly connection?: Connection | null;
  readonly wallClock?: () => Date;
  readonly copied?: string[];
}

export function aCheck({ sight, direct, network, connection = null, wallClock, copied }: Odds = {}) {
  const told: CheckReport[] = [];
  const check = createCheck({
    network: network ?? ((request) => fetch(request)),
    sight: { proxyFor: async () => 'DIRECT', resolve: async () => ['127.0.0.1'], ...sight },
    direct: { ...createDirect(2_000), ...direct },
    info: { version: '0.1.0', electron: '45.4.1', platform: 'linux' },
    connection: () => connection,
    obtain: obtainTokens,
    changed: (report) => told.push(report),
    copy: async (text) => void copied?.push(text),
    now: () => performance.now(),
    wallClock: wallClock ?? (() => new Date()),
    log: () => undefined,
  });
  const run = async (input: CheckInput): Promise<Run> => runOf(wentWell(await check.start(input)));
  return {
    check,
    told,
    ofSession: () => run({ of: 'session' }),
    ofAddress: (server: string, more: Partial<Extract<CheckInput, { of: 'address' }>> = {}) =>
      run({ of: 'address', server, acceptPlainHttp: false, signIn: null, ...more }),
  };
}

export interface Run {
  readonly report: CheckReport;
  line(step: CheckStep): CheckLine;
  /** `step state` of every line. */
  readonly states: readonly string[];
}

export function runOf(report: CheckReport): Run {
  const line = (step: CheckStep): CheckLine => {
    const found = report.lines.find((each) => each.step === step);
    if (found === undefined) throw new Error(`no line ${step}`);
    return found;
  };
  return { report, line, states: report.lines.map(({ step, state }) => `${step} ${state}`) };
}

/** Signed in at a store that is reached at this address. */
export async function signedInAt(url: string, network: Fetch = (request) => fetch(request)): Promise<Connection> {
  const server = wentWell(readServerAddress(url, true));
  const { username, password } = PRACTICE_ACCOUNT;
  const answer = await network(
    new Request(`${server.base}/api/token/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    }),
  );
  const { access, refresh } = (await answer.json()) as { access: string; refresh: string };
  return bind({
    target: { server, network, username, practice: false },
    ...{ access, refresh },
    keep: async () => undefined,
    ended: () => undefined,
    reached: () => undefined,
    now: () => performance.now(),
    wallClock: () => new Date(),
  }).connection;
}
