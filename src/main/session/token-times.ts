// When an access token runs out, by its own times and the moment it arrived: the wall clock of a counter computer is often wrong.
import { isRecord } from '../http/read-error.ts';

/**
 * Seconds for which a JWT that has just been given out lives; null where it is no JWT or says no times. The signature is the server's business.
 * SimpleJWT copies the refresh token's `iat` into what it renews, which makes those seem to live for hours: so the server's own clock is asked
 * as well, where it is known. A token that would be over by it was not read by that clock (a proxy's), and what seems shorter than half a minute
 * is taken for that long: at the worst it is renewed twice a minute.
 * @param serverTime milliseconds since 1970.
 */
export function tokenLifetime(token: string, serverTime: number | null = null): number | null {
  const { exp, iat } = readClaims(token) ?? {};
  if (typeof exp !== 'number') return null;
  const byItself = typeof iat === 'number' && exp > iat ? exp - iat : null;
  const byServer = serverTime === null ? null : exp - serverTime / 1_000;
  if (byServer === null || byServer <= 0) return byItself;
  return Math.min(Math.max(byServer, SHORTEST), byItself ?? Number.POSITIVE_INFINITY);
}

/** Seconds */
const SHORTEST = 30;

/** SimpleJWT's default claim naming the user's row; null where absent. */
export function tokenUserId(token: string): number | null {
  const claim = readClaims(token)?.['user_id'];
  // Some versions of SimpleJWT write it as text.
  const id = typeof claim === 'string' && /^\d+$/.test(claim) ? Number(claim) : claim;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}

function readClaims(token: string): { exp?: unknown; iat?: unknown; [claim: string]: unknown } | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isRecord(claims) ? claims : null;
  } catch {
    return null;
  }
}

/** Renewed this long before it runs out, in milliseconds: a call takes time, and the server's clock ticks in seconds. */
const MARGIN = 5_000;

/**
 * @param serverTime the server's clock at that moment, in milliseconds since 1970; null: not known.
 * @param receivedAt when the answer with the token arrived, on a monotonic clock in milliseconds.
 * @returns the moment on the same clock from which it is no longer used; null: use it until the server refuses it.
 */
export function usableUntil(token: string, receivedAt: number, serverTime: number | null = null): number | null {
  const seconds = tokenLifetime(token, serverTime);
  // A token that lives for less than the margin would never be usable: half of its life then.
  return seconds === null ? null : receivedAt + Math.max(seconds * 1_000 - MARGIN, seconds * 500);
}
