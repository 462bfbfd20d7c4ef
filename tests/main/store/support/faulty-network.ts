// A network between desk and practice store that fails where a test says so. Nothing here depends on time: what hangs, hangs until let go.
import type { Fetch } from '../../../../src/main/http/transport.ts';

/** `before`: the store never sees the request. `after`: it has carried it out, and the answer is lost on the way. */
export type Fault =
  | 'refused-before'
  | 'lost-before'
  | 'lost-after'
  | 'timed-out-after'
  | 'debug-page-before'
  | 'debug-page-after'
  | 'cut-json-after'
  | 'captive-portal'
  | 'not-found-page'
  | 'empty-500-after';

export type Matches = (request: Request) => boolean;

export interface Hold {
  /** Settles when a request has come so far. */
  readonly reached: Promise<void>;
  release(): void;
}

export interface FaultyNetwork {
  readonly fetch: Fetch;
  /** Every matching request from now on; the latest rule stands first. */
  fail(matches: Matches, fault: Fault): void;
  /** Answers of matching requests pass through here before they arrive. */
  alter(matches: Matches, change: (body: unknown) => unknown): void;
  /** Lets the next matching request wait: before the store sees it, or with the store's answer in hand. */
  hold(matches: Matches, where: 'before' | 'after'): Hold;
  /** How many requests wait to be let go. */
  held(): number;
  /** Everything works again, and all that is held goes on. */
  heal(): void;
}

export const to =
  (method: string, path: string | RegExp): Matches =>
  (request) =>
    request.method === method &&
    (typeof path === 'string' ? new URL(request.url).pathname === path : path.test(new URL(request.url).pathname));

const DEBUG_PAGE = `<!DOCTYPE html><html><head><title>IntegrityError at /api/orders/</title></head><body>
<pre>Traceback (most recent call last): SECRET_KEY = 'django-insecure-abc'</pre></body></html>`;
const PORTAL = '<html><body>Welcome to CafeWiFi. <a href="/accept">Accept the terms</a></body></html>';

type Step = (request: Request, next: Fetch) => Promise<Response>;

export function createFaultyNetwork(store: Fetch): FaultyNetwork {
  let steps: { readonly matches: Matches; readonly step: Step }[] = [];
  let holds: Hold[] = [];
  let held = 0;

  const fetch: Fetch = async (request) => {
    const step = steps.find(({ matches }) => matches(request))?.step;
    return await (step === undefined ? store(request) : step(request, store));
  };
  const add = (matches: Matches, step: Step): void => {
    steps = [{ matches, step }, ...steps];
  };

  return {
    fetch,
    fail: (matches, fault) => add(matches, stepOf(fault)),
    alter: (matches, change) =>
      add(matches, async (request, next) => {
        const response = await next(request);
        const body = JSON.stringify(change(await response.json()));
        return new Response(body, { status: response.status, headers: response.headers });
      }),
    hold: (matches, where) => {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      let taken = false;
      const isNext: Matches = (request) => !taken && matches(request);
      add(isNext, async (request, next) => {
        taken = true;
        const early = where === 'after' ? await next(request) : null;
        held += 1;
        reached.resolve();
        await released.promise;
        held -= 1;
        return early ?? (await next(request));
      });
      const hold = { reached: reached.promise, release: () => released.resolve() };
      holds = [hold, ...holds];
      return hold;
    },
    held: () => held,
    heal: () => {
      for (const hold of holds) hold.release();
      holds = [];
      steps = [];
    },
  };
}

function stepOf(fault: Fault): Step {
  return async (request, next) => {
    switch (fault) {
      case 'refused-before':
        throw nodeError('ECONNREFUSED');
      case 'lost-before':
        throw nodeError('ECONNRESET');
      case 'lost-after':
        await next(request);
        throw nodeError('ECONNRESET');
      case 'timed-out-after':
        await next(request);
        throw nodeError('UND_ERR_HEADERS_TIMEOUT');
      case 'debug-page-before':
        return page(500, DEBUG_PAGE);
      case 'debug-page-after':
        await next(request);
        return page(500, DEBUG_PAGE);
      case 'cut-json-after': {
        const response = await next(request);
        const text = await response.text();
        return new Response(text.slice(0, Math.floor(text.length / 2)), { status: response.status, headers: response.headers });
      }
      case 'captive-portal':
        return page(200, PORTAL);
      case 'not-found-page':
        return page(404, '<h1>Not Found</h1>');
      case 'empty-500-after':
        await next(request);
        return new Response(null, { status: 500 });
    }
  };
}

function page(status: number, html: string): Response {
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** As Node's fetch throws it: the reason stands one level down. */
function nodeError(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
