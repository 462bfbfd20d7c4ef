// What servers, proxies and guest networks answer: redirects, pages, damaged successes, refusals, requests for patience, breakdowns.
import { captivePortal, debugPage, notFoundPage } from '../support/strange-servers.ts';
import type { Whole } from './call.ts';
import { answered, call, type Fault, NO_ANSWER, RIGHT, told } from './fault.ts';

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

const NOT_THE_API = /is not a Paydesk server/;

export const STRANGE_ANSWERS: readonly Fault[] = [
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

export const REFUSALS: readonly Fault[] = [
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

export const BREAKDOWNS: readonly Fault[] = [
  told('500 page', page(500, '<h1>Server Error (500)</h1><p></p>'), 'page'),
  told('500 with nothing, carried out', { ...page(500, ''), body: Buffer.alloc(0) }, 'empty', {}, true),
  told('500 debug page of 100 KB, carried out', page(500, debugPage.body), 'page', {}, true),
  told('502', page(502, GATEWAY), 'page'),
  told('503, Retry-After', page(503, GATEWAY, { 'retry-after': '30' }), 'page'),
  told('504, carried out', page(504, GATEWAY), 'page', {}, true),
];
