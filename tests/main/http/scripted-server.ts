// A server that answers by script and remembers what it was asked: the seam of `Fetch`, with no network behind it.
import type { ServerAddress } from '../../../src/main/http/server-address.ts';
import type { Fetch } from '../../../src/main/http/transport.ts';

export const SHOP: ServerAddress = { origin: 'https://shop.example', base: 'https://shop.example', exposed: false };

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal;
}

export interface ScriptedServer {
  readonly fetch: Fetch;
  readonly asked: readonly Asked[];
}

/** @param answer what comes back for the call; `index` counts the calls from 0. May throw as `fetch` does. */
export function createScriptedServer(answer: (asked: Asked, index: number) => Response | Promise<Response>): ScriptedServer {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: async (request) => {
      const { method, url, headers, signal } = request;
      const one = { method, url, path: new URL(url).pathname, headers, body: await request.text(), signal };
      asked.push(one);
      return await answer(one, asked.length - 1);
    },
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

export function page(status: number, headers: Record<string, string> = {}): Response {
  const html = '<!doctype html><html><body><h1>Server Error (500)</h1></body></html>';
  return new Response(html, { status, headers: { 'content-type': 'text/html', ...headers } });
}

/** As Chromium tells it through Electron's `net.fetch`. */
export function chromium(code: string): Error {
  return new Error(`net::${code}`);
}

/** As Node's own fetch tells it: the cause is one level down. */
export function nodeFailure(code: string, message = code): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}
