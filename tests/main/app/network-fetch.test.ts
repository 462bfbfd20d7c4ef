// How calls go out: nothing of another session with them, nowhere but where they are sent, and a write over a fresh connection only.
import { describe, expect, it } from 'vitest';
import { type Connections, createNetworkFetch } from '../../../src/main/app/network-fetch.ts';
import { noAnswerFrom } from '../../../src/main/http/no-answer.ts';
import { chromium } from '../http/scripted-server.ts';

const ORDERS = 'https://shop.example/api/orders/';

interface Call {
  readonly lane: number;
  readonly url: string;
  readonly init: RequestInit;
}

/** Lane -1 is that of reads. */
function setUp(lanes: number, answer: (call: Call) => Promise<Response>) {
  const steps: string[] = [];
  const calls: Call[] = [];
  const fetchOn = (lane: number) => async (url: string, init: RequestInit) => {
    const call = { lane, url, init };
    calls.push(call);
    steps.push(`lane ${lane}: ${init.method ?? ''} ${url.slice(ORDERS.length)}`);
    return await answer(call);
  };
  const writes = Array.from({ length: lanes }, (_, lane): Connections => {
    return { fetch: fetchOn(lane), closeAllConnections: async () => void steps.push(`lane ${lane}: closed`) };
  });
  return { send: createNetworkFetch(fetchOn(-1), writes), steps, calls };
}

const write = (name: string, signal?: AbortSignal) =>
  new Request(ORDERS + name, { method: 'POST', body: '{}', ...(signal === undefined ? {} : { signal }) });
const answered = async () => Response.json({ id: 1 }, { status: 201 });

describe('every call', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    '(%s) takes no cookie, no redirect and no cache',
    async (method) => {
      const { send, calls } = setUp(1, answered);
      await send(new Request(ORDERS, { method, headers: { authorization: 'Bearer a' } }));
      expect(calls[0]).toMatchObject({ url: ORDERS, init: { method, credentials: 'omit', redirect: 'error', cache: 'no-store' } });
      expect(Object.fromEntries(new Headers(calls[0]?.init.headers))).toEqual({ authorization: 'Bearer a' });
    },
  );

  it.each(['file:///etc/passwd', 'app://paydesk/index.html', 'data:text/plain,x', 'ftp://shop.example/'])(
    'to %s is refused',
    async (url) => {
      const { send, calls } = setUp(1, answered);
      await expect(send(new Request(url))).rejects.toThrow('refused to call anything but http and https');
      expect(calls).toEqual([]);
    },
  );
});

describe('a read', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('(%s) goes over the common connections', async (method) => {
    const { send, steps } = setUp(2, answered);
    await send(new Request(ORDERS, { method }));
    expect(steps).toEqual([`lane -1: ${method} `]);
  });
});

describe('a write', () => {
  it('goes over a connection that nothing has used before, with its body', async () => {
    const { send, steps, calls } = setUp(1, answered);
    const response = await send(new Request(`${ORDERS}a`, { method: 'POST', body: 'Naïve 🧾' }));
    expect([response.status, await response.json()]).toEqual([201, { id: 1 }]);
    await send(write('b'));
    expect(steps).toEqual(['lane 0: closed', 'lane 0: POST a', 'lane 0: closed', 'lane 0: POST b']);
    expect(await new Response(calls[0]?.init.body ?? null).text()).toBe('Naïve 🧾');
  });

  it('waits for the whole answer of the one before it on its lane', async () => {
    const body = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
    const writer = body.writable.getWriter();
    const { send, steps } = setUp(1, async ({ url }) => (url.endsWith('a') ? new Response(body.readable) : await answered()));
    const both = [send(write('a')), send(write('b'))];
    await new Promise(setImmediate);
    expect(steps).toEqual(['lane 0: closed', 'lane 0: POST a']);
    await writer.write(new TextEncoder().encode('{}'));
    await writer.close();
    await Promise.all(both);
    expect(steps).toEqual(['lane 0: closed', 'lane 0: POST a', 'lane 0: closed', 'lane 0: POST b']);
  });

  it('takes the lane that is free', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const { send, calls } = setUp(3, ({ url }) => (url.endsWith('slow') ? promise : answered()));
    const slow = send(write('slow'));
    await send(write('b'));
    await send(write('c'));
    expect(calls.map(({ lane }) => lane)).toEqual([0, 1, 1]);
    resolve(new Response(null, { status: 204 }));
    expect((await slow).status).toBe(204);
  });

  it('that fails leaves its lane to the next', async () => {
    const { send } = setUp(1, ({ url }) => (url.endsWith('a') ? Promise.reject(chromium('ERR_CONNECTION_REFUSED')) : answered()));
    await expect(send(write('a'))).rejects.toThrow('ERR_CONNECTION_REFUSED');
    expect((await send(write('b'))).status).toBe(201);
  });

  it('whose answer breaks off counts as sent, whatever it is called', async () => {
    const broken = () => new ReadableStream({ pull: (controller) => controller.error(chromium('ERR_INTERNET_DISCONNECTED')) });
    const { send } = setUp(1, async () => new Response(broken(), { status: 201 }));
    await expect(send(write('a'))).rejects.toMatchObject({ reason: 'cut-off', certainlyNotSent: false });
  });

  it('that nobody waits for any more is not sent when its turn comes', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const { send, calls } = setUp(1, () => promise);
    const first = send(write('a'));
    const gone = new AbortController();
    const second = send(write('b', gone.signal));
    gone.abort();
    resolve(new Response(null, { status: 204 }));
    await first;
    await expect(second).rejects.toThrow();
    expect(calls.map(({ url }) => url)).toEqual([`${ORDERS}a`]);
  });
});

describe('a connection that did not come about', () => {
  /** A network stack that gives up connecting after 5 s; it fails `after` so many milliseconds. */
  async function failing(code: string, after: number, method: string): Promise<unknown> {
    let now = 1_000;
    const fail = async (): Promise<Response> => {
      now += after;
      throw chromium(code);
    };
    const lane: Connections = { fetch: fail, closeAllConnections: async () => undefined };
    const send = createNetworkFetch(fail, [lane], { limit: 5_000, now: () => now });
    return await send(new Request(ORDERS, { method })).catch((thrown: unknown) => thrown);
  }

  it.each(['GET', 'POST', 'PATCH'])('within its limit has sent nothing (%s)', async (method) => {
    expect(await failing('ERR_TIMED_OUT', 5_000, method)).toMatchObject({ reason: 'not-connected', certainlyNotSent: true });
  });

  it('whose second address was tried a little later has sent nothing, either', async () => {
    expect(await failing('ERR_TIMED_OUT', 5_300, 'POST')).toMatchObject({ reason: 'not-connected', certainlyNotSent: true });
  });

  // The system gives an established connection up under the same name, but not so soon.
  it.each([6_500, 9_000, 30_000])('is not what timed out after %i ms: it may have been sent', async (after) => {
    expect(noAnswerFrom(await failing('ERR_TIMED_OUT', after, 'POST'))).toMatchObject({ reason: 'timeout', certainlyNotSent: false });
  });

  it('is not what was reset in the same time', async () => {
    expect(noAnswerFrom(await failing('ERR_CONNECTION_RESET', 5_000, 'POST'))).toMatchObject({ certainlyNotSent: false });
  });
});
