// Holds the tokens of one signed-in person, in memory: checks expiry before use, renews with one request however many callers wait.
import type { UnreachableReason } from '../../shared/errors/app-error.ts';
import type { Access, AccessAnswer } from '../http/authorised-fetch.ts';
import { usableUntil } from './token-times.ts';

export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
}

/** `refused`: the server will not renew any more. `failed`: it could not be asked, or was not itself; the session goes on. */
export type RenewAnswer =
  | { readonly kind: 'renewed'; readonly access: string; readonly refresh: string | null }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly reason: UnreachableReason };

export interface TokenAccessParts {
  /** Absent at start, when only the kept refresh token is known. */
  readonly access: string | null;
  readonly refresh: string;
  renew(refresh: string): Promise<RenewAnswer>;
  /** Stores a rotated refresh token; awaited before anybody goes on. Handles its own failures. */
  keep(refresh: string): Promise<void>;
  /** Told once, when the server ends the session. */
  ended(): void;
  /** Milliseconds, monotonic. */
  now(): number;
  /** The server's clock now, in milliseconds since 1970; null while it is not known. */
  serverTime?(): number | null;
}

export interface TokenAccess extends Access {
  /** The tokens as they stand, for telling the server at sign-out; `access` only while it is usable. */
  take(): { readonly refresh: string; readonly access: string | null };
  /** Signed out here: nothing that is still under way may change anything any more. */
  close(): void;
}

export function createTokenAccess(parts: TokenAccessParts): TokenAccess {
  let refresh = parts.refresh;
  let access = parts.access;
  const untilOf = (token: string): number | null => usableUntil(token, parts.now(), parts.serverTime?.() ?? null);
  let until = access === null ? null : untilOf(access);
  let over: 'no' | 'ended' | 'closed' = 'no';
  let renewing: Promise<AccessAnswer> | null = null;

  const usable = (): string | null => (access !== null && (until === null || parts.now() < until) ? access : null);

  const end = (): void => {
    if (over !== 'no') return;
    over = 'ended';
    parts.ended();
  };

  const renewOnce = async (): Promise<AccessAnswer> => {
    const answer = await parts.renew(refresh);
    if (over !== 'no') return { kind: 'ended' };
    if (answer.kind === 'failed') return answer;
    if (answer.kind === 'refused') {
      end();
      return { kind: 'ended' };
    }
    access = answer.access;
    until = untilOf(access);
    if (answer.refresh !== null && answer.refresh !== refresh) {
      refresh = answer.refresh;
      // The old refresh token may already be dead on the server: until the new one is kept, nobody goes on.
      await parts.keep(refresh);
      // Signed out while the keychain was busy.
      if (over !== 'no') return { kind: 'ended' };
    }
    return { kind: 'token', token: answer.access };
  };

  const renew = (): Promise<AccessAnswer> => {
    renewing ??= renewOnce().finally(() => {
      renewing = null;
    });
    return renewing;
  };

  return {
    token: async () => {
      if (over !== 'no') return { kind: 'ended' };
      const token = renewing === null ? usable() : null;
      return token === null ? await renew() : { kind: 'token', token };
    },
    replace: async (refused) => {
      if (over !== 'no') return { kind: 'ended' };
      const token = renewing === null && access !== refused ? usable() : null;
      return token === null ? await renew() : { kind: 'token', token };
    },
    end,
    take: () => ({ refresh, access: usable() }),
    close: () => {
      over = 'closed';
      access = null;
    },
  };
}
