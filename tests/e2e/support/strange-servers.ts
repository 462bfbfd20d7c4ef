// Servers that are not a shop, or are one in a bad hour: what stands at an address when a person mistypes it, or sits in a café.
import type { Fault } from './faults.ts';

type Answer = Extract<Fault, { kind: 'answer' }>;

const html = (status: number, body: string): Answer => ({ kind: 'answer', status, type: 'text/html; charset=utf-8', body });

export const captivePortal = html(200, '<!doctype html><title>Café</title><script>alert(1)</script><h1>Welcome to our Wi-Fi</h1>');
export const notFoundPage = html(404, '<!doctype html><title>404</title><h1>Not Found</h1><p>nginx</p>');
export const loginRedirect: Answer = { ...html(302, ''), headers: { location: 'http://127.0.0.1:9/login?next=/api/token/' } };

/** What Django shows with DEBUG on: markup, a stack, settings, and what was posted. */
export const debugPage = html(
  500,
  `<!doctype html><title>OperationalError at /api/token/</title><pre>Traceback (most recent call last):
  File "/srv/shop/views.py", line 42, in post</pre><table><tr><td>SECRET_KEY</td><td>django-insecure-1</td></tr>
  <tr><td>password</td><td>practice-2026</td></tr></table>`.padEnd(100_000, '<i>frame</i>'),
);

/** What none of these may put on the screen. */
export const NOT_FOR_THE_SCREEN = /<\/?[a-z!]|Traceback|SECRET_KEY|django|nginx|\[object|undefined|ERR_|ECONN|fetch failed/i;
