// What a view says, before it becomes a Response; and the stock answers of Django and Django REST framework.

import type { PracticeBehaviour } from './behaviour.ts';
import { debugPage, debugText } from './debug-page.ts';

export interface Answer {
  readonly status: number;
  /** The body; null for none. */
  readonly body:
    | null
    | { readonly json: unknown }
    | { readonly html: string }
    | { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

export const json = (status: number, value: unknown): Answer => ({ status, body: { json: value } });

export const detail = (status: number, text: string, more: Readonly<Record<string, unknown>> = {}): Answer =>
  json(status, { detail: text, ...more });

export const noContent: Answer = { status: 204, body: null };

// The text of django.views.defaults, down to its blank lines.
const page = (title: string, details: string): string => `
<!doctype html>
<html lang="en">
<head>
  <title>${title}</title>
</head>
<body>
  <h1>${title}</h1><p>${details}</p>
</body>
</html>
`;

/** Django's answer to an address it does not serve. */
export const notServed: Answer = {
  status: 404,
  body: { html: page('Not Found', 'The requested resource was not found on this server.') },
};

/** Django's answer to an error that nothing caught. */
export function uncaught(how: PracticeBehaviour['uncaught'], path: string): Answer {
  switch (how) {
    case 'page':
      return { status: 500, body: { html: page('Server Error (500)', '') } };
    case 'json':
      return json(500, { error: 'Server Error (500)' });
    case 'debug-page':
      return { status: 500, body: { html: debugPage(path) } };
    case 'debug-text':
      return { status: 500, body: { bytes: encode(debugText(path)), type: 'text/plain; charset=utf-8' } };
  }
}

/** APPEND_SLASH: where the address would be served with a slash at its end. Every method, which makes a POST a GET. */
export function slashAppended(url: URL): Answer {
  return { status: 301, body: { html: '' }, headers: { Location: `${url.pathname}/${url.search}` } };
}

export const notAcceptable = detail(406, 'Could not satisfy the request Accept header.');

export const methodNotAllowed = (method: string): Answer => detail(405, `Method "${method}" not allowed.`);

/** `model` as Django's get_object_or_404 names it. */
export const noneMatches = (model: string): Answer => detail(404, `No ${model} matches the given query.`);

/** `retryAfter` in seconds. DRF rounds up, and leaves the header out when it is 0 or unknown. */
export function throttled(retryAfter: number | null): Answer {
  const text = 'Request was throttled.';
  if (retryAfter === null) return detail(429, text);
  const seconds = Math.ceil(retryAfter);
  const answer = detail(429, `${text} Expected available in ${seconds} second${seconds === 1 ? '' : 's'}.`);
  return seconds > 0 ? { ...answer, headers: { 'Retry-After': String(seconds) } } : answer;
}

/** The Response as Django's middleware lets it go. `allow` is DRF's, hence absent where no view was reached. */
export function respond(answer: Answer, at: { readonly now: number; readonly allow?: string; readonly vary?: string }): Response {
  const headers = new Headers(answer.headers);
  headers.set('Date', new Date(at.now).toUTCString());
  if (at.allow !== undefined) headers.set('Allow', at.allow);
  if (at.vary !== undefined) headers.set('Vary', at.vary);
  headers.set('X-Frame-Options', 'DENY');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  for (const cookie of answer.cookies ?? []) headers.append('Set-Cookie', cookie);

  const { status, body } = answer;
  if (body === null) {
    // Of a 304 the length would be the one of what was not sent.
    if (status !== 304) headers.set('Content-Length', '0');
    return new Response(null, { status, headers });
  }
  const [bytes, type] =
    'bytes' in body
      ? [body.bytes, body.type]
      : 'html' in body
        ? [encode(body.html), 'text/html; charset=utf-8']
        : [encode(JSON.stringify(body.json)), 'application/json'];
  headers.set('Content-Type', type);
  headers.set('Content-Length', String(bytes.byteLength));
  return new Response(bytes, { status, headers });
}

export const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
