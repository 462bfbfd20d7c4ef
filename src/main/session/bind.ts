// Joins tokens and typed client for one identity.
import { createApi } from '../http/api.ts';
import { createAuthorisedFetch } from '../http/authorised-fetch.ts';
import type { Connection } from '../http/connection.ts';
import { createTransport } from '../http/transport.ts';
import { renewTokens } from './server-calls.ts';
import type { Target } from './target.ts';
import { createTokenAccess, type TokenAccess } from './token-access.ts';
import { tokenUserId } from './token-times.ts';

export interface Bound {
  readonly target: Target;
  readonly connection: Connection;
  readonly tokens: TokenAccess;
}

export interface BindParts {
  readonly target: Target;
  readonly refresh: string;
  /** null at start, when only the kept refresh token is known. */
  readonly access: string | null;
  keep(refresh: string): Promise<void>;
  /** The server has ended the session of these tokens. */
  ended(tokens: TokenAccess): void;
  /** Milliseconds, monotonic. */
  now(): number;
}

export function bind({ target, refresh, access, keep, ended, now }: BindParts): Bound {
  const { server, username, practice } = target;
  const send = createTransport(target.network, server);
  const open = createApi(server, send);
  let userId = access === null ? null : tokenUserId(access);
  const tokens: TokenAccess = createTokenAccess({
    access,
    refresh,
    renew: async (token) => {
      const answer = await renewTokens(open, token);
      if (answer.kind === 'renewed') userId = tokenUserId(answer.access);
      return answer;
    },
    keep,
    now,
    ended: () => ended(tokens),
  });
  const connection: Connection = {
    identity: `${server.base} ${username}`,
    server,
    username,
    practice,
    api: createApi(server, createAuthorisedFetch(send, tokens)),
    plain: send,
    userId: () => userId,
  };
  return { target, connection, tokens };
}
