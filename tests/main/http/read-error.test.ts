// The bodies that Django REST framework and its neighbours really send with a refusal, read into sentences.
import { describe, expect, it } from 'vitest';
import { readServerWords } from '../../../src/main/http/read-error.ts';

const said = (...summary: string[]) => ({ summary, fields: {}, code: null });
const inFields = (fields: Record<string, string[]>) => ({ summary: [], fields, code: null });

const GOLDEN: readonly (readonly [what: string, body: unknown, words: unknown])[] = [
  [
    'errors by field',
    { username: ['This field is required.'], price: ['A valid number is required.'] },
    inFields({ username: ['This field is required.'], price: ['A valid number is required.'] }),
  ],
  ['several of one field', { password1: ['Too short.', 'Too common.'] }, inFields({ password1: ['Too short.', 'Too common.'] })],
  ['across fields', { non_field_errors: ["The two password fields didn't match."] }, said("The two password fields didn't match.")],
  ['of a model', { __all__: ['Order with this number already exists.'] }, said('Order with this number already exists.')],
  ['a bare list', ['Amount exceeds what is due.'], said('Amount exceeds what is due.')],
  ['a bare text', 'Amount exceeds what is due.', said('Amount exceeds what is due.')],
  ['a text not in a list', { amount: 'Too much.' }, inFields({ amount: ['Too much.'] })],
  ['both kinds at once', { detail: 'No.', amount: ['Too much.'] }, { summary: ['No.'], fields: { amount: ['Too much.'] }, code: null }],
  [
    'a list of objects',
    { items: [{}, { qty: ['A valid integer is required.'] }] },
    inFields({ 'items.1.qty': ['A valid integer is required.'] }),
  ],
  ['many by index, DRF 3.18', { items: { 1: { qty: ['A whole number.'] } } }, inFields({ 'items.1.qty': ['A whole number.'] })],
  ['a list field', { tags: { 0: ['Not a valid string.'] } }, inFields({ 'tags.0': ['Not a valid string.'] })],
  ['a nested object', { order: { customer: { email: ['Wrong.'] } } }, inFields({ 'order.customer.email': ['Wrong.'] })],
  ['a nested cross-field', { order: { non_field_errors: ['Closed.'] } }, inFields({ order: ['Closed.'] })],
  [
    'no object',
    { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] },
    said('Invalid data. Expected a dictionary, but got list.'),
  ],
  [
    'malformed JSON',
    { detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)' },
    said('JSON parse error - Expecting value: line 1 column 1 (char 0)'),
  ],
  ['not signed in', { detail: 'Authentication credentials were not provided.' }, said('Authentication credentials were not provided.')],
  [
    'forbidden',
    { detail: 'You do not have permission to perform this action.' },
    said('You do not have permission to perform this action.'),
  ],
  ['CSRF', { detail: 'CSRF Failed: CSRF token missing.' }, said('CSRF Failed: CSRF token missing.')],
  ['not found', { detail: 'No Order matches the given query.' }, said('No Order matches the given query.')],
  ['another method', { detail: 'Method "PATCH" not allowed.' }, said('Method "PATCH" not allowed.')],
  [
    'throttled',
    { detail: 'Request was throttled. Expected available in 42 seconds.' },
    said('Request was throttled. Expected available in 42 seconds.'),
  ],
  ['handler500', { error: 'Server Error (500)' }, said('Server Error (500)')],
  [
    'an access token that ran out',
    {
      detail: 'Given token not valid for any token type',
      code: 'token_not_valid',
      messages: [{ token_class: 'AccessToken', token_type: 'access', message: 'Token is expired' }],
    },
    { summary: ['Given token not valid for any token type'], fields: {}, code: 'token_not_valid' },
  ],
  [
    'a replayed refresh token',
    { detail: 'Token is blacklisted', code: 'token_not_valid' },
    { ...said('Token is blacklisted'), code: 'token_not_valid' },
  ],
  ['an inactive user', { detail: 'User is inactive', code: 'user_inactive' }, { ...said('User is inactive'), code: 'user_inactive' }],
  [
    'wrong credentials',
    { detail: 'No active account found with the given credentials' },
    said('No active account found with the given credentials'),
  ],
  [
    'a taken name',
    { username: ['A user with that username already exists.'] },
    inFields({ username: ['A user with that username already exists.'] }),
  ],
  ['a code that is no text', { detail: 'No.', code: 17 }, said('No.')],
  ['a field called code, deeper', { coupon: { code: ['Unknown.'] } }, inFields({ 'coupon.code': ['Unknown.'] })],
  ['numbers and yes or no', { limit: [5], open: false }, inFields({ limit: ['5'], open: ['false'] })],
  ['nothing at all', null, said()],
  ['an empty object', {}, said()],
  ['empty texts', { a: '', b: ['  '], c: [] }, said()],
  ['an HTML page as text', '<!doctype html><html><body>Server Error</body></html>', said()],
  ['markup in a sentence', { detail: 'Bad <b onclick=x>value</b>' }, said()],
  ['XML', { detail: '<?xml version="1.0"?>' }, said()],
  ['a closing tag', ['</script>'], said()],
  ['a comment', ['<!-- hidden -->'], said()],
  ['a traceback', { detail: 'Traceback (most recent call last):\n  File "/srv/app.py", line 3\nKeyError: 1' }, said()],
  ['a comparison', { amount: ['Must be < 5 and > 1.'] }, inFields({ amount: ['Must be < 5 and > 1.'] })],
  ['lines and blanks', { detail: '  Two\r\n\tlines.  ' }, said('Two lines.')],
];

describe('the words of a refusal', () => {
  it.each(GOLDEN)('%s', (_what, body, words) => {
    expect(readServerWords(body)).toEqual(words);
  });

  it('end at 300 characters a sentence and 20 sentences', () => {
    const { summary } = readServerWords(Array.from({ length: 500 }, () => 'x'.repeat(10_000)));
    expect(summary).toHaveLength(20);
    expect(summary[0]).toBe(`${'x'.repeat(300)}…`);
  });

  it('do not split a character in two', () => {
    expect(readServerWords(`${'x'.repeat(299)}🧾🧾`).summary[0]?.isWellFormed()).toBe(true);
  });
});

describe('a hostile body', () => {
  it('changes no prototype and leaves none of its traps behind', () => {
    const body: unknown = JSON.parse('{"__proto__":{"polluted":["yes"]},"constructor":["no"],"toString":["no"],"a":{"__proto__":["yes"]}}');
    const { fields } = readServerWords(body);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    expect(fields['constructor']).toEqual(['no']);
    expect(Object.keys(fields).filter((name) => name.includes('__proto__'))).toEqual([]);
  });

  it.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['details', `${'{"detail":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['both', `${'[{"detail":'.repeat(50_000)}"x"${'}]'.repeat(50_000)}`],
  ])('of %s without end does not break it', (_what, text) => {
    expect(readServerWords(JSON.parse(text))).toMatchObject({ code: null });
  });

  it.each(['<img src=x onerror=alert(1)>', '', 'x'.repeat(61), '\u202egnp.exe', 'a\nb', '__proto__'])(
    '%j is no name of a field',
    (name) => {
      expect(readServerWords(JSON.parse(`{${JSON.stringify(name)}:["Wrong."]}`))).toEqual(said('Wrong.'));
    },
  );

  it('keeps names in any script', () => {
    expect(Object.keys(readServerWords({ größe: ['x'], 数量: ['x'], phone_no: ['x'], 'items[0]': ['x'] }).fields)).toHaveLength(4);
  });
});
