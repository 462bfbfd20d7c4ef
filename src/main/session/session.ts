// Who is signed in, at which server, and how that changes: restoring, signing in and out, practice, the server ending it.
import { describeError } from '../../shared/errors/describe.ts';
import type { KeychainProblem } from '../../shared/errors/app-error.ts';
import type { RegisterInput, RegisterOutput, SessionView, SignInInput, SignOutOutput } from '../../shared/ipc/session-schemas.ts';
import { type Result, fail, ok } from '../../shared/result.ts';
import { createApi } from '../http/api.ts';
import { createAuthorisedFetch } from '../http/authorised-fetch.ts';
import { type ServerAddress, readServerAddress } from '../http/server-address.ts';
import { type Fetch, createTransport } from '../http/transport.ts';
import type { Connection } from '../http/connection.ts';
import { register } from './register.ts';
import { obtainTokens, renewTokens, tellSignOut } from './server-calls.ts';
import type { SessionParts } from './session-parts.ts';
import { type TokenAccess, createTokenAccess } from './token-access.ts';
import { tokenUserId } from './token-times.ts';

export interface Session {
  view(): SessionView;
  /** null unless somebody is signed in; in `expired` too, so that what was read stays on the screen. */
  connection(): Connection | null;
  /** Signs in with the refresh token kept by an earlier start, where there is one. */
  restore(): Promise<void>;
  signIn(input: SignInInput): Promise<Result<SessionView>>;
  register(input: RegisterInput): Promise<Result<RegisterOutput>>;
  openPractice(): Promise<Result<SessionView>>;
  signOut(): Promise<SignOutOutput>;
  /** The name that the profile gives, for the screen. */
  rename(name: string): void;
}

/** One identity's tokens and client. */
interface Bound {
  readonly connection: Connection;
  readonly tokens: TokenAccess;
}

interface Target {
  readonly server: ServerAddress;
  readonly network: Fetch;
  readonly username: string;
  readonly practice: boolean;
}

export function createSession(parts: SessionParts): Session {
  let bound: Bound | null = null;
  let view: SessionView = signedOut(null);
  let notKept: KeychainProblem | null = null;
  /** Grows with every sign-in and sign-out, so that a slow answer cannot bring back what has been left. */
  let generation = 0;

  function signedOut(notice: string | null): SessionView {
    const { server, username } = parts.readLast();
    return { state: 'signed-out', server, username, notice };
  }

  const show = (next: SessionView): void => {
    view = next;
    parts.changed(view);
  };

  const showSignedIn = (connection: Connection, name: string): void => {
    const { practice, username } = connection;
    show({ state: 'signed-in', server: serverName(connection), username, name, practice, notKept: practice ? null : notKept });
  };

  const keep = async (target: Target, refresh: string): Promise<void> => {
    if (target.practice) return;
    const written = await parts.secrets.write(place(target.server), target.username, refresh);
    notKept = written.kind === 'problem' ? written.problem : null;
    if (notKept !== null) parts.log(`keychain: sign-in not kept (${notKept})`);
  };

  const forget = async (target: Target): Promise<string | null> => {
    if (target.practice) return null;
    const removed = await parts.secrets.remove(place(target.server), target.username);
    // A machine without a keychain has nothing to forget.
    return removed.kind === 'ok' || removed.problem === 'missing'
      ? null
      : 'The sign-in kept in the keychain could not be removed. Remove “Paydesk” there by hand.';
  };

  const bind = (target: Target, refresh: string, access: string | null): Bound => {
    const send = createTransport(target.network, target.server);
    const open = createApi(target.server, send);
    let userId = access === null ? null : tokenUserId(access);
    const tokens = createTokenAccess({
      access,
      refresh,
      renew: async (token) => {
        const answer = await renewTokens(open, token);
        if (answer.kind === 'renewed') userId = tokenUserId(answer.access);
        return answer;
      },
      keep: (token) => keep(target, token),
      now: parts.now,
      ended: () => {
        if (bound?.tokens !== tokens || view.state !== 'signed-in') return;
        show({ ...view, state: 'expired' });
        void forget(target);
      },
    });
    const { server, username, practice } = target;
    const connection: Connection = {
      identity: `${server.base} ${username}`,
      server,
      username,
      practice,
      api: createApi(server, createAuthorisedFetch(send, tokens)),
      plain: send,
      userId: () => userId,
    };
    return { connection, tokens };
  };

  const take = (next: Bound): void => {
    const same = bound?.connection.identity === next.connection.identity;
    bound?.tokens.close();
    bound = next;
    if (!same) parts.identityChanged(next.connection);
  };

  const enter = async (target: Target, password: string, turn: number): Promise<Result<SessionView>> => {
    const open = createApi(target.server, createTransport(target.network, target.server));
    const pair = await obtainTokens(open, target.username, password);
    if (!pair.ok) return pair;
    if (turn !== generation) return ok(view);
    await keep(target, pair.value.refresh);
    if (turn !== generation) return ok(view);
    const name = view.state === 'expired' && view.username === target.username ? view.name : target.username;
    take(bind(target, pair.value.refresh, pair.value.access));
    if (bound !== null) showSignedIn(bound.connection, name);
    return ok(view);
  };

  const signIn = async (input: SignInInput): Promise<Result<SessionView>> => {
    const server = readServerAddress(input.server, input.acceptPlainHttp);
    if (!server.ok) return server;
    const username = input.username.trim();
    if (username === '') return fail({ kind: 'refused', summary: [], fields: { username: ['Type your user name.'] } });
    if (input.password === '') return fail({ kind: 'refused', summary: [], fields: { password: ['Type your password.'] } });
    generation += 1;
    const entered = await enter({ server: server.value, network: parts.network, username, practice: false }, input.password, generation);
    if (entered.ok) parts.saveLast({ server: server.value.base, username, acceptPlainHttp: input.acceptPlainHttp });
    return entered;
  };

  return {
    view: () => view,
    connection: () => bound?.connection ?? null,
    restore: async () => {
      const last = parts.readLast();
      const server = readServerAddress(last.server, last.acceptPlainHttp);
      if (!server.ok || last.username === '') return;
      generation += 1;
      const turn = generation;
      show({ state: 'restoring', server: server.value.base });
      const target: Target = { server: server.value, network: parts.network, username: last.username, practice: false };
      const kept = await parts.secrets.read(place(server.value), last.username);
      if (turn !== generation) return;
      if (kept.kind === 'problem') {
        show(signedOut(kept.problem === 'missing' ? null : 'The keychain could not be opened, so please sign in.'));
        return;
      }
      if (kept.value === null) {
        show(signedOut(null));
        return;
      }
      const restored = bind(target, kept.value, null);
      const token = await restored.tokens.token();
      if (turn !== generation) return;
      if (token.kind === 'ended') {
        await forget(target);
        show(signedOut('Your last session has ended. Sign in again.'));
        return;
      }
      // Without an answer the session goes on: only the server can end it.
      take(restored);
      showSignedIn(restored.connection, last.username);
    },
    signIn,
    register: async (input) => {
      const server = readServerAddress(input.server, input.acceptPlainHttp);
      if (!server.ok) return server;
      const open = createApi(server.value, createTransport(parts.network, server.value));
      const registered = await register(open, input, parts.newKey());
      if (!registered.ok) return registered;
      const { confirmEmail, said } = registered.value;
      if (confirmEmail) return ok({ outcome: 'confirm-email', said });
      const { username, password, acceptPlainHttp } = input;
      const entered = await signIn({ server: input.server, username, password, acceptPlainHttp });
      return ok({ outcome: entered.ok ? 'signed-in' : 'created', said: entered.ok ? said : describeError(entered.error) });
    },
    openPractice: async () => {
      generation += 1;
      const { server, fetch, username, password } = parts.openPractice();
      return await enter({ server, network: fetch, username, practice: true }, password, generation);
    },
    signOut: async () => {
      generation += 1;
      const left = bound;
      bound = null;
      if (left === null) {
        show(signedOut(null));
        return { server: 'confirmed', said: null };
      }
      const { refresh, access } = left.tokens.take();
      left.tokens.close();
      parts.identityChanged(null);
      const { server, username, practice, plain } = left.connection;
      const notice = await forget({ server, network: plain, username, practice });
      show(signedOut(notice));
      const answer = await tellSignOut(createApi(server, plain), refresh, access);
      return { server: answer.confirmed ? 'confirmed' : 'not-confirmed', said: answer.said };
    },
    rename: (name) => {
      if (bound !== null && (view.state === 'signed-in' || view.state === 'expired')) show({ ...view, name });
    },
  };
}

/** Bound to the server's whole address, so that no other server is ever offered this person's token. */
function place(server: ServerAddress): string {
  return `Paydesk ${server.base}`;
}

function serverName(connection: Connection): string {
  return connection.practice ? 'Practice store' : connection.server.base;
}
