// Tokens shaped as SimpleJWT makes them; the signature is the server's business, so it is only a shape here.
import { Buffer } from 'node:buffer';

export function jsonWebToken(claims: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${'s'.repeat(43)}`;
}

/** @param lifetime in seconds. @param iat by the server's clock, in seconds since the epoch. */
export function accessToken(name: string, lifetime = 300, iat = 1_800_000_000): string {
  return jsonWebToken({ token_type: 'access', iat, exp: iat + lifetime, jti: name, user_id: 11 });
}
