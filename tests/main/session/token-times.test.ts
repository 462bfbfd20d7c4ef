// When an access token runs out: by its own times and the moment it arrived, never by this computer's clock.
import { describe, expect, it } from 'vitest';
import { tokenLifetime, tokenUserId, usableUntil } from '../../../src/main/session/token-times.ts';
import { accessToken, jsonWebToken } from './json-web-token.ts';

describe('the lifetime of a token', () => {
  it('is the time between its making and its end, whatever the clock says', () => {
    expect(tokenLifetime(accessToken('a', 300, 0))).toBe(300);
    expect(tokenLifetime(accessToken('a', 300, 9_000_000_000))).toBe(300);
  });

  it.each([
    'opaque',
    '',
    'a.b.c',
    '..',
    `x.${'!'.repeat(20)}.y`,
    jsonWebToken({ exp: 300 }),
    jsonWebToken({ iat: 300 }),
    jsonWebToken({ iat: 300, exp: 300 }),
    jsonWebToken({ iat: 600, exp: 300 }),
    jsonWebToken({ iat: '0', exp: '300' }),
    jsonWebToken([0, 300]),
    jsonWebToken(null),
    jsonWebToken('text'),
  ])('is not known from %s', (token) => {
    expect(tokenLifetime(token)).toBeNull();
    expect(usableUntil(token, 1_000)).toBeNull();
  });
});

describe('the lifetime of a token, where the server’s clock is known,', () => {
  const IAT = 1_800_000_000;
  const at = (seconds: number): number => (IAT + seconds) * 1_000;

  it('ends when that clock shows its end: SimpleJWT’s renewed ones carry the time of the sign-in', () => {
    expect(tokenLifetime(accessToken('renewed', 43_500, IAT), at(43_200))).toBe(300);
  });

  it('is told where the token says its end alone', () => {
    expect(tokenLifetime(jsonWebToken({ exp: IAT + 300 }), at(0))).toBe(300);
  });

  it('is never longer than the token’s own', () => {
    expect(tokenLifetime(accessToken('a', 300, IAT), at(-86_400))).toBe(300);
  });

  it.each([300, 301, 86_400])('is its own where the clock is another’s and %i s ahead: it has only just been given out', (ahead) => {
    expect(tokenLifetime(accessToken('a', 300, IAT), at(ahead))).toBe(300);
  });

  it('is half a minute at the least, so that another’s clock cannot make a storm of renewals', () => {
    expect(tokenLifetime(accessToken('a', 300, IAT), at(299))).toBe(30);
  });

  it('may be shorter than that when it says so itself', () => {
    expect(tokenLifetime(accessToken('a', 5, IAT), at(0))).toBe(5);
  });
});

describe('the moment from which a token is no longer used', () => {
  it.each([
    [300, 295_000],
    [3_600, 3_595_000],
    [20, 15_000],
    [10, 5_000],
    [8, 4_000],
    [1, 500],
  ])('of %i seconds is %i ms after it came', (lifetime, after) => {
    expect(usableUntil(accessToken('a', lifetime), 40_000)).toBe(40_000 + after);
  });
});

describe('the user’s number', () => {
  it.each([
    [11, 11],
    ['11', 11],
  ])('%j is read from the token', (claim, id) => {
    expect(tokenUserId(jsonWebToken({ user_id: claim }))).toBe(id);
  });

  it.each(['', ' ', '0x10', '1e3', 'b5a7-uuid', true, null, {}, 1.5, 2 ** 60, -1, 0])('%j is none', (claim) => {
    expect(tokenUserId(jsonWebToken({ user_id: claim }))).toBeNull();
  });

  it('is not known where the token says none', () => {
    expect([tokenUserId(jsonWebToken({})), tokenUserId('opaque')]).toEqual([null, null]);
  });
});
