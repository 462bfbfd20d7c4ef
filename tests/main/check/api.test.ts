// Is it this API? Servers that are something else, or something in front of them, each named for what it is.
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckLine } from '../../../src/shared/ipc/check-requests.ts';
import { aCheck, page, type Run, type Standing, signedInAt, standHttp } from './a-check.ts';

const standing: Standing[] = [];
afterEach(async () => {
  for (const server of standing.splice(0)) await server.close();
});

async function at(answer: RequestListener | ((url: string) => RequestListener)): Promise<Run> {
  let own = '';
  const server = await standHttp((incoming, outgoing) =>
    (answer.length === 1 ? (answer as (url: string) => RequestListener)(own) : (answer as RequestListener))(incoming, outgoing),
  );
  standing.push(server);
  own = server.url;
  return await aCheck().ofAddress(server.url);
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (_incoming, outgoing) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
    outgoing.end(JSON.stringify(body));
  };

const DJANGO_404 = '<h1>Not Found</h1><p>The requested resource was not found on this server.</p>';
const DISALLOWED = '<!doctype html><title>Bad Request (400)</title><h1>Bad Request (400)</h1><p></p>';

const CASES: readonly (readonly [string, RequestListener, RegExp, RegExp])[] = [
  ['a guest Wi-Fi', page(200, '<h1>Welcome to our Wi-Fi</h1>'), /A web page answers/, /answers 200 with a page/],
  [
    'a Django that was not told of this name',
    page(400, DISALLOWED),
    /does not know itself by the name 127\.0\.0\.1/,
    /add '127\.0\.0\.1' to ALLOWED_HOSTS/,
  ],
  ['the same in debug mode', page(400, '<title>DisallowedHost at /api/token/</title>'), /does not know itself/, /ALLOWED_HOSTS/],
  ['something that takes no HTTP of ours', page(400, '<h1>400 The plain thing</h1>'), /does not understand/, /400 with a page/],
  ['a Django that is not this API', page(404, DJANGO_404), /A Django server answers, but it is not this shop’s API/, /Django’s own page/],
  ['another web server', page(404, '<h1>404</h1><hr>nginx'), /but not the shop’s API/, /answers 404/],
  ['another API', json(404, { detail: 'Not found.' }), /people do not sign in there/, /404 in JSON/],
  ['an API that lets nobody near', json(403, { detail: 'No.' }), /lets nobody come to its sign-in/, /answers 403/],
  ['a firewall', page(403, '<h1>Forbidden</h1>'), /in front of the server refuses/, /a firewall/],
  ['a front door without a program', page(502, '<h1>Bad Gateway</h1>'), /front door answers/, /502/],
  ['a server under repair', page(503, ''), /front door answers/, /503/],
  ['a broken server', page(500, '<h1>Server Error (500)</h1>'), /error of its own \(500\)/, /log/],
  [
    'a login page elsewhere',
    page(302, '', { location: 'https://login.cafe.example/portal?token=abc' }),
    /sent on to login\.cafe\.example/,
    /302 to https:\/\/login\.cafe\.example\.$/,
  ],
];

describe('what answers there', () => {
  it.each(CASES)('%s', async (_name, answer, found, hint) => {
    const run = await at(answer);
    const line = run.line('api');
    expect(line.state).toBe('failed');
    expect(line.found).toMatch(found);
    expect(line.hint).toMatch(hint);
    expect(line.advice).toMatch(/^[A-Z].*\.$/);
    expect(run.line('register').found).toBe('“The shop’s API” has to work first.');
    // Its clock is there all the same, where its answer can be read at all.
    expect(run.line('clock').state).toBe(found.source.startsWith('sent on') ? 'not-tested' : 'passed');
    expect(JSON.stringify(run.report)).not.toMatch(/<\w|abc/);
  });

  it('a proxy that wants a password', async () => {
    const run = await aCheck({
      network: async () => new Response('', { status: 407 }),
      direct: { connect: async () => ({ kind: 'open' }), handshake: async () => null },
    }).ofAddress('https://shop.example');
    expect(run.line('api')).toMatchObject({ state: 'failed', found: 'A proxy on the way wants a user name and a password of its own.' });
  });

  it('a server that wants https', async () => {
    const run = await at((incoming, outgoing) => {
      outgoing.writeHead(301, { location: `https://127.0.0.1${incoming.url ?? ''}` });
      outgoing.end();
    });
    expect(run.line('api')).toMatchObject({ found: 'The server wants https.', advice: 'Put https://127.0.0.1 into the server address.' });
  });

  it('a server that wants no slash at the end', async () => {
    const run = await at((incoming, outgoing) => {
      outgoing.writeHead(301, { location: (incoming.url ?? '').replace(/\/$/, '') });
      outgoing.end();
    });
    expect(run.line('api').found).toBe('The server wants its addresses without a slash at the end.');
  });

  it('one that answers oddly, in JSON', async () => {
    const run = await at(json(200, { hello: 'there' }));
    expect(run.line('api').state).toBe('warning');
  });
});

describe('a server that refuses everything', () => {
  it.each([401, 403])('with %i to a valid token', async (status) => {
    const server = await standHttp((incoming, outgoing) => {
      const token = incoming.url === '/api/token/';
      const answer =
        token && incoming.method === 'POST'
          ? json(200, { access: 'a.b.c', refresh: 'd.e.f' })
          : token
            ? json(405, {}, { allow: 'POST' })
            : json(status, { detail: 'No.', code: 'x' });
      answer(incoming, outgoing);
    });
    standing.push(server);
    const run = await aCheck().ofAddress(server.url, { signIn: { username: 'a', password: 'b' } });
    expect(run.line('sign-in')).toMatchObject({ state: 'failed', found: 'The server gives out sign-ins, but does not accept them.' });
    expect(run.line('sign-in').hint).toContain('JWTAuthentication');
  });
});

/** As much of a shop as a check looks at. */
function whole(method: string, path: string): RequestListener {
  if (path === '/api/token/' && method === 'POST') return json(200, { access: 'a.b.c', refresh: 'd.e.f' });
  if (/token|auth/.test(path)) return json(method === 'OPTIONS' ? 200 : 405, {}, { allow: 'POST, OPTIONS' });
  switch (path) {
    case '/api/orders/history/':
      return json(200, [{ id: 7, payments: [{ id: 70, amount: '1.00', status: 'pending' }] }], { allow: 'GET' });
    case '/api/orders/7/':
      return json(200, { id: 7 }, { allow: 'GET' });
    default:
      return json(200, { id: 70, user: 1 }, { allow: 'GET, PUT, PATCH, POST' });
  }
}

describe('a server that lacks something', () => {
  const lacking = async (
    answer: (method: string, path: string) => RequestListener | null,
  ): Promise<(step: CheckLine['step']) => CheckLine> => {
    const server = await standHttp((incoming, outgoing) => {
      const [method, path] = [incoming.method ?? '', incoming.url ?? ''];
      (answer(method, path) ?? whole(method, path))(incoming, outgoing);
    });
    standing.push(server);
    const run = await aCheck({ connection: await signedInAt(server.url) }).ofSession();
    return run.line;
  };

  it('account creation', async () => {
    const line = await lacking((_method, path) => (path.includes('registration') ? page(404, DJANGO_404) : null));
    expect(line('register')).toMatchObject({ state: 'warning', found: 'Accounts cannot be created here: the server does not offer it.' });
  });

  it('words on what it offers: no Allow, to OPTIONS or to GET', async () => {
    const line = await lacking((_method, path) => (path.includes('payments/70') ? json(200, { id: 70 }) : null));
    expect(line('update')).toMatchObject({ state: 'warning', found: 'The server does not tell by which method a payment is marked.' });
  });

  it('OPTIONS, while GET names the methods', async () => {
    const line = await lacking((method) => (method === 'OPTIONS' ? page(403, '') : null));
    expect(line('update').found).toBe('Payments can be marked (by PATCH); none was.');
    expect(line('new-order').state).toBe('warning');
  });

  it('any method of marking', async () => {
    const line = await lacking((_method, path) => (path.includes('payments/70') ? json(200, { id: 70 }, { allow: 'GET, OPTIONS' }) : null));
    expect(line('update')).toMatchObject({ state: 'warning', found: 'The server takes no marks of payments.' });
    expect(line('payment').state).toBe('passed');
  });

  it.each([
    [500, 'failed', 'The order history cannot be read: the server had an error of its own (500).'],
    [404, 'failed', 'The order history cannot be read: the server does not offer it.'],
    [403, 'failed', 'The order history cannot be read: your account is not allowed to.'],
  ] as const)('a history (%i)', async (status, state, found) => {
    const line = await lacking((_method, path) => (path.includes('history') ? json(status, { detail: 'No.' }) : null));
    expect(line('history')).toMatchObject({ state, found });
    expect(line('embedded').found).toBe('“Order history” has to work first.');
    expect(line('new-order').state).toBe('passed');
  });

  it('order numbers', async () => {
    const line = await lacking((_method, path) => (path.includes('history') ? json(200, [{ product: 'x' }]) : null));
    expect(line('history')).toMatchObject({ state: 'warning', found: 'The history holds rows, but none with an order number.' });
  });

  it('its own name: “next” leads to another host', async () => {
    const body = { count: 2, next: 'http://internal:8000/api/orders/history/?page=2', previous: null, results: [{ id: 7 }] };
    const line = await lacking((_method, path) => (path.includes('history') ? json(200, body) : null));
    expect(line('paging')).toMatchObject({ state: 'passed', found: 'The history comes in numbered pages, 2 orders in all.' });
    expect(line('paging').hint).toContain('internal:8000');
  });
});
