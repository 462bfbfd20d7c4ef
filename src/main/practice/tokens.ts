// SimpleJWT 5.5: HS256 pairs that expire by the store's clock, rotation, blacklist. Sentences as in its `tokens.py` and `exceptions.py`.
import { sign, verify } from 'hono/jwt';
import type { PracticeBehaviour } from './behaviour.ts';
import { hexadecimal } from './random.ts';

export type TokenType = 'access' | 'refresh';

export interface Pair {
  readonly refresh: string;
  readonly access: string;
}

export type TokenCheck =
  | { readonly ok: true; readonly userId: number; readonly jti: string }
  | { readonly ok: false; readonly fault: 'Token is expired' | 'Token is invalid' | 'Token is blacklisted' | 'Token has wrong type' };

export interface Tokens {
  issue(userId: number): Promise<Pair>;
  issueAccess(userId: number): Promise<string>;
  check(token: string, type: TokenType): Promise<TokenCheck>;
  /** Blacklists a refresh token. */
  revoke(jti: string): void;
  /** From now on every token issued so far has expired, whatever its own times say. */
  expire(which: TokenType | 'all'): void;
}

export function mintTokens(behaviour: PracticeBehaviour, now: () => number, random: () => number): Tokens {
  const secret = hexadecimal(random, 64);
  const outstanding = new Map<string, TokenType>();
  const expired = new Set<string>();
  const blacklisted = new Set<string>();

  function make(type: TokenType, userId: number): Promise<string> {
    const iat = Math.floor(now() / 1000);
    const exp = iat + (type === 'access' ? behaviour.accessSeconds : behaviour.refreshSeconds);
    const jti = hexadecimal(random, 32);
    outstanding.set(jti, type);
    // 5.5 writes the user's number as text.
    return sign({ token_type: type, exp, iat, jti, user_id: String(userId) }, secret, 'HS256');
  }

  return {
    async issue(userId) {
      return { refresh: await make('refresh', userId), access: await make('access', userId) };
    },
    issueAccess: (userId) => make('access', userId),
    async check(token, type) {
      let claims: Awaited<ReturnType<typeof verify>>;
      try {
        // Times are judged below, by the store's own clock.
        claims = await verify(token, secret, { alg: 'HS256', exp: false, iat: false, nbf: false });
      } catch {
        return { ok: false, fault: 'Token is invalid' };
      }
      const jti = String(claims['jti']);
      if (Number(claims.exp) * 1000 <= now() || expired.has(jti)) return { ok: false, fault: 'Token is expired' };
      if (blacklisted.has(jti)) return { ok: false, fault: 'Token is blacklisted' };
      if (claims['token_type'] !== type) return { ok: false, fault: 'Token has wrong type' };
      return { ok: true, userId: Number(claims['user_id']), jti };
    },
    revoke(jti) {
      blacklisted.add(jti);
    },
    expire(which) {
      for (const [jti, type] of outstanding) {
        if (which !== 'all' && which !== type) continue;
        expired.add(jti);
        outstanding.delete(jti);
      }
    },
  };
}
