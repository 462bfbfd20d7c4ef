// One call on the wire: only to the configured server, with time limits, and with the whole answer read before anybody looks at it.
import { NoAnswer, noAnswerFrom, noAnswerMidway } from './no-answer.ts';
import type { ServerAddress } from './server-address.ts';
import { startWatch, type Watch } from './watch.ts';

/** The seam: Electron's network in the app, the practice store in training, anything a test hands over. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Milliseconds. `connect`: until a connection stands; kept by the network below, which alone knows when it does.
 * `firstByte`: from the call to the answer's headers. `idle`: between two pieces of its body.
 */
export interface TimeLimits {
  readonly connect: number;
  readonly firstByte: number;
  readonly idle: number;
}

/** What a call's own owner may choose. */
export type AnswerLimits = Omit<TimeLimits, 'connect'>;

/**
 * A dead server is found soon; one that works on its answer is waited for longer than usual servers and proxies let anything work (30 and
 * 60 seconds): for a write, giving up sooner would only mean not to know what became of it.
 */
export const USUAL_LIMITS: TimeLimits = { connect: 5_000, firstByte: 90_000, idle: 20_000 };

/** No answer of the guide's endpoints is larger; beyond it something else is talking. In bytes. */
const LARGEST_ANSWER = 512 * 1024 * 1024;

/** @returns a fetch that rejects with `NoAnswer` only, and whose answers are complete. */
export function createTransport(fetch: Fetch, server: ServerAddress, limits: AnswerLimits = USUAL_LIMITS): Fetch {
  return createCalls(fetch, server, limits, () => null);
}

/** The same, but a success is handed over while its body is still to come: as a `PiecedResponse`. */
export function createPieceTransport(fetch: Fetch, server: ServerAddress, limits: AnswerLimits = USUAL_LIMITS): Fetch {
  return createCalls(fetch, server, limits, ({ ok, status, headers, body }, watch) =>
    ok && body !== null && !NO_BODY.has(status) ? new PiecedResponse(piecesOf(body, watch, limits.idle), { status, headers }) : null,
  );
}

/** @param handOver from then on the watch belongs to the response. */
function createCalls(
  fetch: Fetch,
  server: ServerAddress,
  limits: AnswerLimits,
  handOver: (response: Response, watch: Watch) => PiecedResponse | null,
): Fetch {
  return async (request) => {
    // The base address is ours, so this can only fail by a mistake of our own; a token must not leave even then.
    if (new URL(request.url).origin !== server.origin) throw new Error('refused to call another origin');
    const watch = startWatch(limits.firstByte, request.signal);
    let pieced: PiecedResponse | null = null;
    try {
      const response = await watch.race(fetch(new Request(request, { signal: watch.signal })));
      pieced = handOver(response, watch);
      if (pieced !== null) return pieced;
      return await readWhole(response, watch, limits.idle).catch((thrown: unknown) => {
        throw noAnswerMidway(thrown);
      });
    } catch (thrown) {
      watch.abort();
      throw thrown instanceof NoAnswer ? thrown : noAnswerFrom(thrown);
    } finally {
      if (pieced === null) watch.stop();
      else watch.pause();
    }
  };
}

/** Its body is still coming. Whoever gets it takes the pieces to their end, breaks off, or gives the call up by its signal. */
export class PiecedResponse extends Response {
  /** Rejects with `NoAnswer` only. To be read once. */
  readonly pieces: AsyncIterable<Uint8Array<ArrayBuffer>>;

  constructor(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>, init: { readonly status: number; readonly headers: Headers }) {
    super(null, init);
    this.pieces = pieces;
  }
}

async function* piecesOf(body: NonNullable<Response['body']>, watch: Watch, idle: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let size = 0;
  let ended = false;
  try {
    while (!ended) {
      watch.rewind(idle);
      const piece = await watch.race(reader.read());
      // What the pieces are wanted for may take as long as it does: that is no silence of the server's.
      watch.pause();
      ended = piece.done;
      size += piece.value?.byteLength ?? 0;
      if (size > LARGEST_ANSWER) throw new NoAnswer('other', false);
      if (piece.value !== undefined) yield piece.value;
    }
  } catch (thrown) {
    throw noAnswerMidway(thrown);
  } finally {
    if (!ended) watch.abort();
    watch.stop();
  }
}

/** Its body has come; `whole` hands it over without a second reading, which for a megabyte takes as long as the first. */
export class WholeResponse extends Response {
  readonly whole: Uint8Array<ArrayBuffer>;

  constructor(whole: Uint8Array<ArrayBuffer>, init: { readonly status: number; readonly headers: Headers }) {
    super(whole, init);
    this.whole = whole;
  }
}

const NO_BODY = new Set([101, 103, 204, 205, 304]);

async function readWhole(response: Response, watch: Watch, idle: number): Promise<Response> {
  const init = { status: response.status, headers: response.headers };
  if (response.body === null || NO_BODY.has(response.status)) return new Response(null, init);
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    watch.rewind(idle);
    const piece = await watch.race(reader.read());
    if (piece.done) return new WholeResponse(Buffer.concat(pieces, size), init);
    size += piece.value.byteLength;
    if (size > LARGEST_ANSWER) throw new NoAnswer('other', false);
    pieces.push(piece.value);
  }
}
