// One call on the wire: to the configured server only, within its time limits, and told whole or not at all.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoAnswer } from '../../../src/main/http/no-answer.ts';
import { createTransport, type Fetch } from '../../../src/main/http/transport.ts';
import { chromium, createScriptedServer, json, SHOP } from './scripted-server.ts';

const LIMITS = { connect: 5_000, firstByte: 30_000, idle: 20_000 };
const ORDER = `${SHOP.base}/api/orders/1/`;

async function failureOf(call: Promise<unknown>): Promise<[string, boolean]> {
  const thrown: unknown = await call.then(
    () => new Error('it was answered'),
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof NoAnswer)) throw thrown;
  return [thrown.reason, thrown.certainlyNotSent];
}

/** An answer whose body the test feeds by hand. */
function slowBody(status = 200) {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = writable.getWriter();
  return {
    response: new Response(readable, { status }),
    write: async (text: string) => await writer.write(new TextEncoder().encode(text)),
    close: async () => await writer.close(),
    breakOff: async (reason: unknown) => await writer.abort(reason),
  };
}

describe('where a call may go', () => {
  it.each([
    'https://evil.example/api/orders/',
    'http://shop.example/api/orders/',
    'https://shop.example:8443/api/orders/',
    'https://shop.example.evil.example/',
  ])('%s is refused before anything leaves', async (url) => {
    const server = createScriptedServer(() => json(200, {}));
    await expect(createTransport(server.fetch, SHOP)(new Request(url))).rejects.toThrow('refused to call another origin');
    expect(server.asked).toEqual([]);
  });
});

describe('an answer', () => {
  it('comes whole, with its status and headers', async () => {
    const server = createScriptedServer(() => json(418, { detail: 'short and stout' }, { allow: 'GET' }));
    const response = await createTransport(server.fetch, SHOP)(new Request(ORDER, { method: 'PUT', body: '{"a":1}' }));
    expect([response.status, response.headers.get('allow'), await response.json()]).toEqual([418, 'GET', { detail: 'short and stout' }]);
    expect(server.asked[0]).toMatchObject({ method: 'PUT', url: ORDER, body: '{"a":1}' });
  });

  it.each([204, 205, 304])('with status %i has no body', async (status) => {
    const server = createScriptedServer(() => new Response(null, { status }));
    const response = await createTransport(server.fetch, SHOP)(new Request(ORDER));
    expect([response.status, response.body]).toEqual([status, null]);
  });

  it('in many pieces is put together byte by byte', async () => {
    const body = slowBody();
    const answer = createTransport(async () => body.response, SHOP)(new Request(ORDER));
    for (const piece of ['{"name":"na', 'ï', 've 🧾', '"}']) await body.write(piece);
    await body.close();
    expect(await (await answer).text()).toBe('{"name":"naïve 🧾"}');
  });

  it('without a usable status counts as none', async () => {
    expect(await failureOf(createTransport(async () => Response.error(), SHOP)(new Request(ORDER)))).toEqual(['cut-off', false]);
  });

  it('that never seems to end is dropped, and the connection with it', async () => {
    let signal: AbortSignal | null = null;
    const endless: Fetch = async (request) => {
      signal = request.signal;
      const huge = { byteLength: 600 * 1024 * 1024 } as Uint8Array<ArrayBuffer>;
      return new Response(new ReadableStream({ pull: (controller) => controller.enqueue(huge) }));
    };
    expect(await failureOf(createTransport(endless, SHOP)(new Request(ORDER)))).toEqual(['other', false]);
    expect(signal).toHaveProperty('aborted', true);
  });
});

describe('a failure', () => {
  it('before the answer is told by its own meaning', async () => {
    const refusing = createScriptedServer(() => {
      throw chromium('ERR_CONNECTION_REFUSED');
    });
    expect(await failureOf(createTransport(refusing.fetch, SHOP)(new Request(ORDER)))).toEqual(['refused', true]);
  });

  it('of a fetch that throws at once is told, too', async () => {
    const throwing: Fetch = () => {
      throw chromium('ERR_NAME_NOT_RESOLVED');
    };
    expect(await failureOf(createTransport(throwing, SHOP)(new Request(ORDER)))).toEqual(['name-not-found', true]);
  });

  // The server has answered: whatever breaks now, the request had been there.
  it.each([
    'ERR_CONNECTION_RESET',
    'ERR_INTERNET_DISCONNECTED',
    'ERR_ADDRESS_UNREACHABLE',
    'ERR_CONNECTION_REFUSED',
    'ERR_CERT_DATE_INVALID',
    'ERR_CONNECTION_TIMED_OUT',
  ])('%s in the middle of the body never counts as not sent', async (code) => {
    const body = slowBody(201);
    const answer = failureOf(createTransport(async () => body.response, SHOP)(new Request(ORDER, { method: 'POST' })));
    await body.write('{"id": 1');
    await body.breakOff(chromium(code));
    expect((await answer)[1]).toBe(false);
  });

  it('in the middle of the body is told as cut off', async () => {
    const body = slowBody();
    const answer = failureOf(createTransport(async () => body.response, SHOP)(new Request(ORDER)));
    await body.breakOff(chromium('ERR_CONNECTION_RESET'));
    expect(await answer).toEqual(['cut-off', false]);
  });
});

describe('a call that is given up by whoever made it', () => {
  it('ends at once, also on a fetch that does not listen, and counts as maybe sent', async () => {
    const giveUp = new AbortController();
    const signals: AbortSignal[] = [];
    const deaf: Fetch = (request) => {
      signals.push(request.signal);
      return new Promise(() => undefined);
    };
    const answer = failureOf(createTransport(deaf, SHOP)(new Request(ORDER, { signal: giveUp.signal })));
    giveUp.abort();
    expect(await answer).toEqual(['other', false]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('ends in the middle of its body, too', async () => {
    const giveUp = new AbortController();
    const body = slowBody();
    const answer = failureOf(createTransport(async () => body.response, SHOP)(new Request(ORDER, { signal: giveUp.signal })));
    await body.write('[1,');
    giveUp.abort();
    expect(await answer).toEqual(['other', false]);
  });

  it('before it began is not made', async () => {
    const server = createScriptedServer(() => new Promise(() => undefined));
    const answer = failureOf(createTransport(server.fetch, SHOP)(new Request(ORDER, { signal: AbortSignal.abort() })));
    expect(await answer).toEqual(['other', false]);
  });
});

describe('time limits', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends a call without a first byte, aborts it, and takes it for maybe sent', async () => {
    let signal: AbortSignal | null = null;
    const silent: Fetch = (request) => {
      signal = request.signal;
      return new Promise(() => undefined);
    };
    const ended = vi.fn();
    const answer = failureOf(createTransport(silent, SHOP, LIMITS)(new Request(ORDER))).finally(ended);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual(['timeout', false]);
    expect(signal).toHaveProperty('aborted', true);
  });

  it('counts anew with every piece of the body', async () => {
    const body = slowBody();
    const answer = createTransport(async () => body.response, SHOP, LIMITS)(new Request(ORDER));
    await vi.advanceTimersByTimeAsync(19_999);
    await body.write('[1,');
    await vi.advanceTimersByTimeAsync(19_999);
    await body.write('2]');
    await vi.advanceTimersByTimeAsync(19_999);
    await body.close();
    expect(await (await answer).json()).toEqual([1, 2]);
  });

  it('ends an answer whose body stops coming', async () => {
    const body = slowBody();
    const answer = failureOf(createTransport(async () => body.response, SHOP, LIMITS)(new Request(ORDER)));
    await body.write('[1,');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toEqual(['timeout', false]);
  });

  it('leaves no clock running behind an answer', async () => {
    await createTransport(async () => json(200, {}), SHOP, LIMITS)(new Request(ORDER));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no clock running behind a failure', async () => {
    await failureOf(createTransport(() => Promise.reject(chromium('ERR_FAILED')), SHOP, LIMITS)(new Request(ORDER)));
    expect(vi.getTimerCount()).toBe(0);
  });
});
