// Crash points around the sending: the hold is over, the row is on the disk, the request has left, the shop has carried it out.
import { until } from '../app.ts';
import { freeze } from '../os-processes.ts';
import { claim, isReading, isWrite, keptAtShop, type Scene, written } from '../scene.ts';
import type { Arrival, Treatment } from '../shop.ts';
import { type Aftermath, anyhow, type Point } from './point.ts';

/** @returns how many were asked for. */
export async function askAndTreat(
  scene: Scene,
  which: (arrival: Arrival) => boolean,
  how: Treatment,
  creations: Parameters<Scene['wishes']>[0],
): Promise<number> {
  await scene.hold(0);
  scene.shop.treat((arrival) => (which(arrival) ? how : 'answer'));
  const wishes = scene.wishes(creations);
  for (const wish of wishes) scene.ask(wish);
  return wishes.length;
}

const beforeSent: Point = {
  name: 'before-sent',
  reach: async (scene) => {
    await keptAtShop(scene, await askAndTreat(scene, isReading, 'keep', ['record-payment']));
    claim(
      scene.rows().every(({ kind }) => kind === 'asked'),
      'nothing is written of a sending',
    );
    return anyhow;
  },
};

/** Chromium's network process is stopped before the row is written: not a byte can leave, however slow or fast anything is. */
const afterSentEntry: Point = {
  name: 'after-sent-entry',
  reach: async (scene) => {
    const { app, shop, outside } = scene;
    const before = shop.writes().length;
    const count = await askAndTreat(scene, isReading, 'keep', ['record-payment']);
    await keptAtShop(scene, count);
    // The journal waits while the readings are answered, so that the network can be stopped between reading and writing.
    await outside.lock();
    const known = await scene.revision();
    shop.release();
    await until('main has read how each stands', async () => (await scene.revision()) >= known + count);
    freeze(app.pidOf('network'));
    await outside.unlock();
    await written(scene, 'sent', count);
    claim(shop.writes().length === before, 'nothing has left');
    return { ...anyhow, whole: true };
  },
};

const requestLeft: Point = {
  name: 'request-left',
  reach: async (scene) => {
    const { chance, intents } = scene;
    const count = await askAndTreat(scene, isWrite, 'keep', ['create-order', 'record-payment']);
    await keptAtShop(scene, count);
    claim(scene.count('sent') === count, 'each is written down as sent');
    const choices: readonly Aftermath[] = ['dropped', 'carried out', 'carried out late'];
    // What a creation has become is read once and then only every half minute: late means before that here.
    const mark = intents[0]?.wish.kind === 'mark';
    return { whole: null, aftermath: chance.pick(mark ? choices : choices.slice(0, 2)) ?? 'dropped' };
  },
};

const serverCommitted: Point = {
  name: 'server-committed',
  reach: async (scene) => {
    const count = await askAndTreat(scene, isWrite, 'carry-out', ['create-order', 'record-payment']);
    await keptAtShop(scene, count);
    claim(scene.count('answered') === 0, 'no answer has come');
    return anyhow;
  },
};

export const sending: readonly Point[] = [beforeSent, afterSentEntry, requestLeft, serverCommitted];
