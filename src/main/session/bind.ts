// Joins tokens and typed client for one identity.
import { createApi } from '../http/api.ts';
import { type Access, createAuthorisedFetch } from '../http/authorised-fetch.ts';
import type { Connection } from '../http/connection.ts';
import { createLook } from '../http/look.ts';
import { type Reachability, watchReach } from '../http/reach.ts';
import { createServerClock } from '../http/server-clock.ts';
import { createTransport, type TimeLimits } from '../http/transport.ts';
import { renewTokens } from './server-calls.ts';
import type { Target } from './target.ts';
import { createTokenAccess, type TokenAccess } from './token-access.ts';
import { tokenUserId } from './token-times.ts';

export interface Bound {
  readonly target: Target;
  readonly connection: Connection;
  readonly tokens: TokenAccess;
  /** The same person has signed in again: whoever holds this connection goes on with it, by the new tokens. */
  goOnWith(next: Bound): Bound;
}

export interface BindParts {
  readonly target: Target;
  readonly limits?: TimeLimits | undefined;
  readonly refresh: string;
  /** null at start, when only the kept refresh token is known. */
  readonly access: string | null;
  keep(refresh: string): Promise<void>;
  /** The server has ended the session of these tokens. */
  ended(tokens: TokenAccess): void;
  /** Told after each call. */
  reached(reach: Reachability): void;
  /** Milliseconds, monotonic. */
  now(): number;
  wallClock(): Date;
}

export function bind({ target, limits, refresh, access, keep, ended, reached, now, wallClock }: BindParts): Bound {
  const { server, username, practice } = target;
  const clock = createServerClock({ wall: () => wallClock().getTime(), now });
  // Measured below the transport, which waits for the whole body: the header was written before it.
  const send = watchReach(createTransport(clock.watch(target.network), server, limits), reached);
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
    serverTime: clock.time,
    ended: () => ended(tokens),
  });
  let current: Pick<Bound, 'tokens'> & Pick<Connection, 'userId'> = { tokens, userId: () => userId };
  const connection: Connection = {
    identity: `${server.base} ${username}`,
    server,
    username,
    practice,
    api: createApi(server, (request) => createAuthorisedFetch(send, accessBy(current.tokens))(request)),
    plain: send,
    look: (signal, limits) => {
      const plain = createLook(target.network, server, signal, limits);
      return { plain, authorised: (request) => createAuthorisedFetch(plain, accessBy(current.tokens))(request) };
    },
    clock,
    userId: () => current.userId(),
  };
  /** A call that is under way ends with the tokens that it began with: where they are no longer the current ones, the session is not over. */
  const accessBy = (own: TokenAccess): Access => ({
    token: own.token,
    replace: async (refused) => {
      const answer = await own.replace(refused);
      return answer.kind === 'ended' && current.tokens !== own ? { kind: 'failed', reason: 'not-renewed' } : answer;
    },
    end: own.end,
  });
  const goOnWith = (next: Bound): Bound => {
    current = { tokens: next.tokens, userId: next.connection.userId };
    return { ...next, connection, goOnWith };
  };
  return { target, connection, tokens, goOnWith };
}
