// An answer taken in pieces: the same limits and the same origin as whole ones, and nobody hurries whoever takes them.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gathered } from '../../../src/main/http/gathered.ts';
import { NoAnswer } from '../../../src/main/http/no-answer.ts';
import { type Reachability, watchReach } from '../../../src/main/http/reach.ts';
import { createPieceTransport, type Fetch, PiecedResponse } from '../../../src/main/http/transport.ts';
import { chromium, json, SHOP } from './scripted-server.ts';

const LIMITS = { connect: 5_000, firstByte: 30_000, idle: 20_000 };
const HISTORY = `${SHOP.base}/api/orders/history/`;
const bytes = (length: number, value = 1): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(value);

async function piecesOf(fetch: Fetch, signal?: AbortSignal): Promise<AsyncIterator<Uint8Array<ArrayBuffer>>> {
  const response = await createPieceTransport(fetch, SHOP, LIMITS)(new Request(HISTORY, signal === undefined ? {} : { signal }));
  if (!(response instanceof PiecedResponse)) throw new Error('it came whole');
  return response.pieces[Symbol.asyncIterator]();
}

/** An answer whose body the test feeds by hand. */
function slowBody() {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = writable.getWriter();
  return { fetch: async () => new Response(readable), writer };
}

const failureOf = async (step: Promise<unknown>): Promise<unknown> => await step.catch((thrown: unknown) => thrown);

it('is refused at another origin', async () => {
  await expect(createPieceTransport(async () => json(200, []), SHOP)(new Request('https://evil.example/'))).rejects.toThrow(
    'another origin',
  );
});

it.each([204, 304, 400, 401, 404, 500])('is whole where it is no success: %i', async (status) => {
  const response = await createPieceTransport(async () => new Response(null, { status }), SHOP)(new Request(HISTORY));
  expect([response.status, response instanceof PiecedResponse]).toEqual([status, false]);
});

it('breaks off as cut off, and the call is ended', async () => {
  const body = slowBody();
  const pieces = await piecesOf(body.fetch);
  void body.writer.write(bytes(3));
  expect((await pieces.next()).value).toHaveLength(3);
  void body.writer.abort(chromium('ERR_CONNECTION_RESET')).catch(() => undefined);
  expect(await failureOf(pieces.next())).toMatchObject({ reason: 'cut-off', certainlyNotSent: false });
});

it('that never ends is dropped', async () => {
  const huge = { byteLength: 600 * 1024 * 1024 } as Uint8Array<ArrayBuffer>;
  const pieces = await piecesOf(async () => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(huge) })));
  expect(await failureOf(pieces.next())).toBeInstanceOf(NoAnswer);
});

it.each(['by its signal', 'by who takes them'])('ends the call when it is given up %s', async (how) => {
  const giveUp = new AbortController();
  const signals: AbortSignal[] = [];
  const body = slowBody();
  const pieces = await piecesOf(async (request) => {
    signals.push(request.signal);
    return await body.fetch();
  }, giveUp.signal);
  void body.writer.write(bytes(3));
  await pieces.next();
  if (how === 'by its signal') {
    giveUp.abort();
    expect(await failureOf(pieces.next())).toMatchObject({ reason: 'other' });
  } else await pieces.return?.();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

it('is reported as reached, and as not reached any more where it breaks off, but not where it was given up', async () => {
  const told: Reachability[] = [];
  const giveUp = new AbortController();
  for (const [signal, end] of [
    [new AbortController().signal, () => Promise.reject(new NoAnswer('cut-off', false))],
    [giveUp.signal, () => Promise.reject(new NoAnswer('other', false))],
  ] as const) {
    async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      yield bytes(1);
      giveUp.abort();
      await end();
    }
    const send = watchReach(
      async () => new PiecedResponse(pieces(), { status: 200, headers: new Headers() }),
      (reach) => told.push(reach),
    );
    const response = (await send(new Request(HISTORY, { signal }))) as PiecedResponse;
    const taken = response.pieces[Symbol.asyncIterator]();
    await taken.next();
    expect(await failureOf(Promise.resolve(taken.next()))).toBeInstanceOf(NoAnswer);
  }
  expect(told).toEqual(['online', 'down', 'online']);
});

describe('time limits', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('end an answer whose pieces stop coming', async () => {
    const body = slowBody();
    const pieces = await piecesOf(body.fetch);
    void body.writer.write(bytes(3));
    await pieces.next();
    const next = failureOf(pieces.next());
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await next).toMatchObject({ reason: 'timeout' });
  });

  it('do not run while the pieces are being taken in', async () => {
    const body = slowBody();
    const pieces = await piecesOf(body.fetch);
    await vi.advanceTimersByTimeAsync(60_000);
    void body.writer.write(bytes(3));
    await pieces.next();
    await vi.advanceTimersByTimeAsync(60_000);
    void body.writer.write(bytes(4));
    expect((await pieces.next()).value).toHaveLength(4);
    expect(vi.getTimerCount()).toBe(0);
    void body.writer.close();
    expect((await pieces.next()).done).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('gathered', () => {
  async function gather(lengths: readonly number[]): Promise<Uint8Array<ArrayBuffer>[]> {
    async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for (const [index, length] of lengths.entries()) yield bytes(length, index % 251);
    }
    const all: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of gathered(pieces())) all.push(piece);
    return all;
  }

  it('is small at first and large then, byte for byte the same', async () => {
    const lengths = Array.from({ length: 900 }, (_, index) => (index * 7_919) % 3_000);
    const all = await gather(lengths);
    const kilobytes = all.map(({ length }) => Math.floor(length / 1024));
    expect(kilobytes.slice(0, 5)).toEqual([16, 32, 64, 128, 256]);
    const expected = Buffer.concat(lengths.map((length, index) => bytes(length, index % 251)));
    expect(Buffer.concat(all).equals(expected)).toBe(true);
  });

  it('gives buffers that nobody else holds, also of one large piece', async () => {
    const all = await gather([1_000_000]);
    expect(new Set(all.map(({ buffer }) => buffer)).size).toBe(all.length);
    expect(all.every(({ length }) => length <= 256 * 1024)).toBe(true);
  });

  it('of nothing is nothing', async () => {
    expect(await gather([0, 0])).toEqual([]);
  });
});
