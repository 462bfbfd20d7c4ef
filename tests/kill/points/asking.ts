// Crash points around the asking: before it is written down, when it is written down and nobody is told, while it is held.
import { until } from '../app.ts';
import { freeze } from '../os-processes.ts';
import { claim, isReading, type Scene, written } from '../scene.ts';
import { anyhow, type Point } from './point.ts';

/** The page has asked, main has taken it up, and the journal's file cannot be written: somebody else has its lock. */
async function askWhileLocked(scene: Scene): Promise<number> {
  const { shop, outside } = scene;
  await scene.hold(0);
  // What is written down goes no further than its reading.
  shop.treat((arrival) => (isReading(arrival) ? 'keep' : 'answer'));
  await outside.lock();
  const wishes = scene.wishes([]);
  for (const wish of wishes) scene.ask(wish);
  await scene.takenUp();
  return wishes.length;
}

const beforeAsked: Point = {
  name: 'before-asked',
  reach: async (scene) => {
    await askWhileLocked(scene);
    claim(scene.rows().length === 0, 'nothing is written down');
    return anyhow;
  },
};

const afterAsked: Point = {
  name: 'after-asked',
  reach: async (scene) => {
    const { app, outside, intents } = scene;
    const count = await askWhileLocked(scene);
    // From here on nobody can be told.
    freeze(app.pidOf('renderer'));
    await outside.unlock();
    await written(scene, 'asked', count);
    claim(!intents.some(({ acknowledged }) => acknowledged), 'the page knows nothing of it');
    return { ...anyhow, whole: true };
  },
};

/** Seconds: longer than any machine needs from the answer to the kill. */
const LONG_HOLD = 10;

const duringHold: Point = {
  name: 'during-hold',
  reach: async (scene) => {
    await scene.hold(LONG_HOLD);
    for (const wish of scene.wishes([])) scene.ask(wish);
    await until('the page is told', () => scene.intents.every(({ acknowledged }) => acknowledged));
    claim(
      scene.rows().every(({ kind }) => kind === 'asked'),
      'all are held',
    );
    return anyhow;
  },
};

export const asking: readonly Point[] = [beforeAsked, afterAsked, duringHold];
