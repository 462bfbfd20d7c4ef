// How every call goes out: without cookies, without redirects, and a write never over a connection that something has used before.
// Threat: Chromium repeats a request by itself, POST included, when a reused connection breaks before the answer's headers
// (HttpNetworkTransaction::ShouldResendRequest). A payment could be recorded twice without anybody's word. Mechanism: whatever is not
// a read goes over a connection that nothing has used before; on such a one Chromium never repeats.
import { NoAnswer, noAnswerMidway } from '../http/no-answer.ts';
import type { Fetch } from '../http/transport.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

type NetFetch = (url: string, init: RequestInit) => Promise<Response>;

/** Connections of its own: what an Electron session offers. */
export interface Connections {
  fetch(url: string, init: RequestInit): Promise<Response>;
  closeAllConnections(): Promise<void>;
}

interface Lane {
  readonly own: Connections;
  last: Promise<unknown>;
  waiting: number;
}

/** What the network stack has been told of connecting (app/connect-limit.ts). */
export interface Connecting {
  /** Milliseconds after which it gives up. */
  readonly limit: number;
  /** Milliseconds, monotonic. */
  now(): number;
}

/** @param writes so many writes may be under way at once; each of these carries one at a time. */
export function createNetworkFetch(read: NetFetch, writes: readonly Connections[], connecting: Connecting | null = null): Fetch {
  const call = tellingConnects(connecting);
  const lanes: readonly Lane[] = writes.map((own) => ({ own, last: Promise.resolve(), waiting: 0 }));

  const write = async (request: Request): Promise<Response> => {
    const lane = lanes.reduce((best, each) => (each.waiting < best.waiting ? each : best));
    const turn = lane.last.then(async () => {
      request.signal.throwIfAborted();
      await lane.own.closeAllConnections();
      return await buffered(await call((url, init) => lane.own.fetch(url, init), request));
    });
    lane.waiting += 1;
    // The next one waits for the end of this one, however it ends; its failure is told to the caller below.
    lane.last = turn.then(
      () => lane.waiting--,
      () => lane.waiting--,
    );
    return await turn;
  };

  return async (request) => {
    // net.fetch would also serve file: and custom schemes.
    if (!/^https?:$/.test(new URL(request.url).protocol)) throw new Error('refused to call anything but http and https');
    return READS.has(request.method) ? await call(read, request) : await write(request);
  };
}

/** Milliseconds: a host's second address is tried a little later than its first. */
const SLACK = 1_500;

/**
 * Chromium says ERR_TIMED_OUT of a connection that did not come about in time, and of one that stood and broke. The second is the system's
 * word on lost packets, repeated for nine seconds at the least; what comes as early as the limit is the first: nothing has been sent.
 */
function tellingConnects(connecting: Connecting | null): typeof call {
  if (connecting === null) return call;
  return async (fetch, request) => {
    const began = connecting.now();
    return await call(fetch, request).catch((thrown: unknown) => {
      const early = connecting.now() - began < connecting.limit + SLACK;
      throw early && thrown instanceof Error && /\bERR_TIMED_OUT\b/.test(thrown.message) ? new NoAnswer('not-connected', true) : thrown;
    });
  };
}

async function call(fetch: NetFetch, request: Request): Promise<Response> {
  const body = request.body === null ? null : await request.arrayBuffer();
  return await fetch(request.url, {
    method: request.method,
    headers: request.headers,
    body,
    signal: request.signal,
    // Cookies would make the server run a call as whoever registered last, and refuse writes for a missing CSRF token.
    credentials: 'omit',
    // A redirected POST turns into a GET, and a login page elsewhere is no answer.
    redirect: 'error',
    cache: 'no-store',
  });
}

/** A lane's connections are closed before its next write, so an answer is read whole before the lane is free. */
async function buffered(response: Response): Promise<Response> {
  const body = response.body === null ? null : await response.arrayBuffer().catch(brokenOff);
  const empty = body === null || body.byteLength === 0;
  return new Response(empty ? null : body, { status: response.status, headers: response.headers });
}

/** No failure to send, whatever Chromium calls it. */
function brokenOff(thrown: unknown): never {
  throw noAnswerMidway(thrown);
}
