// Crash points around the end of an operation, and in the middle of many: the answer is there, it is written down, some of a batch are done.
import { until } from '../app.ts';
import { claim, isWrite, keptAtShop, written } from '../scene.ts';
import { anyhow, type Point } from './point.ts';
import { askAndTreat } from './sending.ts';

/** Main has the answer, and cannot write it down: somebody else has the lock. That it has it shows in what it tells the page. */
const answerArrived: Point = {
  name: 'answer-arrived',
  reach: async (scene) => {
    const { shop, outside } = scene;
    const count = await askAndTreat(scene, isWrite, 'keep', ['create-order', 'record-payment']);
    await keptAtShop(scene, count);
    await outside.lock();
    const known = await scene.revision();
    shop.release();
    await until('main has the answers', async () => (await scene.revision()) >= known + count);
    claim(scene.count('answered') === 0 && scene.count('sent') === count, 'no answer is written down');
    return anyhow;
  },
};

const afterSettled: Point = {
  name: 'after-settled',
  reach: async (scene) => {
    const count = await askAndTreat(scene, () => false, 'answer', ['create-order', 'record-payment']);
    await written(scene, 'answered', count);
    return anyhow;
  },
};

/** Of a bulk run. */
const MANY = 40;

/** The shop carries out so many, and then keeps all others waiting, half of them carried out, half not. */
const batchMiddle: Point = {
  name: 'batch-middle',
  reach: async (scene) => {
    const { shop, chance } = scene;
    await scene.hold(0);
    const carriedOut = chance.whole(0, MANY - 5);
    let writes = 0;
    shop.treat((arrival) => {
      if (!isWrite(arrival)) return 'answer';
      writes += 1;
      if (writes <= carriedOut) return 'answer';
      return writes % 2 === 0 ? 'keep' : 'carry-out';
    });
    await scene.runBulk(MANY);
    // As many as may be on the wire at once.
    await keptAtShop(scene, 4);
    claim(scene.count('answered') < MANY, 'some are still to be done');
    return anyhow;
  },
};

export const settling: readonly Point[] = [answerArrived, afterSettled, batchMiddle];
