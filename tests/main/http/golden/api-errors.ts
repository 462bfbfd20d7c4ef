// Errors that Django REST framework and Django make around the fields (wire-shapes A1).
import { broke, ENDED, type Golden, html, json, LOST_MARK, LOST_ORDER, NOT_ALLOWED, NOT_API, text } from './fixture.ts';

/** Django's own page, as django.views.defaults writes it. */
const page = (title: string, words = ''): string =>
  `\n<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  <h1>${title}</h1><p>${words}</p>\n</body>\n</html>\n`;
const NO_SUCH_WAY = { kind: 'not-offered', thing: 'payment' } as const;
const NOT_OFFERED = 'This server does not offer that for payments. Tell the person who runs the server.';

export const API_ERRORS: readonly Golden[] = [
  {
    what: 'no credentials',
    doing: 'read an order',
    answer: json(401, { detail: 'Authentication credentials were not provided.' }, { 'www-authenticate': 'Bearer realm="api"' }),
    error: { kind: 'session-ended' },
    sentence: ENDED,
  },
  {
    what: 'no permission',
    doing: 'read an order',
    answer: json(403, { detail: 'You do not have permission to perform this action.' }),
    error: { kind: 'forbidden', said: 'You do not have permission to perform this action.' },
    sentence: `${NOT_ALLOWED} The server says: You do not have permission to perform this action.`,
  },
  {
    what: 'CSRF, where a session stands before the token',
    doing: 'mark',
    answer: json(403, { detail: 'CSRF Failed: CSRF token missing.' }),
    error: { kind: 'forbidden', said: 'CSRF Failed: CSRF token missing.' },
    sentence: `${NOT_ALLOWED} The server says: CSRF Failed: CSRF token missing.`,
  },
  {
    what: 'CSRF, as a page of Django’s own middleware',
    doing: 'mark',
    answer: html(403, page('403 Forbidden', 'CSRF verification failed. Request aborted.')),
    error: { kind: 'not-the-api', status: 403 },
    sentence: NOT_API,
  },
  ...['No Order matches the given query.', 'Not found.', 'Nicht gefunden.'].map(
    (detail): Golden => ({
      what: `not found: ${detail}`,
      doing: 'read an order',
      answer: json(404, { detail }),
      error: { kind: 'not-found', thing: 'order', id: 7 },
      sentence: 'The server has no order 7. Check the number.',
    }),
  ),
  {
    what: 'a page of the history that is gone',
    doing: 'read the history',
    answer: json(404, { detail: 'Invalid page.' }),
    error: { kind: 'not-found', thing: 'history', id: null },
    sentence: 'The server has no such order history.',
  },
  {
    what: 'an address that is not routed',
    doing: 'mark',
    answer: html(404, page('Not Found', 'The requested resource was not found on this server.')),
    error: NO_SUCH_WAY,
    sentence: NOT_OFFERED,
  },
  {
    what: 'a method that is not allowed, whichever is tried',
    doing: 'mark',
    answer: json(405, { detail: 'Method "PATCH" not allowed.' }, { allow: 'GET, HEAD, OPTIONS' }),
    error: NO_SUCH_WAY,
    sentence: NOT_OFFERED,
  },
  {
    what: 'JSON that it will not speak',
    doing: 'mark',
    answer: json(406, { detail: 'Could not satisfy the request Accept header.' }),
    error: NO_SUCH_WAY,
    sentence: NOT_OFFERED,
  },
  {
    what: 'JSON that it will not read',
    doing: 'mark',
    answer: json(415, { detail: 'Unsupported media type "application/json" in request.' }),
    error: NO_SUCH_WAY,
    sentence: NOT_OFFERED,
  },
  {
    what: 'throttled, with the seconds',
    doing: 'read the history',
    answer: json(429, { detail: 'Request was throttled. Expected available in 42 seconds.' }, { 'retry-after': '42' }),
    error: { kind: 'too-many-requests', wait: 42 },
    sentence: 'The server asks for fewer requests. Try again in 42 seconds.',
  },
  {
    what: 'throttled, without them',
    doing: 'read the history',
    answer: json(429, { detail: 'Request was throttled.' }),
    error: { kind: 'too-many-requests', wait: null },
    sentence: 'The server asks for fewer requests. Wait a moment, then try again.',
  },
  {
    what: 'an uncaught error',
    doing: 'read an order',
    answer: html(500, page('Server Error (500)')),
    error: { kind: 'server-error', status: 500 },
    sentence: broke(500),
  },
  {
    what: 'an uncaught error in JSON',
    doing: 'read an order',
    answer: json(500, { error: 'Server Error (500)' }),
    error: { kind: 'server-error', status: 500 },
    sentence: broke(500),
  },
  {
    what: 'an uncaught error while marking',
    doing: 'mark',
    answer: html(500, page('Server Error (500)')),
    error: { kind: 'outcome-unknown', thing: 'payment', status: 500 },
    sentence: LOST_MARK,
  },
  {
    what: 'a debug page of 100 KB',
    doing: 'read an order',
    answer: html(
      500,
      `<!DOCTYPE html><title>KeyError at /api/orders/7/</title>${'<pre class="exception_value">SECRET_KEY = django-insecure</pre>'.repeat(1_700)}`,
    ),
    error: { kind: 'server-error', status: 500 },
    sentence: broke(500),
  },
  {
    what: 'a debug page as plain text',
    doing: 'create an order',
    answer: text(
      500,
      'text/plain; charset=utf-8',
      'IntegrityError at /api/orders/\nUNIQUE constraint failed\n\nTraceback (most recent call last):\n  File "/srv/shop/views.py", line 42, in post\n    raise\n',
    ),
    error: { kind: 'outcome-unknown', thing: 'order', status: 500 },
    sentence: LOST_ORDER,
  },
  {
    what: 'a host that Django does not know',
    doing: 'sign in',
    answer: html(400, page('Bad Request (400)')),
    error: { kind: 'not-the-api', status: 400 },
    sentence: NOT_API,
  },
];
