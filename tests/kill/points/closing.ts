// The crash while somebody quits: the window is closed, calls are still under way, and the app is killed before it has ended by itself.
import { isWrite, keptAtShop } from '../scene.ts';
import { anyhow, type Point } from './point.ts';
import { askAndTreat } from './sending.ts';

const whileQuitting: Point = {
  name: 'while-quitting',
  reach: async (scene) => {
    const { app, chance } = scene;
    const count = await askAndTreat(scene, isWrite, chance.happens(0.5) ? 'keep' : 'carry-out', []);
    await keptAtShop(scene, count);
    void app.page.send('Page.close').catch(() => undefined);
    await Promise.race([app.page.pageGone, app.ended]);
    return anyhow;
  },
};

export const closing: readonly Point[] = [whileQuitting];
