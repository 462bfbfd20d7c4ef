// The practice server: its command line, and the store over real HTTP.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readArguments, usage } from '../../../src/main/practice/arguments.ts';
import { type PracticeServer, servePractice } from '../../../src/main/practice/listen.ts';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import { createPracticeStore } from '../../../src/main/practice/store.ts';

describe('the command line', () => {
  it('has a usual value for everything', () => {
    expect(readArguments([])).toEqual({ ok: true, help: false, port: 8000, behaviour: {} });
  });

  it('takes every behaviour', () => {
    const words =
      '--port 0 --orders 1000 --latency 20 --paging cursor --page-size=7 --decimals number --payments none --update-method PUT-whole --read-payment off --access-seconds 5 --refresh-seconds 60 --rotate off --blacklist off --authentication session-first --registration key --profile-picture none --extra-fields on --own-only on --throttle 42 --logout cookie-only';
    expect(readArguments(words.split(' '))).toEqual({
      ok: true,
      help: false,
      port: 0,
      behaviour: {
        orders: 1000,
        latencyMs: 20,
        paging: 'cursor',
        pageSize: 7,
        decimals: 'number',
        payments: 'none',
        updateMethod: 'PUT-whole',
        readPayment: false,
        accessSeconds: 5,
        refreshSeconds: 60,
        rotate: false,
        blacklist: false,
        authentication: 'session-first',
        registration: 'key',
        profilePicture: 'none',
        extraFields: true,
        ownOnly: true,
        throttle: { retryAfter: 42 },
        logout: 'cookie-only',
      },
    });
    expect(readArguments(['--throttle', 'unknown'])).toMatchObject({ behaviour: { throttle: { retryAfter: null } } });
    expect(readArguments(['--throttle', 'off'])).toMatchObject({ behaviour: { throttle: null } });
  });

  it.each([
    [['--prot', '1'], 'There is no "--prot" here; --help lists what there is.'],
    [['8000'], 'There is no "8000" here; --help lists what there is.'],
    [['--constructor', '1'], 'There is no "--constructor" here; --help lists what there is.'],
    [['--orders'], '--orders needs a value: a whole number from 0 to 5000000.'],
    [['--orders', '-1'], '--orders cannot be "-1"; it takes: a whole number from 0 to 5000000.'],
    [['--orders='], '--orders cannot be ""; it takes: a whole number from 0 to 5000000.'],
    [['--port', '70000'], '--port cannot be "70000"; it takes: a whole number from 0 to 65535.'],
    [['--rotate', 'maybe'], '--rotate cannot be "maybe"; it takes: on, off.'],
    [['--paging', 'pages'], '--paging cannot be "pages"; it takes: none, page, page-in-links, limit-offset, cursor.'],
    [['--throttle', 'x'], '--throttle cannot be "x"; it takes: off, unknown, or the seconds to wait.'],
  ])('answers %j with one sentence', (words, problem) => {
    expect(readArguments(words)).toEqual({ ok: false, problem });
  });

  it('explains itself', () => {
    expect(readArguments(['--port', '1', '--help'])).toMatchObject({ help: true });
    expect(usage()).toMatch(/--update-method\s+PATCH, PUT, PUT-whole, POST \(usually PATCH\)/);
  });

  it('ends with 2 and that sentence on a bad flag', () => {
    const script = fileURLToPath(new URL('../../../src/main/practice/serve.ts', import.meta.url));
    const run = spawnSync(process.execPath, [script, '--paging', 'pages'], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    expect(run.status).toBe(2);
    expect(run.stderr.trim()).toBe('--paging cannot be "pages"; it takes: none, page, page-in-links, limit-offset, cursor.');
    expect(run.stdout).toBe('');
  });
});

describe('over HTTP', () => {
  let server: PracticeServer | undefined;
  afterEach(() => server?.close());

  it('answers as the store does in-process', async () => {
    const store = createPracticeStore({ behaviour: { orders: 20 } });
    server = await servePractice(store, 0);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const headers = { 'Content-Type': 'application/json' };
    const signIn = await fetch(`${server.url}/api/token/`, { method: 'POST', headers, body: JSON.stringify(PRACTICE_ACCOUNT) });
    const { access } = (await signIn.json()) as { access: string };
    const ask = { headers: { Authorization: `Bearer ${access}` } };
    const outside = await fetch(`${server.url}/api/orders/history/`, ask);
    const inside = await store.fetch(new Request(`${server.url}/api/orders/history/`, ask));
    expect(await outside.text()).toBe(await inside.text());
    for (const name of ['Allow', 'Vary', 'Content-Type', 'Content-Length'])
      expect(outside.headers.get(name)).toBe(inside.headers.get(name));
    const redirected = await fetch(`${server.url}/api/orders/1`, { redirect: 'manual' });
    expect(redirected.status).toBe(301);
    expect((await fetch(`${server.url}/api/orders/1/`, { ...ask, method: 'HEAD' })).status).toBe(200);
  });

  it('says when the port is taken, and frees it when closed', async () => {
    const store = createPracticeStore({ behaviour: { orders: 0 } });
    server = await servePractice(store, 0);
    const port = Number(new URL(server.url).port);
    await expect(servePractice(store, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await server.close();
    server = await servePractice(store, port);
    expect(server.url).toBe(`http://127.0.0.1:${port}`);
  });
});
