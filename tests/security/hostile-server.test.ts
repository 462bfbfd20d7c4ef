// The attack: a server that answers anything at all, to draw a token out, to break main, or to be called twice at once for tokens.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDesk } from '../../src/main/desk/desk.ts';
import { createServe } from '../../src/main/ipc/serve.ts';
import { createSecretStore } from '../../src/main/session/secret-store.ts';
import type { Desk } from '../../src/main/settings/desk-file.ts';
import { openHistoryInPlace } from '../../src/main/store/open-history.ts';
import { NOTHING_SEEN } from '../../src/shared/domain/operation-schemas.ts';
import type { RequestName } from '../../src/shared/ipc/contract.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/ipc/session-schemas.ts';
import { ok } from '../../src/shared/result.ts';
import { chromium, createScriptedServer, SHOP } from '../main/http/scripted-server.ts';
import { accessToken } from '../main/session/json-web-token.ts';
import { createMemoryKeychain } from '../main/session/memory-keychain.ts';
import { aClock, aWritePath } from '../main/store/support/a-write-path.ts';
import { memoryViews, NOTHING_IN_SIGHT } from '../main/store/support/open-desk.ts';

const EVIL = 'https://evil.example';
const QUERY = { text: 'a', state: null, sort: [{ by: 'id', direction: 'descending' }] };
const EVERYTHING = { text: '', states: null, batch: null, actor: null, payment: null, order: null, from: null, until: null };
const PROFILE = { firstName: 'Ram', lastName: '', email: 'ram@example.com', phoneNumber: '', address: '' };

const REQUESTS: readonly (readonly [RequestName, unknown])[] = [
  ['history.refresh', null],
  ['history.window', { query: QUERY, fresh: true, offset: 0, limit: 50 }],
  ['history.export', { query: QUERY, columns: ['id', 'product', 'payments'] }],
  ['history.copyUnreadable', null],
  ['orders.copyTicket', { id: 1 }],
  ['history.counts', { queries: [QUERY, { ...QUERY, state: 'pending' }] }],
  ['history.unreadable', null],
  ['orders.open', 1],
  ['orders.peek', 1],
  ['orders.create', { product: 'Acer', quantity: '5', price: '450000.00', again: null }],
  ['payments.record', { order: 1, amount: '1200.00', again: null }],
  ['payments.mark', { payment: 1, to: 'completed', saw: NOTHING_SEEN, reason: null, confirmed: false }],
  ['payments.pending', { offset: 0, limit: 50, keep: false }],
  ['desk.state', null],
  ['desk.wake', null],
  ['desk.insist', null],
  ['profile.read', null],
  ['profile.save', PROFILE],
  ['profile.picture', null],
  ['insights.read', null],
  ['operations.page', { ...EVERYTHING, offset: 0, limit: 50 }],
  ['session.view', null],
  ['session.giveUp', null],
];

const order = { id: 1, product_name: '<b>x</b>', quantity: 2, price: '1.50', payments: [{ id: 1, amount: 3, status: 'pending' }] };
const value = fc.oneof(
  fc.constantFrom<unknown>(
    order,
    [order, order],
    [null, 7, 'x', [], { id: '1' }, { id: -1 }, { id: 2, price: 'NaN', quantity: {}, payments: [null, 7, { id: 'x' }] }],
    { count: 2, next: `${EVIL}/api/orders/history/?page=2`, results: [order] },
    { count: 1, next: null, results: [order] },
    { id: 11, user: 11, profile_img: `${EVIL}/x.png`, first_name: '<img src=x>' },
    { profile_img: 'file:///etc/passwd' },
    { profile_img: '/media/x.png', username: 7 },
    { detail: 'x', code: 'token_not_valid' },
    { detail: 'Method not allowed.' },
    { order: ['This field is required.'], amount: ['This field is required.'] },
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    'text',
    null,
  ),
  fc.jsonValue(),
);
const status = fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 405, 409, 429, 500, 503);
const answer = fc.oneof(
  { weight: 8, arbitrary: fc.record({ status, text: value.map((body) => JSON.stringify(body)) }) },
  { weight: 1, arbitrary: fc.record({ status, text: fc.constantFrom('', '<html>log in</html>', '{"id": 1', '\u0000') }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

function setUp(answers: readonly ({ status: number; text: string } | null)[]) {
  const state = { renewing: 0, most: 0, count: 0 };
  const told: unknown[] = [];
  const lines: string[] = [];
  const server = createScriptedServer(async ({ path }) => {
    const tokens = { access: accessToken(`n${++state.count}`), refresh: `refresh-secret-${state.count}` };
    if (path === '/api/token/') return Response.json(tokens);
    if (path === '/api/token/refresh/') {
      state.most = Math.max(state.most, ++state.renewing);
      await new Promise(setImmediate);
      state.renewing -= 1;
      return Response.json(tokens);
    }
    const next = answers[state.count % answers.length] ?? null;
    if (next === null) throw chromium('ERR_CONNECTION_RESET');
    return new Response(next.status === 204 || next.text === '' ? null : next.text, {
      status: next.status,
      headers: { allow: 'GET, PUT, PATCH' },
    });
  });
  let file: Desk = {
    server: SHOP.base,
    username: '',
    acceptPlainHttp: false,
    settings: { ...DEFAULT_SETTINGS, hold: 0 },
    updateMethods: {},
    servers: [],
  };
  const clock = aClock(Date.parse('2026-11-02T09:30:00Z'));
  const desk = createDesk({
    ...NOTHING_IN_SIGHT,
    writePath: aWritePath(clock, { failed: (thrown) => lines.push(String(thrown)) }),
    // Nothing is tried a second time by itself within a run.
    after: clock.at,
    random: () => 0.5,
    openHistory: () => openHistoryInPlace(':memory:'),
    front: { isFocused: () => true, notify: () => undefined },
    views: memoryViews(),
    saveFile: async () => ok(null),
    openFile: async () => ok(null),
    print: async () => ok(false),
    closingShown: () => undefined,
    close: () => undefined,
    network: server.fetch,
    secrets: createSecretStore(createMemoryKeychain(), 5_000),
    file: {
      read: () => file,
      save: (change) => {
        file = { ...file, ...change };
        return true;
      },
    },
    server: null,
    info: { version: '0', electron: '0', platform: 'test' },
    openPractice: () => {
      throw new Error('no practice here');
    },
    publish: (name, payload) => told.push([name, payload]),
    now: () => 0,
    wallClock: () => new Date('2026-11-02T09:30:00Z'),
    newKey: () => 'key',
    log: (line) => lines.push(line),
  });
  const serve = createServe({ handlers: desk.handlers, newReference: () => 'ref', log: (line) => lines.push(line) });
  const ask = async (name: RequestName, input: unknown): Promise<void> => {
    told.push(await serve(name, input));
  };
  return { ask, server, state, told, lines, file: () => file };
}

it.each(['first', 'second'])(
  'gets no token out, breaks nothing, and is never asked for tokens twice at once: the %s two hundred',
  async () => {
    const requests = fc.array(fc.constantFrom(...REQUESTS), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 8 }), requests, async (answers, asked) => {
        const { ask, server, state, told, lines, file } = setUp(answers);
        await ask('session.signIn', { server: SHOP.base, username: 'ram', password: 'TestPassword123', acceptPlainHttp: false });
        await Promise.all(asked.map(([name, input]) => ask(name, input)));
        // What was asked for last is still being worked at.
        await new Promise(setImmediate);
        await ask('session.signOut', null);
        expect(lines).toEqual([]);
        expect(new Set(server.asked.map(({ url }) => new URL(url).origin))).toEqual(new Set([SHOP.origin]));
        expect(server.asked.some(({ url, headers }) => /eyJ|secret/.test(url) || headers.has('cookie'))).toBe(false);
        expect(JSON.stringify([told, file()])).not.toMatch(/eyJ|refresh-secret|TestPassword123/);
        expect(state.most).toBeLessThanOrEqual(1);
        expect('polluted' in {}).toBe(false);
      }),
      { numRuns: 200 },
    );
  },
);
