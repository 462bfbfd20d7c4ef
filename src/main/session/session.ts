// Who is signed in, at which server, and how that changes: restoring, signing in and out, practice, the server ending it.

import type { Owner } from '../../shared/domain/operation-schemas.ts';
import type { KeychainProblem } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { RegisterInput, RegisterOutput, SessionView, SignInInput, SignOutOutput } from '../../shared/ipc/session-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Api, createApi } from '../http/api.ts';
import { readServerAddress } from '../http/server-address.ts';
import { createTransport, type TimeLimits } from '../http/transport.ts';
import { type Bound, bind } from './bind.ts';
import { register } from './register.ts';
import { obtainTokens, tellSignOut } from './server-calls.ts';
import type { SessionParts } from './session-parts.ts';
import { createKeeping, type Target } from './target.ts';

export interface Session {
  view(): SessionView;
  /** Who was signed in when Paydesk was closed, as far as this desk remembers; whether their sign-in was kept, only the keychain knows. */
  lastOwner(): Owner | null;
  /**
   * Signs in with the refresh token kept by an earlier start, where there is one. Asks no server: that may end the session later.
   * @param ready nobody is signed in before.
   */
  restore(ready: Promise<void>): Promise<void>;
  signIn(input: SignInInput): Promise<Result<SessionView>>;
  register(input: RegisterInput): Promise<Result<RegisterOutput>>;
  openPractice(): Promise<Result<SessionView>>;
  /** Nobody waits any longer for a sign-in that is under way. */
  giveUp(): void;
  /** Where the server has ended the session: somebody else may sign in. */
  leave(): void;
  signOut(): Promise<Omit<SignOutOutput, 'historyStays'>>;
  /** The name that the profile gives, for the screen. */
  rename(name: string): void;
}

export function createSession(parts: SessionParts): Session {
  const keeping = createKeeping(parts.secrets, parts.log);
  let bound: Bound | null = null;
  let view: SessionView = signedOut(null);
  let notKept: KeychainProblem | null = null;
  /** Grows with every sign-in and sign-out, so that a slow answer cannot bring back what has been left. */
  let generation = 0;
  /** Whose refresh token the keychain has, or is about to have, without their being signed in yet. */
  let entering: (Pick<Bound, 'target'> & Partial<Pick<Bound, 'tokens'>>) | null = null;

  let patience = new AbortController();

  /** @returns what to tell the person when it could not be cleared away. */
  const abandonEntering = async (): Promise<string | null> => {
    const left = entering;
    entering = null;
    left?.tokens?.close();
    // Asked for at once, so that the keychain does it before whatever the next turn writes.
    return left === null ? null : await keeping.forget(left.target);
  };

  const beginTurn = (): (() => boolean) => {
    void abandonEntering();
    generation += 1;
    const own = generation;
    return () => own === generation;
  };

  function signedOut(notice: string | null): SessionView {
    const { server, username } = parts.readLast();
    return { state: 'signed-out', server, username, notice };
  }

  const show = (next: SessionView): void => {
    view = next;
    parts.changed(view);
  };

  const keep = async (target: Target, refresh: string): Promise<void> => {
    notKept = await keeping.keep(target, refresh);
    if (view.state === 'signed-in' && bound?.target === target) show({ ...view, notKept });
  };

  const bindTo = (target: Target, refresh: string, access: string | null): Bound =>
    bind({
      target,
      limits: parts.limits,
      refresh,
      access,
      now: parts.now,
      wallClock: parts.wallClock,
      reached: parts.reached,
      keep: (token) => keep(target, token),
      ended: (tokens) => {
        if (bound?.tokens !== tokens || view.state !== 'signed-in') return;
        show({ ...view, state: 'expired' });
        void keeping.forget(target);
      },
    });

  /** The same person signing in over the screen they were on keeps everything; anybody else starts empty. */
  const take = (next: Bound): void => {
    const earlier = bound;
    // Every opening of the practice store is a new shop, though its address and its person are the same.
    const same = earlier?.connection.identity === next.connection.identity && earlier.target.network === next.target.network;
    const name = same && view.state === 'expired' ? view.name : next.target.username;
    earlier?.tokens.close();
    bound = same ? earlier.goOnWith(next) : next;
    entering = null;
    if (!same) parts.identityChanged(next.connection);
    const { server, username, practice } = next.target;
    show({
      state: 'signed-in',
      server: practice ? 'Practice store' : server.base,
      username,
      name,
      practice,
      notKept: practice ? null : notKept,
    });
  };

  const enter = async (target: Target, password: string, taken: () => void): Promise<Result<SessionView>> => {
    const current = beginTurn();
    patience = new AbortController();
    const pair = await obtainTokens(openApi(target, parts.limits), target.username, password, patience.signal);
    if (!pair.ok) return pair;
    if (!current()) return ok(view);
    // Bound before it is kept: the access token's time runs from now, however long the keychain takes.
    const next = bindTo(target, pair.value.refresh, pair.value.access);
    entering = next;
    await keep(target, pair.value.refresh);
    if (!current()) return ok(view);
    take(next);
    taken();
    return ok(view);
  };

  const signIn = async (input: SignInInput): Promise<Result<SessionView>> => {
    const server = readServerAddress(input.server, input.acceptPlainHttp);
    if (!server.ok) return server;
    const username = input.username.trim();
    if (username === '') return fail({ kind: 'refused', summary: [], fields: { username: ['Type your user name.'] } });
    if (input.password === '') return fail({ kind: 'refused', summary: [], fields: { password: ['Type your password.'] } });
    return await enter({ server: server.value, network: parts.network, username, practice: false }, input.password, () => {
      parts.saveLast({ server: server.value.base, username, acceptPlainHttp: input.acceptPlainHttp });
    });
  };

  /** @returns what to tell at the sign-in form; undefined when there is none, because the session is back. */
  const restoreTo = async (target: Target, ready: Promise<void>, current: () => boolean): Promise<string | null | undefined> => {
    entering = { target };
    const [kept] = await Promise.all([keeping.read(target), ready]);
    if (!current()) return undefined;
    if (kept.kind === 'problem') return kept.problem === 'missing' ? null : 'The keychain could not be opened, so please sign in.';
    if (kept.value === null) return null;
    // Without asking anybody, so that a desk without a network opens at once: the first call renews the token, and only the server can end it.
    take(bindTo(target, kept.value, null));
    return undefined;
  };

  const lastTarget = (): Target | null => {
    const { server, username, acceptPlainHttp } = parts.readLast();
    const read = readServerAddress(server, acceptPlainHttp);
    return read.ok && username !== '' ? { server: read.value, network: parts.network, username, practice: false } : null;
  };

  /** What could not be removed from the keychain must not sign anybody in at the next start. */
  const forgetLast = (): void => {
    if (bound === null) parts.saveLast({ ...parts.readLast(), username: '' });
  };

  /** Signed out before anybody was signed in. */
  const leaveHalfway = async (
    halfway: boolean,
    abandoned: Promise<string | null>,
    current: () => boolean,
  ): ReturnType<Session['signOut']> => {
    // What was being opened for them goes, too.
    if (halfway) parts.identityChanged(null);
    const notice = await abandoned;
    if (current()) show(signedOut(notice));
    return { server: halfway ? 'not-confirmed' : 'confirmed', said: null };
  };

  return {
    view: () => view,
    lastOwner: () => {
      const target = lastTarget();
      return target === null ? null : { server: target.server.base, username: target.username };
    },
    restore: async (ready) => {
      const target = lastTarget();
      if (target === null) return;
      const current = beginTurn();
      show({ state: 'restoring', server: target.server.base });
      const notice = await restoreTo(target, ready, current);
      if (notice === undefined || !current()) return;
      entering = null;
      show(signedOut(notice));
    },
    signIn,
    register: async (input) => {
      const server = readServerAddress(input.server, input.acceptPlainHttp);
      if (!server.ok) return server;
      const registered = await register(openApi({ server: server.value, network: parts.network }, parts.limits), input, parts.newKey());
      if (!registered.ok) return registered;
      const { confirmEmail, said } = registered.value;
      if (confirmEmail) return ok({ outcome: 'confirm-email', said });
      const { username, password, acceptPlainHttp } = input;
      const entered = await signIn({ server: input.server, username, password, acceptPlainHttp });
      return ok({ outcome: entered.ok ? 'signed-in' : 'created', said: entered.ok ? said : describeError(entered.error) });
    },
    openPractice: async () => {
      const { server, fetch, username, password } = parts.openPractice();
      return await enter({ server, network: fetch, username, practice: true }, password, () => undefined);
    },
    giveUp: () => patience.abort(),
    leave: () => {
      if (view.state !== 'expired') return;
      beginTurn();
      bound?.tokens.close();
      bound = null;
      parts.identityChanged(null);
      show(signedOut(null));
    },
    signOut: async () => {
      const halfway = entering !== null;
      const abandoned = abandonEntering();
      const current = beginTurn();
      const left = bound;
      bound = null;
      if (left === null) return await leaveHalfway(halfway, abandoned, current);
      const { refresh, access } = left.tokens.take();
      left.tokens.close();
      parts.identityChanged(null);
      const notice = (await keeping.forget(left.target)) ?? (await abandoned);
      // Somebody may have signed in while the keychain was busy.
      if (current()) show(signedOut(notice));
      if (notice !== null) forgetLast();
      const answer = await tellSignOut(openApi(left.target, parts.limits), refresh, access);
      return { server: answer.confirmed ? 'confirmed' : 'not-confirmed', said: answer.said };
    },
    rename: (name) => {
      if (view.state === 'signed-in' || view.state === 'expired') show({ ...view, name });
    },
  };
}

/** The client for calls that carry no access token. */
function openApi({ server, network }: Pick<Target, 'server' | 'network'>, limits: TimeLimits | undefined): Api {
  return createApi(server, createTransport(network, server, limits));
}
