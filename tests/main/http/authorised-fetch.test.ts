// The access token on every protected call: put on, renewed once where the server says so, and never shown to anybody else.
import { describe, expect, it } from 'vitest';
import { type Access, type AccessAnswer, createAuthorisedFetch } from '../../../src/main/http/authorised-fetch.ts';
import { NoAnswer } from '../../../src/main/http/no-answer.ts';
import { createTransport } from '../../../src/main/http/transport.ts';
import { type Asked, createScriptedServer, json, page, SHOP } from './scripted-server.ts';

const HISTORY = `${SHOP.base}/api/orders/history/`;
const EXPIRED = { detail: 'Given token not valid for any token type', code: 'token_not_valid', messages: [] };

interface Plan {
  answer(asked: Asked, index: number): Response;
  readonly token?: AccessAnswer;
  readonly replaced?: AccessAnswer;
}

function setUp({ answer, token, replaced }: Plan) {
  const server = createScriptedServer(answer);
  const calls: string[] = [];
  const access: Access = {
    token: async () => token ?? { kind: 'token', token: 'first' },
    replace: async (refused) => {
      calls.push(`replace ${refused}`);
      return replaced ?? { kind: 'token', token: 'second' };
    },
    end: () => calls.push('end'),
  };
  const send = createAuthorisedFetch(createTransport(server.fetch, SHOP), access);
  return { server, calls, send, sent: () => server.asked.map(({ headers }) => headers.get('authorization')) };
}

/** 401 or 403 for the first token, fine for the second. */
const firstExpired = (status: number) => (asked: Asked) =>
  asked.headers.get('authorization') === 'Bearer first' ? json(status, EXPIRED) : json(200, []);

describe('a call', () => {
  it('carries the access token in its header and nowhere else', async () => {
    const { send, server, sent, calls } = setUp({ answer: () => json(200, []) });
    expect((await send(new Request(HISTORY))).status).toBe(200);
    expect(sent()).toEqual(['Bearer first']);
    expect(server.asked[0]?.url).toBe(HISTORY);
    expect(calls).toEqual([]);
  });

  it('replaces a header that somebody else put on', async () => {
    const { send, sent } = setUp({ answer: () => json(200, []) });
    await send(new Request(HISTORY, { headers: { authorization: 'Bearer stolen' } }));
    expect(sent()).toEqual(['Bearer first']);
  });

  it('to another origin never leaves, with or without a token', async () => {
    const { send, server } = setUp({ answer: () => json(200, []) });
    await expect(send(new Request('https://evil.example/api/orders/history/'))).rejects.toThrow('refused to call another origin');
    expect(server.asked).toEqual([]);
  });
});

describe('token_not_valid', () => {
  it.each([401, 403])('with %i is answered by one renewal and one repetition', async (status) => {
    const { send, sent, calls } = setUp({ answer: firstExpired(status) });
    expect((await send(new Request(HISTORY))).status).toBe(200);
    expect(sent()).toEqual(['Bearer first', 'Bearer second']);
    expect(calls).toEqual(['replace first']);
  });

  it('repeats the call exactly: method, address, headers and body', async () => {
    const { send, server } = setUp({ answer: firstExpired(401) });
    const body = JSON.stringify({ product_name: 'Naïve 🧾 \u0000 “x”', quantity: 5, price: '450000.00' });
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k1', accept: 'application/json' };
    await send(new Request(`${SHOP.base}/api/orders/?a=1`, { method: 'POST', body, headers }));
    const told = server.asked.map(({ method, url, body: text, headers: all }) => {
      const { authorization: _token, ...rest } = Object.fromEntries(all);
      return { method, url, text, rest };
    });
    expect(told[0]).toEqual({ method: 'POST', url: `${SHOP.base}/api/orders/?a=1`, text: body, rest: headers });
    expect(told[1]).toEqual(told[0]);
  });

  it('a second time ends the session and is not tried a third time', async () => {
    const { send, sent, calls } = setUp({ answer: () => json(401, EXPIRED) });
    expect((await send(new Request(HISTORY))).status).toBe(401);
    expect(sent()).toHaveLength(2);
    expect(calls).toEqual(['replace first', 'end']);
  });

  it('with any other status is no refusal of the token', async () => {
    const { send, sent, calls } = setUp({ answer: () => json(400, EXPIRED) });
    expect((await send(new Request(HISTORY))).status).toBe(400);
    expect([sent().length, calls]).toEqual([1, []]);
  });
});

describe('another refusal', () => {
  it.each([
    ['a 403 for this person', () => json(403, { detail: 'You do not have permission.' })],
    ['a 403 for CSRF', () => json(403, { detail: 'CSRF Failed: CSRF token missing.' })],
    ['a 403 page', () => page(403)],
    ['a 401 page of a proxy', () => page(401)],
    ['a 404', () => json(404, { detail: 'Not found.' })],
  ])('%s comes back as it is', async (_what, answer) => {
    const { send, sent, calls } = setUp({ answer });
    const expected = answer();
    const response = await send(new Request(HISTORY));
    expect([response.status, await response.text()]).toEqual([expected.status, await expected.text()]);
    expect([sent().length, calls]).toEqual([1, []]);
  });

  it.each(['user_not_found', 'user_inactive', 'password_changed'])('%s ends the session without another try', async (code) => {
    const { send, sent, calls } = setUp({ answer: () => json(401, { detail: 'said', code }) });
    expect((await send(new Request(HISTORY))).status).toBe(401);
    expect([sent().length, calls]).toEqual([1, ['end']]);
  });

  it('a repetition that is refused for the person comes back as it is', async () => {
    const answer = (_asked: Asked, index: number) => (index === 0 ? json(401, EXPIRED) : json(403, { detail: 'No.' }));
    const { send, calls } = setUp({ answer });
    expect((await send(new Request(HISTORY))).status).toBe(403);
    expect(calls).toEqual(['replace first']);
  });
});

describe('without a token', () => {
  const failed = { kind: 'failed', reason: 'not-renewed' } as const;
  const ended = { kind: 'ended' } as const;
  const answer = (asked: Asked) => firstExpired(401)(asked);

  it('because it could not be renewed, nothing is sent, and that is certain', async () => {
    const { send, server } = setUp({ answer, token: failed });
    const thrown: unknown = await send(new Request(HISTORY, { method: 'POST', body: '{}' })).catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(NoAnswer);
    expect(thrown).toMatchObject({ reason: 'not-renewed', certainlyNotSent: true });
    expect(server.asked).toEqual([]);
  });

  it('because the session is over, the answer is the server’s, without asking it', async () => {
    const { send, server } = setUp({ answer, token: ended });
    const response = await send(new Request(HISTORY));
    expect([response.status, await response.json()]).toEqual([401, { code: 'token_not_valid' }]);
    expect(server.asked).toEqual([]);
  });

  it('after a refusal, the call was refused before anything was done, so it counts as not sent', async () => {
    const { send, sent } = setUp({ answer, replaced: failed });
    await expect(send(new Request(HISTORY))).rejects.toMatchObject({ reason: 'not-renewed', certainlyNotSent: true });
    expect(sent()).toHaveLength(1);
  });

  it('after a refusal that ended the session, it is told so', async () => {
    const { send, sent } = setUp({ answer, replaced: ended });
    expect((await send(new Request(HISTORY))).status).toBe(401);
    expect(sent()).toHaveLength(1);
  });
});
