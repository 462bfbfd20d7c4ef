// What may happen next at the shop, each with its weight: people, other desks, the network, the server's whims, crashes.
import * as people from './people.ts';
import { USERS, type World } from './world.ts';

interface Happening {
  weight(world: World): number;
  happen(world: World): void | Promise<void>;
}

const always = (weight: number) => (): number => weight;

const HAPPENINGS: Readonly<Record<string, Happening>> = {
  ask: { weight: always(26), happen: people.askSomething },
  askMany: { weight: always(3), happen: people.askMany },
  undo: { weight: always(5), happen: people.undoSomething },
  hurry: { weight: always(3), happen: people.hurrySomething },
  decide: { weight: always(8), happen: people.decideSomething },
  batch: { weight: always(3), happen: people.handleBatch },
  elsewhere: { weight: always(5), happen: people.changeElsewhere },
  expire: { weight: always(2), happen: ({ shop }) => shop.expire() },
  revoke: { weight: always(1), happen: ({ shop, desk }) => shop.revoke(desk().user() ?? USERS[0]) },
  signIn: { weight: ({ desk }) => (desk().user() === null || desk().expired() ? 12 : 1), happen: signIn },
  signOut: { weight: always(1), happen: ({ desk }) => desk().signOut() },
  network: {
    weight: ({ weather }) => (weather.online ? 2 : 8),
    happen: ({ weather, desk }) => {
      weather.online = !weather.online;
      if (weather.online) desk().operations.wake();
    },
  },
  weather: { weight: always(2), happen: ({ changeWeather }) => changeWeather() },
  disk: {
    weight: ({ weather }) => (weather.diskFull ? 8 : 1),
    happen: ({ weather }) => {
      weather.diskFull = !weather.diskFull;
    },
  },
  wake: { weight: always(3), happen: ({ desk }) => desk().operations.wake() },
  insist: { weight: always(2), happen: ({ desk }) => desk().operations.insist() },
  crash: {
    weight: always(4),
    happen: async (world) => {
      await world.crash();
      if (world.chance.happens(0.5)) world.clock.skip(world.chance.whole(100, 60_000));
      signIn(world);
    },
  },
  idle: { weight: always(5), happen: ({ clock, chance }) => clock.skip(chance.whole(500, 40_000)) },
  /** The computer is switched off and on again. */
  night: {
    weight: always(0.5),
    happen: async (world) => {
      world.clock.skip(world.chance.whole(3_600_000, 30 * 3_600_000));
      await world.crash();
      signIn(world);
    },
  },
};

function signIn({ desk, chance }: World): void {
  desk().signIn(chance.pick(USERS) ?? USERS[0]);
}

/** Either something happens, or time goes on to what is due next. */
export async function takeStep(world: World): Promise<void> {
  const { chance, clock } = world;
  if (!chance.happens(0.3) && clock.step(60_000)) return;
  const weights = Object.fromEntries(Object.entries(HAPPENINGS).map(([name, { weight }]) => [name, weight(world)]));
  await HAPPENINGS[chance.weighted(weights)]?.happen(world);
}
