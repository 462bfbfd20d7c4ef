// A look at a server: the beginning of an answer and no more, to the configured server only, and given up at the signal.
import { expect, it } from 'vitest';
import { createLook } from '../../../src/main/http/look.ts';
import { createScriptedServer, json, SHOP } from './scripted-server.ts';

const LIMITS = { firstByte: 10_000, idle: 10_000 };
const MEGABYTE = 1024 * 1024;
const asked = () => new Request(`${SHOP.base}/api/orders/history/`);
const still = new AbortController().signal;

it('an answer without end is left after its beginning', async () => {
  let left = false;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.enqueue(new Uint8Array(300_000).fill(0x20)),
    cancel: () => {
      left = true;
    },
  });
  const look = createLook(async () => new Response(endless, { status: 200, headers: { etag: 'x' } }), SHOP, still, LIMITS);
  const response = await look(asked());
  expect([response.status, response.headers.get('etag'), (await response.arrayBuffer()).byteLength]).toEqual([200, 'x', MEGABYTE]);
  expect(left).toBe(true);
});

it('a short answer comes whole, and one without a body as it is', async () => {
  const server = createScriptedServer((_asked, index) =>
    index === 0 ? json(405, { detail: 'No.' }) : new Response(null, { status: 204 }),
  );
  const look = createLook(server.fetch, SHOP, still, LIMITS);
  const [first, second] = [await look(asked()), await look(asked())];
  expect([first.status, await first.json(), second.status, second.body]).toEqual([405, { detail: 'No.' }, 204, null]);
});

it('ends at the signal', async () => {
  const given = new AbortController();
  const look = createLook(
    (request) =>
      new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason));
      }),
    SHOP,
    given.signal,
    LIMITS,
  );
  const going = look(asked());
  given.abort();
  await expect(going).rejects.toThrow('no answer');
});

it('goes nowhere else', async () => {
  const server = createScriptedServer(() => json(200, {}));
  await expect(createLook(server.fetch, SHOP, still, LIMITS)(new Request('https://evil.example/'))).rejects.toThrow('another origin');
  expect(server.asked).toEqual([]);
});
