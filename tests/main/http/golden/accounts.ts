// Signing in, tokens and registration (wire-shapes A3 to A6).
import { broke, CREDENTIALS, ENDED, type Golden, html, json, NOT_ALLOWED, NOT_API, refused, refusedFields, text } from './fixture.ts';

const refusal = (words: string): string => `The server did not accept this: ${words}`;
const UNKNOWN_ACCOUNT = { kind: 'outcome-unknown', thing: 'account', status: 500 } as const;
const LOST_ACCOUNT = 'It is not known whether the server carried this out: its answer was lost. Check the account before trying again.';

const field = (name: string, box: string, words: string, ...lines: string[]): Golden => ({
  what: `registration: ${name}: ${lines[0]}`,
  doing: 'register',
  answer: json(400, { [name]: lines }),
  error: refusedFields({ [name]: lines }),
  sentence: refusal(`${words}: ${lines.join(' ')}`),
  form: { under: { [box]: lines.join(' ') }, above: null },
});

const across = (line: string): Golden => ({
  what: `registration: ${line}`,
  doing: 'register',
  answer: json(400, { non_field_errors: [line] }),
  error: refused(line),
  sentence: refusal(line),
  form: { under: {}, above: refusal(line) },
});

/** A refusal of the access token, and of the refresh token that is tried next. */
const ended = (what: string, status: number, body: unknown): Golden => ({
  what,
  doing: 'mark',
  answer: json(status, body, status === 401 ? { 'www-authenticate': 'Bearer realm="api"' } : {}),
  error: { kind: 'session-ended' },
  sentence: ENDED,
});

const EXPIRED = {
  detail: 'Given token not valid for any token type',
  code: 'token_not_valid',
  messages: [{ token_class: 'AccessToken', token_type: 'access', message: 'Token is expired' }],
};

export const ACCOUNTS: readonly Golden[] = [
  {
    what: 'wrong credentials',
    doing: 'sign in',
    answer: json(401, { detail: 'No active account found with the given credentials' }, { 'www-authenticate': 'Bearer realm="api"' }),
    error: { kind: 'wrong-credentials' },
    sentence: CREDENTIALS,
    form: { under: {}, above: CREDENTIALS },
  },
  {
    what: 'wrong credentials in another language',
    doing: 'sign in',
    answer: json(401, { detail: 'Kein aktiver Account mit diesen Zugangsdaten gefunden' }),
    error: { kind: 'wrong-credentials' },
    sentence: CREDENTIALS,
  },
  {
    what: 'a sign-in without its fields',
    doing: 'sign in',
    answer: json(400, { username: ['This field is required.'], password: ['This field may not be blank.'] }),
    error: refusedFields({ username: ['This field is required.'], password: ['This field may not be blank.'] }),
    sentence: refusal('Username: This field is required. Password: This field may not be blank.'),
    form: { under: { username: 'This field is required.', password: 'This field may not be blank.' }, above: null },
  },
  {
    what: 'a server whose people sign in by e-mail',
    doing: 'sign in',
    answer: json(400, { email: ['This field is required.'] }),
    error: refusedFields({ email: ['This field is required.'] }),
    sentence: refusal('Email: This field is required.'),
    form: { under: {}, above: refusal('Email: This field is required.') },
  },
  {
    what: 'a sign-in at an address that has none',
    doing: 'sign in',
    answer: html(404, '<h1>Not Found</h1>'),
    error: { kind: 'not-the-api', status: 404 },
    sentence: NOT_API,
  },
  {
    what: 'a sign-in that answers 200 with something else',
    doing: 'sign in',
    answer: json(200, { key: 'f'.repeat(40) }),
    error: { kind: 'not-the-api', status: 200 },
    sentence: NOT_API,
  },
  {
    what: 'a sign-in at a server that is down',
    doing: 'sign in',
    answer: html(502, '<h1>502 Bad Gateway</h1>'),
    error: { kind: 'server-error', status: 502 },
    sentence: broke(502),
  },

  ended('an expired token', 401, EXPIRED),
  ended('an expired token where a session stands first', 403, EXPIRED),
  ended('a token that is invalid or expired, as SimpleJWT 5.4 says it', 401, {
    detail: 'Token is invalid or expired',
    code: 'token_not_valid',
  }),
  ended('a person who is gone', 401, { detail: 'User not found', code: 'user_not_found' }),
  ended('a person who is no longer active', 401, { detail: 'User is inactive', code: 'user_inactive' }),
  ended('the same where a session stands first', 403, { detail: 'User is inactive', code: 'user_inactive' }),
  ended('a password that was changed', 401, { detail: "The user's password has been changed.", code: 'password_changed' }),
  ended('a header that it cannot read', 401, {
    detail: 'Authorization header must contain two space-delimited values',
    code: 'bad_authorization_header',
  }),
  ended('an expired token in another language', 401, { ...EXPIRED, detail: 'Le jeton donné n’est valide pour aucun type' }),

  field('username', 'username', 'Username', 'A user with that username already exists.'),
  field(
    'username',
    'username',
    'Username',
    'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.',
  ),
  field('username', 'username', 'Username', 'Username can not be used. Please use other username.'),
  field('email', 'email', 'Email', 'User is already registered with this e-mail address.'),
  field('email', 'email', 'Email', 'Enter a valid email address.'),
  field(
    'password1',
    'password',
    'Password',
    'This password is too short. It must contain at least 8 characters.',
    'This password is too common.',
    'This password is entirely numeric.',
  ),
  field('password2', 'repeatPassword', 'Repeat password', 'This field is required.'),
  field('phone_no', 'phoneNumber', 'Phone number', 'Ensure this field has no more than 15 characters.'),
  field('phone', 'phoneNumber', 'Phone', 'This field must be unique.'),
  across("The two password fields didn't match."),
  across('The password is too similar to the username.'),
  {
    what: 'registration: a field that the form does not have',
    doing: 'register',
    answer: json(400, { captcha: ['This field is required.'], username: ['A user with that username already exists.'] }),
    error: refusedFields({ captcha: ['This field is required.'], username: ['A user with that username already exists.'] }),
    sentence: refusal('Captcha: This field is required. Username: A user with that username already exists.'),
    form: { under: { username: 'A user with that username already exists.' }, above: refusal('Captcha: This field is required.') },
  },
  {
    what: 'registration where nobody may register',
    doing: 'register',
    answer: json(401, { detail: 'Authentication credentials were not provided.' }),
    error: { kind: 'forbidden', said: null },
    sentence: NOT_ALLOWED,
  },
  {
    what: 'registration that broke after or before the account was made, and signing in cannot tell',
    doing: 'register',
    answer: text(500, 'text/plain', 'SMTPServerDisconnected at /api/accounts/auth/registration/\nTraceback (most recent call last):'),
    error: UNKNOWN_ACCOUNT,
    sentence: LOST_ACCOUNT,
  },
];
