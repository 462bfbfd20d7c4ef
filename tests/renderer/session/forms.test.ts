// The rules of the two forms at the door, and where their refusals are said.
import { describe, expect, it } from 'vitest';
import { ACCOUNT_NAMES, checkAccount, EMPTY_ACCOUNT } from '../../../src/renderer/session/registration.ts';
import { hostOf, isUnencrypted } from '../../../src/renderer/session/server-name.ts';
import { checkSignIn, signInErrors } from '../../../src/renderer/session/sign-in-errors.ts';
import { sortError } from '../../../src/renderer/ui/field-errors.ts';

const filled = { ...EMPTY_ACCOUNT, username: 'sita', email: 'sita@shop.np', password: 'Secret123', repeatPassword: 'Secret123' };

describe('a new account', () => {
  it('needs a name, an e-mail and the same password twice', () => {
    expect(checkAccount(filled)).toEqual({});
    expect(Object.keys(checkAccount(EMPTY_ACCOUNT))).toEqual(['username', 'email', 'password', 'repeatPassword']);
    expect(checkAccount({ ...filled, repeatPassword: 'Secret124' })).toEqual({ repeatPassword: 'The two passwords are not the same.' });
  });

  it.each(['sita', 'sita@shop', 'si ta@shop.np', '@shop.np'])('%s is no e-mail address', (email) => {
    expect(checkAccount({ ...filled, email }).email).toBeDefined();
  });

  it('finds each documented field of the server', () => {
    const names = ['username', 'email', 'password1', 'password2', 'first_name', 'last_name', 'phone_no', 'address'];
    const fields = Object.fromEntries(names.map((name) => [name, ['No.']]));
    const sorted = sortError({ kind: 'refused', summary: [], fields }, ACCOUNT_NAMES);
    expect(Object.keys(sorted.fields).sort()).toEqual(Object.keys(EMPTY_ACCOUNT).sort());
    expect(sorted.summary).toBeNull();
  });
});

describe('a refused sign-in', () => {
  it('asks for what is missing', () => {
    expect(checkSignIn({ server: ' ', username: '', password: '', acceptPlainHttp: false }).fields).toEqual({
      server: expect.any(String),
      username: expect.any(String),
      password: expect.any(String),
    });
  });

  it('says at the address what is wrong with the address', () => {
    expect(signInErrors({ kind: 'insecure-address', address: 'http://x' })).toMatchObject({
      insecure: true,
      fields: { server: expect.any(String) },
    });
    expect(signInErrors({ kind: 'bad-address', address: '?' })).toMatchObject({ insecure: false, fields: { server: expect.any(String) } });
    expect(signInErrors({ kind: 'wrong-credentials' })).toMatchObject({ fields: {}, insecure: false });
  });
});

describe('a server’s name', () => {
  it('is its host and port', () => {
    expect(hostOf('http://127.0.0.1:8000/shop')).toBe('127.0.0.1:8000');
    expect(hostOf('not an address')).toBe('not an address');
  });

  it.each([
    ['http://shop.example', true],
    ['https://shop.example', false],
    ['http://127.0.0.1:8000', false],
    ['http://localhost:8000', false],
    ['http://[::1]:8000', false],
    ['http://127.0.0.1.evil.example', true],
    ['practice', false],
  ])('%s unencrypted: %s', (address, open) => {
    expect(isUnencrypted(address)).toBe(open);
  });
});
