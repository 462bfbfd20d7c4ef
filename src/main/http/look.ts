// Looking at a server without reading all it has: answers are cut after their beginning, and a look can be given up at any moment.
import type { ServerAddress } from './server-address.ts';
import { type AnswerLimits, createTransport, type Fetch } from './transport.ts';

/** More than a page of rows; of a history in one piece it is the beginning. In bytes. */
const BEGINNING = 1024 * 1024;

/** Ends what is under way at the signal; the caller then knows that it was given up. */
export function createLook(network: Fetch, server: ServerAddress, signal: AbortSignal, limits: AnswerLimits): Fetch {
  return createTransport(
    async (request) => {
      const response = await network(new Request(request, { signal: AbortSignal.any([request.signal, signal]) }));
      return response.body === null
        ? response
        : new Response(beginningOf(response.body), { status: response.status, headers: response.headers });
    },
    server,
    limits,
  );
}

function beginningOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let left = BEGINNING;
  return new ReadableStream({
    pull: async (controller) => {
      const piece = await reader.read();
      if (piece.done) return controller.close();
      controller.enqueue(piece.value.subarray(0, left));
      left -= piece.value.byteLength;
      if (left > 0) return;
      controller.close();
      // Nobody waits for the server to hear of it.
      reader.cancel().catch(() => undefined);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
