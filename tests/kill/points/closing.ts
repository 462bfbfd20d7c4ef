// The crash while somebody quits and calls are still under way: at the question that is asked first, or, where nobody is asked because the
// computer goes down, while what is under way is waited for.
import { until } from '../app.ts';
import { isWrite, keptAtShop } from '../scene.ts';
import { anyhow, type Point } from './point.ts';
import { askAndTreat } from './sending.ts';

const whileQuitting: Point = {
  name: 'while-quitting',
  reach: async (scene) => {
    const { app, chance } = scene;
    const count = await askAndTreat(scene, isWrite, chance.happens(0.5) ? 'keep' : 'carry-out', []);
    await keptAtShop(scene, count);
    if (chance.happens(0.5)) {
      app.page.quit();
      const asks = `document.querySelector('[role=dialog], [role=alertdialog]') !== null`;
      await until('the window asks', async () => (await app.page.evaluate(asks)) === true);
    } else {
      process.kill(app.pid, 'SIGTERM');
      await until('the window is hidden', async () => (await app.page.evaluate('document.visibilityState')) === 'hidden');
    }
    return anyhow;
  },
};

export const closing: readonly Point[] = [whileQuitting];
