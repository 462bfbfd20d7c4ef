// Answers that no sane server gives, made from a seed: golden ones with their bytes damaged, DRF's shapes filled with poison, pages, noise.
import { ACCOUNTS } from '../main/http/golden/accounts.ts';
import { API_ERRORS } from '../main/http/golden/api-errors.ts';
import { AROUND_THE_SERVER } from '../main/http/golden/around-the-server.ts';
import type { WireAnswer } from '../main/http/golden/fixture.ts';
import { REFUSALS } from '../main/http/golden/refusals.ts';
import type { Chance } from '../simulation/chance.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const GOLDEN: readonly WireAnswer[] = [...REFUSALS, ...API_ERRORS, ...ACCOUNTS, ...AROUND_THE_SERVER].map(({ answer }) => answer);
const STATUSES = [
  200, 201, 202, 204, 206, 299, 301, 302, 304, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 415, 418, 422, 429, 451,
];
const BROKEN = [500, 501, 502, 503, 504, 520, 599];
const TYPES = [
  'application/json',
  'text/html',
  'text/plain',
  'application/json; charset=utf-16',
  'text/html; charset=shift_jis',
  'image/png',
  'x',
  '',
];
const NAMES = [
  'detail',
  'non_field_errors',
  'code',
  'messages',
  'errors',
  'error',
  'message',
  'attr',
  'status',
  'data',
  'product_name',
  'price',
];
const ODD_NAMES = [
  '__proto__',
  'constructor',
  '0',
  '17',
  '',
  'a.b',
  '<b>',
  '\u202ename',
  'größe',
  'x'.repeat(70),
  'items',
  'user',
  'toString',
];
const CODES = ['token_not_valid', 'user_inactive', 'invalid'];

const SENTENCES = [
  'This field is required.',
  '<h1>Server Error (500)</h1>',
  '<script>alert(1)</script>',
  'a < b and b > c',
  '&lt;b&gt;',
  '<!-- -->',
  'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in x\nKeyError',
  '    at Object.<anonymous> (/srv/app.js:1:1)',
  'at com.shop.View.get(View.java:42)',
  'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoxfQ.c2lnbmF0dXJl',
  '\u202egnp.exe\u2066',
  '\u0000\u0007\u001b[31m\u009b',
  '\ud800',
  '🧾'.repeat(40),
  'e\u0301'.repeat(200),
  '  \r\n\t\u2028 ',
  'यो फिल्ड आवश्यक छ।',
  'هذا الحقل مطلوب',
];

export function fuzzedAnswer(chance: Chance): WireAnswer {
  const body = bodyOf(chance);
  const status = chance.happens(0.85) ? chance.pick(STATUSES) : chance.pick(BROKEN);
  const type = chance.happens(0.2) ? null : (chance.pick(TYPES) ?? null);
  return {
    status: status ?? 400,
    type: type === '' ? null : type,
    body: chance.happens(0.3) ? damaged(body, chance) : body,
    headers: headersOf(chance),
  };
}

function headersOf(chance: Chance): Record<string, string> {
  const headers: Record<string, string> = {};
  if (chance.happens(0.3))
    headers['retry-after'] = chance.pick(['0', '-1', '1e9', '99999999999', 'soon', 'Fri, 06 Nov 2026 08:00:30 GMT', '<b>']) ?? '';
  if (chance.happens(0.3)) headers['date'] = chance.pick(['Fri, 06 Nov 2026 08:00:00 GMT', 'yesterday', '0']) ?? '';
  if (chance.happens(0.3)) headers['allow'] = chance.pick(['', 'GET', 'PUT, POST', '*', 'PATCH,,PATCH']) ?? '';
  return headers;
}

function bodyOf(chance: Chance): Bytes {
  switch (chance.weighted({ golden: 3, json: 6, page: 1, noise: 1, empty: 0.5, large: 0.1 })) {
    case 'golden':
      return (chance.pick(GOLDEN)?.body ?? new Uint8Array()).slice();
    case 'json':
      return encode(JSON.stringify(madeUp(chance, 0)) ?? '', chance);
    case 'page':
      return encode(
        `${chance.pick(['<!doctype html>', '', '<?xml version="1.0"?>']) ?? ''}<h1>${sentence(chance)}</h1>`.repeat(chance.whole(1, 200)),
        chance,
      );
    case 'noise':
      return Uint8Array.from({ length: chance.whole(1, 400) }, () => chance.whole(0, 255));
    case 'empty':
      return encode(chance.pick(['', ' ', '\n', 'null', '""', '{}', '[]', '0', 'NaN']) ?? '', chance);
    case 'large':
      return encode(JSON.stringify({ detail: sentence(chance).repeat(chance.whole(1_000, 10_000)), more: madeUp(chance, 0) }), chance);
  }
}

function encode(text: string, chance: Chance): Bytes {
  const coded = chance.weighted({ utf8: 20, utf16: 1, latin1: 1, marked: 1 });
  if (coded === 'utf16') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (coded === 'latin1') return new Uint8Array(Buffer.from(text, 'latin1'));
  return new TextEncoder().encode(coded === 'marked' ? `\ufeff${text}` : text);
}

function madeUp(chance: Chance, depth: number): unknown {
  const kind = chance.weighted({ text: 6, list: depth < 8 ? 3 : 0, record: depth < 8 ? 5 : 0, other: 1, deep: depth === 0 ? 0.1 : 0 });
  switch (kind) {
    case 'text':
      return sentence(chance);
    case 'list':
      return Array.from({ length: chance.whole(0, 6) }, () => madeUp(chance, depth + 1));
    case 'record':
      return recordOf(chance, depth);
    case 'deep':
      return Array.from({ length: chance.whole(10, 2_000) }).reduce<unknown>(
        (inner) => (chance.happens(0.5) ? [inner] : { a: inner }),
        'deep',
      );
    case 'other':
      return chance.pick([null, true, false, 0, -1.5, 1e308, '']);
  }
}

function recordOf(chance: Chance, depth: number): unknown {
  const names = Array.from({ length: chance.whole(0, 6) }, () => chance.pick(chance.happens(0.7) ? NAMES : ODD_NAMES) ?? 'x');
  // By text, so that `__proto__` becomes a key of its own, as it does in a server's JSON.
  const entries = names.map((name) => [name, name === 'code' ? chance.pick(CODES) : madeUp(chance, depth + 1)] as const);
  return JSON.parse(`{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`);
}

function sentence(chance: Chance): string {
  const one = chance.pick(SENTENCES) ?? '';
  return chance.happens(0.3) ? `${one}${' x'.repeat(chance.whole(0, 300))}${chance.pick(SENTENCES) ?? ''}` : one;
}

/** Cut off, flipped, doubled or torn: what broken cables, proxies and servers make of an answer. */
function damaged(body: Bytes, chance: Chance): Bytes {
  const at = chance.whole(0, Math.max(0, body.length - 1));
  switch (chance.weighted({ cut: 3, headless: 1, flip: 3, twice: 1 })) {
    case 'cut':
      return body.slice(0, at);
    case 'headless':
      return body.slice(at);
    case 'flip':
      return body.map((byte, index) => (index === at ? chance.whole(0, 255) : byte));
    case 'twice':
      return new Uint8Array(Buffer.concat([body, body]));
  }
}
