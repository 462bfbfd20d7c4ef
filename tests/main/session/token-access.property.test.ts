// Fifty calls, refusals, rotations and a sign-out in any order of arrival: never two renewals at once, never a token used twice.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AccessAnswer } from '../../../src/main/http/authorised-fetch.ts';
import { createTokenAccess, type RenewAnswer } from '../../../src/main/session/token-access.ts';
import { accessToken } from './json-web-token.ts';

const FIRST = accessToken('access of r0');

/** A server that rotates and blacklists, as SimpleJWT does: a refresh token works once. */
function createRotatingServer(scheduler: fc.Scheduler) {
  const server = { current: 'r0', count: 0, inFlight: 0, most: 0, replayed: 0 };
  const renew = async (refresh: string): Promise<RenewAnswer> => {
    server.inFlight += 1;
    server.most = Math.max(server.most, server.inFlight);
    await scheduler.schedule(Promise.resolve(), 'server');
    server.inFlight -= 1;
    if (refresh !== server.current) {
      server.replayed += 1;
      return { kind: 'refused' };
    }
    server.count += 1;
    server.current = `r${server.count}`;
    return { kind: 'renewed', access: accessToken(`access of ${server.current}`), refresh: server.current };
  };
  return { server, renew };
}

function setUp(scheduler: fc.Scheduler) {
  const { server, renew } = createRotatingServer(scheduler);
  const state = { kept: 'r0', ended: 0, out: false, keptAfterOut: false };
  const tokens = createTokenAccess({
    access: FIRST,
    refresh: 'r0',
    renew,
    keep: async (refresh) => {
      state.keptAfterOut ||= state.out;
      await scheduler.schedule(Promise.resolve(), 'keychain');
      state.kept = refresh;
    },
    ended: () => {
      state.ended += 1;
    },
    now: () => 0,
  });
  return { server, state, tokens };
}

it('every call ends with the token that is kept, after exactly one renewal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 50 }), async (scheduler, callers) => {
      const { server, state, tokens } = setUp(scheduler);
      const caller = async (): Promise<AccessAnswer> => {
        await scheduler.schedule(Promise.resolve(), 'refused by the server');
        const answer = await tokens.replace(FIRST);
        // Whoever goes on finds the rotated token kept already.
        expect(state.kept).toBe('r1');
        return answer;
      };
      const answers = Promise.all(Array.from({ length: callers }, caller));
      await scheduler.waitFor(answers);
      expect(new Set((await answers).map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(server).toMatchObject({ count: 1, most: 1, replayed: 0 });
      expect(state.ended).toBe(0);
    }),
    { numRuns: 1_000 },
  );
});

it('signing out at any moment: nobody gets a token from then on, nothing is kept, no token is used twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 12 }), async (scheduler, callers) => {
      const { server, state, tokens } = setUp(scheduler);
      const caller = async (): Promise<void> => {
        await scheduler.schedule(Promise.resolve(), 'refused by the server');
        const answer = await tokens.replace(FIRST);
        if (state.out) expect(answer).toEqual({ kind: 'ended' });
      };
      const leave = async (): Promise<void> => {
        await scheduler.schedule(Promise.resolve(), 'sign-out');
        tokens.close();
        state.out = true;
      };
      await scheduler.waitFor(Promise.all([leave(), ...Array.from({ length: callers }, caller)]));
      expect(server.most).toBeLessThanOrEqual(1);
      expect(server.replayed).toBe(0);
      expect(state).toMatchObject({ ended: 0, keptAfterOut: false });
      expect(tokens.take().access).toBeNull();
    }),
    { numRuns: 1_000 },
  );
});
