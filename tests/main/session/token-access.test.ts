// One person's tokens: checked before use, renewed once however many wait, and never brought back after signing out.
import { describe, expect, it } from 'vitest';
import { createTokenAccess, type RenewAnswer } from '../../../src/main/session/token-access.ts';
import { accessToken } from './json-web-token.ts';

const FIRST = accessToken('first');
const SECOND = accessToken('second');

interface Setup {
  readonly access?: string | null;
  renew?(refresh: string, count: number): RenewAnswer | Promise<RenewAnswer>;
  keep?(refresh: string): Promise<void>;
}

function setUp({ access = FIRST, renew, keep }: Setup = {}) {
  const steps: string[] = [];
  const clock = { now: 0 };
  let renewals = 0;
  const tokens = createTokenAccess({
    access,
    refresh: 'r1',
    renew: async (refresh) => {
      renewals += 1;
      steps.push(`renew ${refresh}`);
      return renew === undefined ? { kind: 'renewed', access: SECOND, refresh: null } : await renew(refresh, renewals);
    },
    keep: async (refresh) => {
      steps.push(`keep ${refresh}`);
      await keep?.(refresh);
      steps.push(`kept ${refresh}`);
    },
    ended: () => steps.push('ended'),
    now: () => clock.now,
  });
  return { tokens, steps, clock };
}

const token = (text: string) => ({ kind: 'token', token: text }) as const;

describe('a token', () => {
  it('is used until its own times say that it has run out', async () => {
    const { tokens, steps, clock } = setUp();
    clock.now = 294_999;
    expect(await tokens.token()).toEqual(token(FIRST));
    clock.now = 295_000;
    expect(await tokens.token()).toEqual(token(SECOND));
    expect(steps).toEqual(['renew r1']);
  });

  it('is renewed before the first call when only the refresh token is known', async () => {
    const { tokens, steps } = setUp({ access: null });
    expect(await tokens.token()).toEqual(token(SECOND));
    expect(steps).toEqual(['renew r1']);
  });

  it('that tells no times is used until the server refuses it', async () => {
    const { tokens, steps, clock } = setUp({ access: 'opaque' });
    clock.now = 10 ** 12;
    expect(await tokens.token()).toEqual(token('opaque'));
    expect(steps).toEqual([]);
  });

  it('that lives for seconds only is used for half of them, and no longer', async () => {
    const { tokens, clock, steps } = setUp({ access: accessToken('short', 4) });
    clock.now = 1_999;
    expect((await tokens.token()).kind).toBe('token');
    expect(steps).toEqual([]);
    clock.now = 2_000;
    expect(await tokens.token()).toEqual(token(SECOND));
  });

  it('made by a server whose clock is years off is as good as any', async () => {
    for (const iat of [0, 4_000_000_000]) {
      const { tokens, steps } = setUp({ access: accessToken('far', 300, iat) });
      expect((await tokens.token()).kind).toBe('token');
      expect(steps).toEqual([]);
    }
  });
});

describe('renewing', () => {
  it('is asked for once by 50 callers at the same time', async () => {
    const { tokens, steps } = setUp({ access: null });
    const answers = await Promise.all(Array.from({ length: 50 }, () => tokens.token()));
    expect(answers).toEqual(answers.map(() => token(SECOND)));
    expect(steps).toEqual(['renew r1']);
  });

  it('is asked for once by 50 calls that were refused at the same time', async () => {
    const { tokens, steps } = setUp();
    const answers = await Promise.all(Array.from({ length: 50 }, () => tokens.replace(FIRST)));
    expect(answers).toEqual(answers.map(() => token(SECOND)));
    expect(steps).toEqual(['renew r1']);
  });

  it('is not asked for again by a late refusal of an older token', async () => {
    const { tokens, steps } = setUp();
    await tokens.replace(FIRST);
    expect(await tokens.replace(FIRST)).toEqual(token(SECOND));
    expect(steps).toEqual(['renew r1']);
  });

  it('is asked for again when the new token is refused, too', async () => {
    const { tokens, steps } = setUp();
    await tokens.replace(FIRST);
    await tokens.replace(SECOND);
    expect(steps).toEqual(['renew r1', 'renew r1']);
  });

  it('that fails leaves the session as it was, to be tried again', async () => {
    const { tokens, steps } = setUp({
      access: null,
      renew: (_refresh, count) =>
        count === 1 ? { kind: 'failed', reason: 'not-renewed' } : { kind: 'renewed', access: SECOND, refresh: null },
    });
    expect(await tokens.token()).toEqual({ kind: 'failed', reason: 'not-renewed' });
    expect(await tokens.token()).toEqual(token(SECOND));
    expect(steps).toEqual(['renew r1', 'renew r1']);
  });

  it('that is refused ends the session once, for every caller', async () => {
    const { tokens, steps } = setUp({ access: null, renew: () => ({ kind: 'refused' }) });
    const answers = await Promise.all([tokens.token(), tokens.replace('old'), tokens.token()]);
    expect(answers).toEqual(answers.map(() => ({ kind: 'ended' })));
    expect(await tokens.token()).toEqual({ kind: 'ended' });
    expect(steps).toEqual(['renew r1', 'ended']);
  });

  it('that breaks by a bug can be tried again', async () => {
    const { tokens } = setUp({
      access: null,
      renew: (_refresh, count) => (count === 1 ? Promise.reject(new Error('a bug')) : { kind: 'renewed', access: SECOND, refresh: null }),
    });
    await expect(tokens.token()).rejects.toThrow('a bug');
    expect(await tokens.token()).toEqual(token(SECOND));
  });
});

describe('a rotated refresh token', () => {
  const rotating = (refresh: string): RenewAnswer => ({ kind: 'renewed', access: accessToken(refresh), refresh: `${refresh}+` });

  it('is kept before anybody goes on', async () => {
    const keychain = Promise.withResolvers<void>();
    const { tokens, steps } = setUp({ access: null, renew: rotating, keep: () => keychain.promise });
    const callers = [tokens.token(), tokens.replace('old'), tokens.token()].map((call) => call.then(() => steps.push('went on')));
    await new Promise(setImmediate);
    expect(steps).toEqual(['renew r1', 'keep r1+']);
    keychain.resolve();
    await Promise.all(callers);
    expect(steps).toEqual(['renew r1', 'keep r1+', 'kept r1+', 'went on', 'went on', 'went on']);
  });

  it('is the one used next', async () => {
    const { tokens, steps } = setUp({ access: null, renew: rotating });
    await tokens.token();
    await tokens.replace(accessToken('r1'));
    expect(steps.filter((step) => step.startsWith('renew'))).toEqual(['renew r1', 'renew r1+']);
    expect(tokens.take().refresh).toBe('r1++');
  });

  it('is what sign-out takes along, even while it is being kept', async () => {
    const keychain = Promise.withResolvers<void>();
    const { tokens } = setUp({ access: null, renew: rotating, keep: () => keychain.promise });
    const caller = tokens.token();
    await new Promise(setImmediate);
    expect(tokens.take().refresh).toBe('r1+');
    tokens.close();
    keychain.resolve();
    expect(await caller).toEqual({ kind: 'ended' });
  });

  it('that is the same as before is not kept again', async () => {
    const { tokens, steps } = setUp({ access: null, renew: (refresh) => ({ kind: 'renewed', access: SECOND, refresh }) });
    await tokens.token();
    expect(steps).toEqual(['renew r1']);
  });
});

describe('after signing out', () => {
  it('a renewal that was under way gives nothing to anybody and keeps nothing', async () => {
    const server = Promise.withResolvers<RenewAnswer>();
    const { tokens, steps } = setUp({ access: null, renew: () => server.promise });
    const callers = [tokens.token(), tokens.token()];
    tokens.close();
    server.resolve({ kind: 'renewed', access: SECOND, refresh: 'r2' });
    expect(await Promise.all(callers)).toEqual([{ kind: 'ended' }, { kind: 'ended' }]);
    expect(steps).toEqual(['renew r1']);
  });

  it('nothing is renewed, and the end is not told as the server’s', async () => {
    const { tokens, steps } = setUp();
    tokens.close();
    tokens.end();
    expect(await tokens.token()).toEqual({ kind: 'ended' });
    expect(await tokens.replace(FIRST)).toEqual({ kind: 'ended' });
    expect(steps).toEqual([]);
  });

  it('no access token is given out', () => {
    const { tokens, clock } = setUp();
    expect(tokens.take()).toEqual({ refresh: 'r1', access: FIRST });
    clock.now = 295_000;
    expect(tokens.take().access).toBeNull();
    clock.now = 0;
    tokens.close();
    expect(tokens.take().access).toBeNull();
  });

  it('the server’s end is told once', () => {
    const { tokens, steps } = setUp();
    tokens.end();
    tokens.end();
    expect(steps).toEqual(['ended']);
  });
});
