// A computer whose clock is a day wrong: its people stay signed in, and their tokens are renewed when that is due and at no other time.
import { describe, expect, it } from 'vitest';
import { json } from '../http/scripted-server.ts';
import { accessToken } from './json-web-token.ts';
import { createWorld, RAM } from './session-setup.ts';

const REFRESH = '/api/token/refresh/';
const HISTORY = '/api/orders/history/';
const DAY = 86_400_000;
/** Where the server's clock stands when the world's is at 0, in seconds since 1970. */
const BEGAN = 1_800_000_000;

describe.each([
  ['right', 0],
  ['a day slow', -DAY],
  ['a day fast', DAY],
])('with a clock that is %s', (_how, off) => {
  /** A server as SimpleJWT is: what it renews carries the `iat` of the sign-in. Tokens live for 300 s. */
  async function signedIn() {
    const seconds = (): number => BEGAN + Math.floor(world.clock.now / 1_000);
    const told = (body: unknown) => json(200, body, { date: new Date(seconds() * 1_000).toUTCString() });
    const renewed = (): string => accessToken(`renewed at ${seconds()}`, seconds() + 300 - BEGAN, BEGAN);
    const world = createWorld({
      wallOff: BEGAN * 1_000 + off,
      answers: {
        '/api/token/': () => told({ access: accessToken('first', 300, BEGAN), refresh: 'r1' }),
        [REFRESH]: () => told({ access: renewed(), refresh: 'r2' }),
        [HISTORY]: () => told([]),
      },
    });
    await world.session.signIn(RAM);
    const ask = (): Promise<unknown> => world.connection().api.GET('/api/orders/history/', { params: { query: {} } });
    const renewals = (): number => world.server.asked.filter(({ path }) => path === REFRESH).length;
    return { world, ask, renewals };
  }

  it('a token is used until just before its end, and then renewed once for all who wait', async () => {
    const { world, ask, renewals } = await signedIn();
    world.clock.now = 294_000;
    await Promise.all([ask(), ask(), ask()]);
    expect(renewals()).toBe(0);
    world.clock.now = 295_001;
    await Promise.all(Array.from({ length: 50 }, ask));
    expect(renewals()).toBe(1);
    expect(world.session.view().state).toBe('signed-in');
  });

  it('a whole day costs one renewal for each token, and no refusal', async () => {
    const { world, ask, renewals } = await signedIn();
    for (let minute = 1; minute <= 24 * 60; minute += 1) {
      world.clock.now = minute * 60_000;
      await ask();
    }
    // Every fifth minute a token has five seconds left or none.
    expect(renewals()).toBe(288);
    expect(world.session.view().state).toBe('signed-in');
  });
});
