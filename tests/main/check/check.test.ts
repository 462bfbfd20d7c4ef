// The connection check at the shop's server, with a session, without one, and with a sign-in that is tried: what each line says, and that
// nothing is changed there.
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import { createPracticeStore, type PracticeStore } from '../../../src/main/practice/store.ts';
import { CHECK_STEPS } from '../../../src/shared/domain/connection-check.ts';
import { aCheck, fromStore, type Odds, type Run, type Standing, signedInAt, standHttp } from './a-check.ts';

const standing: Standing[] = [];
afterEach(async () => {
  for (const server of standing.splice(0)) await server.close();
});

async function aShop(behaviour: Partial<PracticeBehaviour> = {}): Promise<{ store: PracticeStore; url: string }> {
  const store = createPracticeStore({ behaviour: { orders: 12, ...behaviour } });
  const server = await standHttp(fromStore(store));
  standing.push(server);
  return { store, url: server.url };
}

/** Signed in, everything after the sign-in. */
async function checked(
  behaviour: Partial<PracticeBehaviour> = {},
  prepare: (store: PracticeStore) => void = () => undefined,
  odds: Odds = {},
) {
  const { store, url } = await aShop(behaviour);
  const connection = await signedInAt(url);
  const before = store.requests.length;
  prepare(store);
  const run = await aCheck({ connection, ...odds }).ofSession();
  return { ...run, store, asked: store.requests.slice(before) };
}

const cannot = ({ report }: Run): string => report.limits.map((limit) => limit.cannot).join(' ');
const TYPED = { signIn: { username: PRACTICE_ACCOUNT.username, password: PRACTICE_ACCOUNT.password } };

describe('at a usual shop, signed in', () => {
  it('every test passes, and each line has words', async () => {
    const { states, report } = await checked();
    expect(states).toEqual(CHECK_STEPS.map((step) => `${step} passed`));
    expect(report.lines.filter(({ found }) => found === '')).toEqual([]);
    expect(report).toMatchObject({ state: 'done', practice: false });
  });

  it('nothing is changed: only readings and OPTIONS arrive, logout is asked for by OPTIONS alone, and no token is renewed', async () => {
    const { asked, store } = await checked();
    expect([...new Set(asked.map(({ method }) => method))].sort()).toEqual(['GET', 'OPTIONS']);
    expect(asked.filter(({ path, method }) => /logout/.test(path) && method !== 'OPTIONS')).toEqual([]);
    const fresh = createPracticeStore({ behaviour: { orders: 12 } });
    expect(store.state.orderCount).toBe(fresh.state.orderCount);
    for (let id = 1; id <= 12; id += 1) {
      const statuses = (of: PracticeStore) => of.state.paymentsOf(id).map(({ status, amountMinor }) => `${status} ${amountMinor}`);
      expect(statuses(store)).toEqual(statuses(fresh));
    }
  });

  it('every address of the guide is looked at', async () => {
    const { asked } = await checked();
    const paths = new Set(asked.map(({ path }) => path.replace(/\d+/, '1')));
    const contract = readFileSync(new URL('../../../openapi.yaml', import.meta.url), 'utf8');
    const written = [...contract.matchAll(/^ {2}(\/api\/.*):$/gm)].map(([, path = '']) => path.replace('{id}', '1'));
    expect(written).toHaveLength(10);
    expect([...paths].sort()).toEqual(written.sort());
  });

  it('the token goes only where it is needed', async () => {
    const { asked } = await checked();
    const withToken = asked.filter(({ headers }) => 'authorization' in headers).map(({ path }) => path);
    expect(withToken.filter((path) => /token|registration|logout/.test(path))).toEqual([]);
    expect(asked.filter(({ headers }) => 'cookie' in headers)).toEqual([]);
  });

  it('the user name is not told', async () => {
    expect(JSON.stringify((await checked()).report.lines)).not.toMatch(/\bpractice\b/);
  });

  it('a token that has run out is renewed once, as by any other call', async () => {
    const { asked, states } = await checked({}, (store) => store.state.expireTokens('access'));
    expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(['/api/token/refresh/']);
    expect(states).toContain('sign-in passed');
  });

  it('a session that has ended is told, and what needs it is left out', async () => {
    const run = await checked({}, (store) => store.state.expireTokens('all'));
    expect(run.line('sign-in')).toMatchObject({ state: 'failed', found: 'Your session has ended.' });
    expect(run.line('history')).toMatchObject({ state: 'not-tested', found: '“Sign-in” has to work first.' });
    expect(run.line('paging').found).toBe('“Sign-in” has to work first.');
    expect(run.line('register').state).toBe('passed');
  });

  it('a long history is not read to its end', async () => {
    let longest = 0;
    const { line } = await checked({ orders: 20_000 }, () => undefined, {});
    const { url } = await aShop({ orders: 20_000 });
    const connection = await signedInAt(url, async (request) => {
      const response = await fetch(request);
      if (!request.url.includes('history') || response.body === null) return response;
      const counted = new TransformStream<Uint8Array, Uint8Array>({
        transform: (piece, controller) => {
          longest += piece.byteLength;
          controller.enqueue(piece);
        },
      });
      return new Response(response.body.pipeThrough(counted), { status: response.status, headers: response.headers });
    });
    const run = await aCheck({ connection }).ofSession();
    expect(run.line('history').state).toBe('passed');
    expect(run.line('embedded').state).toBe('passed');
    expect(line('order').state).toBe('passed');
    expect(longest).toBeLessThan(2 * 1024 * 1024);
  });
});

describe('what a server cannot do is told, with how Paydesk copes', () => {
  it('no payments in the history', async () => {
    const run = await checked({ payments: 'none' });
    expect(run.line('embedded')).toMatchObject({ state: 'warning', found: 'The history does not tell payments.' });
    expect(run.line('payment')).toMatchObject({ state: 'not-tested', found: 'The history names no payment to look at.' });
    expect(run.line('update').state).toBe('passed');
    expect(run.report.limits.find((limit) => limit.cannot.includes('does not tell payments'))?.copes).toContain(
      'recorded or marked at this desk',
    );
  });

  it('no payment that can be read by itself', async () => {
    const run = await checked({ readPayment: false });
    expect(run.line('payment')).toMatchObject({ state: 'warning', found: 'A single payment cannot be read; its order tells it.' });
    expect(cannot(run)).toContain('does not tell a single payment');
  });

  it.each([
    ['PATCH', 'PATCH'],
    ['PUT', 'PUT'],
    ['PUT-whole', 'PUT'],
    ['POST', 'POST'],
  ] as const)('payments marked by %s', async (updateMethod, said) => {
    expect((await checked({ updateMethod })).line('update').found).toBe(`Payments can be marked (by ${said}); none was.`);
  });

  it.each([
    ['none', 'in one piece'],
    ['page', 'in numbered pages, 12 orders in all'],
    ['limit-offset', 'in pages by place, 12 orders in all'],
    ['cursor', 'in pages that follow one another'],
  ] as const)('a history paged by %s', async (paging, said) => {
    const run = await checked({ paging, pageSize: 5 });
    expect(run.line('paging')).toMatchObject({ state: 'passed', found: `The history comes ${said}.`, hint: null });
    expect(cannot(run).includes('in one piece only')).toBe(paging === 'none');
  });

  it('one’s own orders only', async () => {
    const run = await checked({ orders: 200, ownOnly: true });
    expect(cannot(run)).toContain('only your own orders');
    expect(cannot(await checked({ orders: 200 }))).not.toContain('only your own orders');
  });

  it('a history without any order', async () => {
    const run = await checked({ orders: 0 });
    expect(run.line('history').found).toBe('The history can be read; there is no order in it yet.');
    expect(run.line('order')).toMatchObject({ state: 'not-tested', found: 'There is no order yet to look at.' });
    expect(run.line('embedded').state).toBe('not-tested');
  });

  it('a server that asks for fewer requests is left alone', async () => {
    const run = await checked({}, (store) => {
      store.behaviour.throttle = { retryAfter: 42 };
    });
    expect(run.line('api')).toMatchObject({ state: 'warning', advice: 'Check again in 42 seconds.' });
    expect(run.asked).toHaveLength(1);
    expect(run.line('speed').found).toBe('The server asked for fewer requests.');
  });
});

describe('before anybody is signed in', () => {
  it('what needs no sign-in is tested, without any token', async () => {
    const { store, url } = await aShop();
    const run = await aCheck().ofAddress(url);
    expect(run.states.filter((line) => line.endsWith('passed')).map((line) => line.split(' ')[0])).toEqual([
      'address',
      'name',
      'connection',
      'encryption',
      'api',
      'clock',
      'speed',
      'register',
      'renew',
      'sign-out',
    ]);
    expect(run.line('history')).toMatchObject({ state: 'not-tested', found: 'Nobody is signed in.' });
    expect(store.requests.filter(({ headers, method }) => 'authorization' in headers || method === 'POST')).toEqual([]);
  });

  it('what was typed is tried when the person asks for it, once, and its token is used for looking only', async () => {
    const { store, url } = await aShop();
    const run = await aCheck().ofAddress(url, TYPED);
    expect(run.states).toEqual(CHECK_STEPS.map((step) => `${step} passed`));
    expect(store.requests.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(['/api/token/']);
    expect(JSON.stringify(run.report)).not.toMatch(/eyJ|practice-2026/);
  });

  it('a wrong password is told', async () => {
    const { url } = await aShop();
    const run = await aCheck().ofAddress(url, { signIn: { username: 'practice', password: 'wrong' } });
    expect(run.line('sign-in')).toMatchObject({ state: 'failed', found: 'The server did not accept this sign-in.' });
    expect(run.line('profile').found).toBe('“Sign-in” has to work first.');
  });

  it('no password goes to an address without encryption that the person has not said yes to', async () => {
    const store = createPracticeStore();
    const network = (request: Request) => store.fetch(request);
    const run = await aCheck({ network, direct: { connect: async () => ({ kind: 'open' }) } }).ofAddress('http://shop.example', TYPED);
    expect(run.line('address').state).toBe('warning');
    expect(run.line('encryption').state).toBe('warning');
    expect(run.line('sign-in')).toMatchObject({
      state: 'not-tested',
      found: 'The password was not sent, because this address is not encrypted.',
    });
    expect(store.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    const accepted = await aCheck({ network, direct: { connect: async () => ({ kind: 'open' }) } }).ofAddress('http://shop.example', {
      ...TYPED,
      acceptPlainHttp: true,
    });
    expect(accepted.line('sign-in').state).toBe('passed');
  });

  it('what is no address is told without repeating it', async () => {
    const run = await aCheck().ofAddress('https://maya:secret@shop.example');
    expect(run.line('address').state).toBe('failed');
    expect(run.line('connection').found).toBe('“Address” has to work first.');
    expect(JSON.stringify(run.report)).not.toContain('secret');
  });
});

it('nobody who has left is checked with', async () => {
  expect(await aCheck().check.start({ of: 'session' })).toEqual({ ok: false, error: { kind: 'session-ended' } });
});
