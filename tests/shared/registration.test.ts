// Rules that help before an account is asked for; the server has the last word.
import { describe, expect, it } from 'vitest';
import { checkRegistration } from '../../src/shared/domain/registration.ts';

const SITA = { username: 'sita', email: 'sita@example.com', password: 'TestPassword123', repeatPassword: 'TestPassword123' };

describe('a registration', () => {
  it.each([
    'sita@example.com',
    ' sita@example.com ',
    'sita+shop@mail.example.co.uk',
    "o'brien@example.com",
    'दाता@उदाहरण.भारत',
    'a@b.c',
    '"odd name"@example.com'.replace(' ', ''),
  ])('may have the e-mail address %s', (email) => {
    expect(checkRegistration({ ...SITA, email })).toEqual({});
  });

  it.each([
    '',
    'sita',
    'sita@',
    '@example.com',
    'sita@example',
    'sita@example.',
    'sita@.com',
    'sita@example..com',
    'si ta@example.com',
    'a@b@c.d',
    'sita@exa mple.com',
  ])('may not have %j for one', (email) => {
    expect(checkRegistration({ ...SITA, email })).toEqual({ email: ['Type an e-mail address, like name@example.com.'] });
  });

  it('names everything that is wrong at once, by the server’s field names', () => {
    expect(checkRegistration({ username: ' ', email: '', password: '', repeatPassword: 'x' })).toEqual({
      username: ['Type a user name.'],
      email: ['Type an e-mail address, like name@example.com.'],
      password1: ['Type a password.'],
      password2: ['The two passwords are not the same.'],
    });
  });

  it('leaves the strength of a password to the server, and its blanks alone', () => {
    expect(checkRegistration({ ...SITA, password: ' ', repeatPassword: ' ' })).toEqual({});
    expect(checkRegistration({ ...SITA, password: 'a ', repeatPassword: 'a' })).toHaveProperty('password2');
  });
});
