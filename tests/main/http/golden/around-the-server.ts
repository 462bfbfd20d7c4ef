// What stands around a server, and what breaks on the way: proxies, guest networks, labels that lie, bodies that are cut (A1, A2, A7, A9).
import {
  broke,
  type Golden,
  html,
  json,
  LOST_MARK,
  LOST_ORDER,
  latin1,
  NOT_API,
  NOT_SAID,
  refused,
  refusedFields,
  text,
  utf8,
  utf16,
} from './fixture.ts';

const refusal = (words: string): string => `The server did not accept this: ${words}`;
const LOST_200 = { kind: 'outcome-unknown', thing: 'payment', status: 200 } as const;
const nginx = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n`;
const NO_PRICE = '{"price":["Un nombre valide est nécessaire."]}';
const PRICE_IN_FRENCH = {
  doing: 'create an order',
  error: refusedFields({ price: ['Un nombre valide est nécessaire.'] }),
  sentence: refusal('Price: Un nombre valide est nécessaire.'),
  form: { under: { price: 'Un nombre valide est nécessaire.' }, above: null },
} as const satisfies Omit<Golden, 'what' | 'answer'>;
const SAFE_ORDER = { doing: 'create an order', error: refused('Closed evil.'), sentence: refusal('Closed evil.') } as const satisfies Omit<
  Golden,
  'what' | 'answer'
>;

const marked = (type: string | null, body: Uint8Array<ArrayBuffer>) => ({ status: 400, type, body });

export const AROUND_THE_SERVER: readonly Golden[] = [
  ...[502, 503, 504].map(
    (status): Golden => ({
      what: `a proxy’s page, ${status}`,
      doing: 'read the history',
      answer: html(status, nginx(`${status} Gateway`)),
      error: { kind: 'server-error', status },
      sentence: broke(status),
    }),
  ),
  {
    what: 'a proxy’s empty answer',
    doing: 'mark',
    answer: text(504, null, ''),
    error: { kind: 'outcome-unknown', thing: 'payment', status: 504 },
    sentence: LOST_MARK,
  },
  {
    what: 'a proxy’s 503 with a date',
    doing: 'read an order',
    answer: html(503, nginx('503 Service Temporarily Unavailable'), { 'retry-after': 'Fri, 06 Nov 2026 08:00:30 GMT' }),
    error: { kind: 'server-error', status: 503 },
    sentence: broke(503),
  },
  {
    what: 'a proxy’s 429 with a date by its own clock',
    doing: 'read an order',
    answer: html(429, nginx('429 Too Many Requests'), {
      'retry-after': 'Fri, 06 Nov 2026 08:00:30 GMT',
      date: 'Fri, 06 Nov 2026 08:00:00 GMT',
    }),
    error: { kind: 'too-many-requests', wait: 30 },
    sentence: 'The server asks for fewer requests. Try again in 30 seconds.',
  },
  {
    what: 'a proxy that finds it too large',
    doing: 'save the profile',
    answer: html(413, nginx('413 Request Entity Too Large')),
    error: refused('It is too large.'),
    sentence: refusal('It is too large.'),
  },
  {
    what: 'a proxy that got tired of waiting',
    doing: 'read an order',
    answer: html(408, nginx('408 Request Time-out')),
    error: { kind: 'unreachable', reason: 'timeout' },
    sentence: 'The server did not answer in time. Try again in a moment.',
  },
  {
    what: 'a guest Wi-Fi’s page',
    doing: 'read the history',
    answer: html(200, '<!doctype html><title>Café</title><h1>Welcome</h1>'),
    error: { kind: 'not-the-api', status: 200 },
    sentence: NOT_API,
  },
  {
    what: 'a guest Wi-Fi’s page, in place of an answer to a mark',
    doing: 'mark',
    answer: html(200, '<!doctype html><h1>Welcome</h1>'),
    error: LOST_200,
    sentence: LOST_MARK,
  },
  {
    what: 'a page that is labelled as JSON',
    doing: 'mark',
    answer: text(400, 'application/json', '<html><h1>Bad</h1></html>'),
    error: { kind: 'not-the-api', status: 400 },
    sentence: NOT_API,
  },
  {
    what: 'plain text',
    doing: 'record a payment',
    answer: text(400, 'text/plain', 'Bad amount'),
    error: { kind: 'not-the-api', status: 400 },
    sentence: NOT_API,
  },
  {
    what: 'nothing at all',
    doing: 'mark',
    answer: text(400, 'application/json', ''),
    error: { kind: 'not-the-api', status: 400 },
    sentence: NOT_API,
  },
  {
    what: 'an order of blanks',
    doing: 'read an order',
    answer: text(200, 'application/json', ' \r\n\t'),
    error: { kind: 'not-the-api', status: 200 },
    sentence: NOT_API,
  },
  {
    what: 'an order cut off in the middle',
    doing: 'read an order',
    answer: text(200, 'application/json', '{"id": 7, "product_na'),
    error: { kind: 'not-the-api', status: 200 },
    sentence: NOT_API,
  },
  {
    what: 'a creation whose answer is cut off',
    doing: 'create an order',
    answer: text(201, 'application/json', '{"id": 7, "product_na'),
    error: { kind: 'outcome-unknown', thing: 'order', status: 201 },
    sentence: LOST_ORDER,
  },
  {
    what: 'a refusal cut off',
    doing: 'mark',
    answer: text(400, 'application/json', '{"status":["\\"complet'),
    error: { kind: 'not-the-api', status: 400 },
    sentence: NOT_API,
  },
  {
    what: 'another order than was asked for',
    doing: 'read an order',
    answer: json(200, { id: 8, product_name: 'Acer' }),
    error: { kind: 'not-the-api', status: 200 },
    sentence: NOT_API,
  },
  {
    what: 'a history that is no list',
    doing: 'read the history',
    answer: json(200, { detail: 'Under maintenance.' }),
    error: { kind: 'not-the-api', status: 200 },
    sentence: NOT_API,
  },
  {
    what: 'a history whose next page leads back',
    doing: 'read the history',
    answer: json(200, { count: 3, next: 'http://internal:8000/api/orders/history/?page=1', previous: null, results: [{ id: 1 }] }),
    error: { kind: 'not-the-api', status: 200 },
    sentence: NOT_API,
  },

  { what: 'JSON that is labelled as a page', ...PRICE_IN_FRENCH, answer: marked('text/html; charset=utf-8', utf8(NO_PRICE)) },
  { what: 'JSON without a label', ...PRICE_IN_FRENCH, answer: marked(null, utf8(NO_PRICE)) },
  { what: 'JSON behind a byte order mark', ...PRICE_IN_FRENCH, answer: marked('application/json', utf8(`\ufeff${NO_PRICE}`)) },
  { what: 'JSON in Latin-1 that says so', ...PRICE_IN_FRENCH, answer: marked('application/json; charset=ISO-8859-1', latin1(NO_PRICE)) },
  { what: 'JSON in Latin-1 that says nothing', ...PRICE_IN_FRENCH, answer: marked('application/json', latin1(NO_PRICE)) },
  { what: 'JSON in UTF-8 that says Latin-1', ...PRICE_IN_FRENCH, answer: marked('application/json; charset=latin-1', utf8(NO_PRICE)) },
  { what: 'JSON in a coding that nobody knows', ...PRICE_IN_FRENCH, answer: marked('application/json; charset=klingon', utf8(NO_PRICE)) },
  { what: 'JSON in UTF-16 behind a mark', ...PRICE_IN_FRENCH, answer: marked('application/json', utf16(NO_PRICE)) },
  { what: 'JSON in UTF-16 without one', ...PRICE_IN_FRENCH, answer: marked('application/json', utf16(NO_PRICE).slice(2)) },
  {
    what: 'a sentence in Nepali',
    doing: 'record a payment',
    answer: json(400, { amount: ['यो फिल्ड आवश्यक छ।'] }),
    error: refusedFields({ amount: ['यो फिल्ड आवश्यक छ।'] }),
    sentence: refusal('Amount: यो फिल्ड आवश्यक छ।'),
    form: { under: { amount: 'यो फिल्ड आवश्यक छ।' }, above: null },
  },
  {
    what: 'a sentence in Arabic, with marks that would turn the line around',
    doing: 'record a payment',
    answer: json(400, { amount: ['\u202eهذا الحقل مطلوب.\u202c'] }),
    error: refusedFields({ amount: ['هذا الحقل مطلوب.'] }),
    sentence: refusal('Amount: هذا الحقل مطلوب.'),
  },
  { what: 'control characters and lines', ...SAFE_ORDER, answer: json(400, { detail: '\ufeffClosed\r\n\t\u2028 evil.\u200b' }) },
  {
    what: 'markup in a sentence',
    doing: 'create an order',
    answer: json(400, { detail: 'Bad <img src=x onerror=alert(1)>' }),
    error: refused(),
    sentence: NOT_SAID,
  },
  {
    what: 'a stack in a sentence',
    doing: 'create an order',
    answer: json(400, { detail: 'Traceback (most recent call last):\n  File "/srv/a.py", line 3' }),
    error: refused(),
    sentence: NOT_SAID,
  },
  {
    what: 'a token in a sentence',
    doing: 'create an order',
    answer: json(400, { detail: 'Bad token eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoxfQ.c2ln' }),
    error: refused(),
    sentence: NOT_SAID,
  },
  {
    what: 'a sentence of a megabyte',
    doing: 'create an order',
    answer: json(400, { detail: 'x'.repeat(1_000_000) }),
    error: refused(),
    sentence: NOT_SAID,
  },
  {
    what: 'a sentence of a page',
    doing: 'create an order',
    answer: json(400, { detail: 'long '.repeat(1_000) }),
    error: refused(`${'long '.repeat(60)}…`),
    sentence: refusal(`${'long '.repeat(60)}…`),
  },
  {
    what: 'lists without end',
    doing: 'create an order',
    answer: text(400, 'application/json', '['.repeat(30_000) + ']'.repeat(30_000)),
    error: refused(),
    sentence: NOT_SAID,
  },
];
