// A megabyte of answer through the production path (transport, typed client, decoding, parsing, judging, telling), beside decoding and parsing it.
import { asText, createApi } from '../../src/main/http/api.ts';
import { ask } from '../../src/main/http/evidence.ts';
import { judgeRead } from '../../src/main/http/outcome.ts';
import { createTransport } from '../../src/main/http/transport.ts';
import { describeError } from '../../src/shared/errors/describe.ts';
import type { Measured, Subject } from './row.ts';

const MEGABYTE = 1_048_576;
const SERVER = { origin: 'https://shop.example', base: 'https://shop.example', exposed: false };
const GOAL_MS = 5;
/** Of each, per run: one alone is at the mercy of the garbage collector. */
const TIMES = 15;

export const readHistoryAnswer: Subject = {
  name: 'read: a megabyte of history (ms)',
  goal: `below ${GOAL_MS} ms`,
  met: ({ ours }) => ours < GOAL_MS,
};

export const readRefusalAnswer: Subject = {
  name: 'read: a megabyte of refusal, the slowest of five (ms)',
  goal: `below ${GOAL_MS} ms`,
  met: ({ ours }) => ours < GOAL_MS,
};

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => encode(JSON.stringify(value));

const order = (id: number): unknown => ({
  ...{ id, user: 3, product_name: 'Acer laptop, black', quantity: 5, price: '450000.00', created_at: '2026-11-02T09:30:00.123456Z' },
  payments: [{ id, order: id, amount: '1200.00', status: 'pending', created_at: '2026-11-02T09:31:00.654321Z' }],
});
const HISTORY = bytesOf(Array.from({ length: 4_600 }, (_, index) => order(index + 1)));

/** What a server may refuse with, each a megabyte: fields without end, lists in lists, one sentence, a debug page, a list of nothing. */
const REFUSALS: readonly Uint8Array<ArrayBuffer>[] = [
  bytesOf(Object.fromEntries(Array.from({ length: 46_000 }, (_, index) => [`field_${index}`, ['Bad.']]))),
  encode('['.repeat(MEGABYTE / 2) + ']'.repeat(MEGABYTE / 2)),
  bytesOf({ detail: 'x '.repeat(MEGABYTE / 2) }),
  encode('<div class="frame">SECRET_KEY</div>\n'.repeat(MEGABYTE / 36)),
  bytesOf(Array.from({ length: MEGABYTE / 3 }, () => ({}))),
];

export async function measureReadHistory(): Promise<Measured> {
  return { ours: await timeOf(() => take(200, HISTORY)), yardstick: await timeOf(() => parse(HISTORY)) };
}

export async function measureReadRefusal(): Promise<Measured> {
  const measured: Measured[] = [];
  for (const body of REFUSALS) measured.push({ ours: await timeOf(() => take(400, body)), yardstick: await timeOf(() => parse(body)) });
  return measured.reduce((slowest, each) => (each.ours > slowest.ours ? each : slowest));
}

async function take(status: number, body: Uint8Array<ArrayBuffer>): Promise<string> {
  // In pieces of 64 KB, as a network hands it over.
  const pieces = Array.from({ length: Math.ceil(body.length / 65_536) }, (_, index) => body.subarray(index * 65_536, (index + 1) * 65_536));
  const send = createTransport(async () => new Response(streamOf(pieces), { status }), SERVER);
  const evidence = await ask(createApi(SERVER, send).GET('/api/orders/history/', { params: { query: {} }, ...asText }));
  const result = judgeRead(evidence, { thing: 'history', id: null });
  return result.ok ? '' : describeError(result.error);
}

function streamOf(pieces: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return null;
  }
}

/** @returns the median, in milliseconds. */
async function timeOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN;
}
