// Every fault of the matrix: what is done to the call, and its nature, from which alone `expected.ts` tells what must come of it.
import { setImmediate as turn } from 'node:timers/promises';
import { captivePortal, debugPage, notFoundPage } from '../support/strange-servers.ts';
import { type Call, headOf, type Whole } from './call.ts';
import type { ConnectionFault, Strike } from './front.ts';

/** `right`: what the shop answered, whole. `json`: JSON that says nothing of what was asked. `page`: markup. */
export type Body = 'right' | 'json' | 'page' | 'cut' | 'empty';

export interface Nature {
  /** Provably no byte of the request has left this computer for the shop's server. */
  readonly neverLeft: boolean;
  /** The shop has done what was asked. */
  readonly carriedOut: boolean;
  /** What came back, complete; null: nothing that is an answer. `token`: the access token has run out. `person`: the account is shut. */
  readonly answer: { readonly status: number; readonly body: Body; readonly about?: 'token' | 'person' } | null;
}

/** What a fault may need to strike. */
export interface Tools {
  /** The server's name for the field that the person fills in. */
  readonly field: string;
  /** An address that belongs to somebody else. */
  readonly elsewhere: string;
  serverTime(): number;
  pass(milliseconds: number): Promise<void>;
  /** Sends one piece of an answer and waits until it has arrived, where that can be seen. */
  arrive(call: Call, piece: Buffer | string): Promise<void>;
}

export interface Fault {
  readonly name: string;
  readonly nature: Nature;
  /** What the person reads where it was not done. */
  readonly words?: RegExp;
  /** It ends by a time limit alone. */
  readonly hangs?: true;
  /** The server's clock is ahead by so many milliseconds, and has always been. */
  readonly clock?: number;
  strike(tools: Tools): Strike;
}

const NOTHING_LEFT: Nature = { neverLeft: true, carriedOut: false, answer: null };
const NO_ANSWER: Nature = { neverLeft: false, carriedOut: false, answer: null };
const LOST_ANSWER: Nature = { neverLeft: false, carriedOut: true, answer: null };
const answered = (status: number, body: Body, carriedOut = false): Nature => ({ neverLeft: false, carriedOut, answer: { status, body } });
const RIGHT = answered(200, 'right', true);

type Suffer = (call: Call, tools: Tools) => Promise<void>;
const call = (name: string, nature: Nature, suffer: Suffer, more: Partial<Fault> & { readonly once?: true } = {}): Fault => {
  const { once = false, ...rest } = more;
  return { name, nature, ...rest, strike: (tools) => ({ at: 'call', once, suffer: (each) => suffer(each, tools) }) };
};
const connection = (name: string, how: ConnectionFault, nature: Nature, more: Partial<Fault> = {}): Fault => ({
  ...{ name, nature, ...more },
  strike: () => ({ at: 'connection', how }),
});

/** An answer in the shop's place. */
const told = (name: string, whole: Whole, body: Body, more: Parameters<typeof call>[3] = {}, carriedOut = false): Fault =>
  call(
    name,
    answered(whole.status, body, carriedOut),
    async (each) => {
      if (carriedOut) await each.carryOut();
      each.answer(whole);
    },
    more,
  );
const page = (status: number, html: string, headers: Whole['headers'] = {}): Whole => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: Buffer.from(html),
});
const json = (status: number, value: unknown, headers: Whole['headers'] = {}): Whole => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify(value)),
});
const GATEWAY = '<html><head><title>Gateway</title></head><body><center><h1>Gateway</h1></center><hr>nginx</body></html>';

const half = ({ body }: Whole): Buffer => body.subarray(0, Math.floor(body.byteLength / 2));
const closing = (whole: Whole): Whole => ({ ...whole, headers: { ...whole.headers, connection: 'close' } });

async function inPieces(each: Call, size: number, send: (piece: Buffer) => Promise<void>): Promise<void> {
  const whole = closing(await each.carryOut());
  await each.write(headOf(whole, whole.body.byteLength));
  for (let at = 0; at < whole.body.byteLength; at += size) await send(whole.body.subarray(at, at + size));
}

const NO_NAME = /No server was found by that name/;
const NOTHING_ANSWERS = /Nothing answers at that server address/;
const CERTIFICATE = /certificate is not valid, so nothing was sent/;

const network: readonly Fault[] = [
  connection('name not known', 'no-name', NOTHING_LEFT, { words: NO_NAME }),
  connection('refused', 'refused', NOTHING_LEFT, { words: NOTHING_ANSWERS }),
  // The client cannot tell a server that never heard it from one that is slow to answer.
  connection('black hole', 'silent', NO_ANSWER, { hangs: true }),
  connection('certificate expired', 'expired-certificate', NOTHING_LEFT, { words: CERTIFICATE }),
  connection('certificate of another host', 'other-host-certificate', NOTHING_LEFT, { words: CERTIFICATE }),
  call('reset before it is carried out', NO_ANSWER, async (each) => each.reset()),
  call('reset after it is carried out', LOST_ANSWER, async (each) => {
    await each.carryOut();
    each.reset();
  }),
  call('reset in the headers', LOST_ANSWER, async (each) => {
    const whole = await each.carryOut();
    await each.write(headOf(whole, whole.body.byteLength).slice(0, 25));
    each.reset();
  }),
  call('reset in the body', LOST_ANSWER, async (each, tools) => {
    const whole = await each.carryOut();
    await tools.arrive(each, Buffer.concat([Buffer.from(headOf(whole, whole.body.byteLength + 100)), half(whole)]));
    each.reset();
  }),
  call('closed in the body', LOST_ANSWER, async (each) => {
    const whole = await each.carryOut();
    await each.write(headOf(whole, whole.body.byteLength + 100));
    await each.write(half(whole));
    each.end();
  }),
  call('answered, slow to close', RIGHT, async (each) => {
    const whole = closing(await each.carryOut());
    await each.write(headOf(whole, whole.body.byteLength));
    await each.write(whole.body);
  }),
  call('10 s late', RIGHT, async (each, { pass }) => {
    const whole = await each.carryOut();
    await pass(10_000);
    each.answer(whole);
  }),
  call('in bursts, seconds apart', RIGHT, async (each, { pass }) => {
    const whole = closing(await each.carryOut());
    await pass(4_000);
    await each.write(headOf(whole, null));
    const piece = Math.max(1, Math.ceil(whole.body.byteLength / 3));
    for (let at = 0; at < whole.body.byteLength; at += piece) {
      const bytes = whole.body.subarray(at, at + piece);
      await each.write(`${bytes.byteLength.toString(16)}\r\n`);
      await each.write(Buffer.concat([bytes, Buffer.from('\r\n')]));
      await pass(at === 0 ? 1_000 : 3_000);
    }
    await each.write('0\r\n\r\n');
  }),
  call('1 KB/s', RIGHT, (each, { pass, arrive }) =>
    inPieces(each, 1_024, async (piece) => {
      await arrive(each, piece);
      await pass(1_000);
    }),
  ),
  call('in slices of 40 bytes', RIGHT, (each) =>
    inPieces(each, 40, async (piece) => {
      await each.write(piece);
      await turn();
    }),
  ),
  call('headers never come', LOST_ANSWER, async (each) => void (await each.carryOut()), { hangs: true }),
  call(
    'body never ends',
    LOST_ANSWER,
    async (each) => {
      const whole = await each.carryOut();
      await each.write(headOf(whole, whole.body.byteLength + 100));
      await each.write(whole.body);
    },
    { hangs: true },
  ),
];

const NOT_THE_API = /is not a Paydesk server/;

const strange: readonly Fault[] = [
  call('301 to the same with a slash', answered(301, 'empty'), async (each) => each.answer(page(301, '', { location: `${each.path}/` }))),
  told('302 to a login page', page(302, '', { location: '/login/?next=/' }), 'empty'),
  call('307 to another origin', answered(307, 'empty'), async (each, { elsewhere }) =>
    each.answer(page(307, '', { location: elsewhere + each.path })),
  ),
  told('200 from a captive portal', page(200, captivePortal.body), 'page', { words: NOT_THE_API }),
  call('200 with JSON cut off', answered(200, 'cut', true), async (each) => {
    const whole = await each.carryOut();
    each.answer({ ...whole, body: half(whole) });
  }),
  told('200 with JSON of something else', json(200, { result: 'fine' }), 'json', {}, true),
  call('right JSON called text/html', RIGHT, async (each) => {
    const whole = await each.carryOut();
    each.answer({ ...whole, headers: { ...whole.headers, 'content-type': 'text/html' } });
  }),
  told('200 with nothing', { ...json(200, null), body: Buffer.alloc(0) }, 'empty', {}, true),
  told('204', { status: 204, headers: {}, body: Buffer.alloc(0) }, 'empty', {}, true),
];

const field = (name: string, value: (field: string) => unknown): Fault =>
  call(name, answered(400, 'json'), async (each, tools) => each.answer(json(400, value(tools.field))));
const EXPIRED = { detail: 'Given token not valid for any token type', code: 'token_not_valid', messages: [] };
const aboutToken = (name: string, status: number): Fault => ({
  ...call(name, NO_ANSWER, async (each) => each.answer(json(status, EXPIRED)), { once: true }),
  nature: { neverLeft: false, carriedOut: false, answer: { status, body: 'json', about: 'token' } },
});
const WAIT_A_MOMENT = /asks for fewer requests\. Wait a moment/;
const tooMany = (name: string, header: (serverTime: number) => string | null, words: RegExp): Fault =>
  call(
    `429, ${name}`,
    answered(429, 'json'),
    async (each, tools) => {
      const now = tools.serverTime();
      const after = header(now);
      const headers = { date: new Date(now).toUTCString(), ...(after === null ? {} : { 'retry-after': after }) };
      each.answer(json(429, { detail: 'Request was throttled.' }, headers));
    },
    { words },
  );
const tryAgainIn = (seconds: number): RegExp => new RegExp(`Try again in ${seconds} seconds`);

const refusals: readonly Fault[] = [
  field('400 with a list', () => ['That will not do.']),
  field('400 with fields', (name) => ({ [name]: ['That will not do.'] })),
  field('400 with nested fields', (name) => ({ [name]: [{}, { '0': ['That will not do.'] }] })),
  aboutToken('401, token expired', 401),
  aboutToken('403, token not valid', 403),
  {
    ...call('401, account shut', NO_ANSWER, async (each) => each.answer(json(401, { detail: 'User is inactive', code: 'user_inactive' }))),
    nature: { neverLeft: false, carriedOut: false, answer: { status: 401, body: 'json', about: 'person' } },
  },
  told('403, CSRF', json(403, { detail: 'CSRF Failed: CSRF token missing.' }), 'json'),
  told('404 page', page(404, notFoundPage.body), 'page'),
  told('405', json(405, { detail: 'Method not allowed.' }), 'json'),
  told('407 from a proxy', page(407, GATEWAY, { 'proxy-authenticate': 'Basic realm="office"' }), 'page'),
  told('408', page(408, GATEWAY), 'page'),
  told('413', page(413, GATEWAY), 'page'),
  told('415', json(415, { detail: 'Unsupported media type.' }), 'json'),
  tooMany('no Retry-After', () => null, WAIT_A_MOMENT),
  tooMany('Retry-After: 0', () => '0', WAIT_A_MOMENT),
  tooMany('Retry-After: 7', () => '7', tryAgainIn(7)),
  tooMany('Retry-After: 3600', () => '3600', tryAgainIn(3_600)),
  tooMany('Retry-After: a date', (now) => new Date(now + 90_000).toUTCString(), tryAgainIn(90)),
  tooMany('Retry-After: garbage', () => 'soon; ask Ram', WAIT_A_MOMENT),
];

const broken: readonly Fault[] = [
  told('500 page', page(500, '<h1>Server Error (500)</h1><p></p>'), 'page'),
  told('500 with nothing, carried out', { ...page(500, ''), body: Buffer.alloc(0) }, 'empty', {}, true),
  told('500 debug page of 100 KB, carried out', page(500, debugPage.body), 'page', {}, true),
  told('502', page(502, GATEWAY), 'page'),
  told('503, Retry-After', page(503, GATEWAY, { 'retry-after': '30' }), 'page'),
  told('504, carried out', page(504, GATEWAY), 'page', {}, true),
];

const DAY = 86_400_000;
const clocks: readonly Fault[] = [
  { name: 'server a day ahead', nature: RIGHT, clock: DAY, strike: () => ({ at: 'nothing' }) },
  { name: 'server a day behind', nature: RIGHT, clock: -DAY, strike: () => ({ at: 'nothing' }) },
];

export const FAULTS: readonly Fault[] = [...network, ...strange, ...refusals, ...broken, ...clocks];
