// npm run demo: sets up, builds, opens the practice store and walks the main job where one can watch; screenshots go to demo/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { inPrivateDesktop } from './desktop.mjs';
import { withElectron } from './electron-path.mjs';
import { atTheEnd } from './processes.mjs';
import { inProject, root, runMain } from './project.mjs';
import { setUp } from './setup.mjs';

const pictures = inProject('demo');

await runMain(async () => {
  await setUp();
  await build();
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const watched = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (watched) return show(process.env, true);
  console.log('There is no display, so the demo runs in a window that nobody sees.');
  return inPrivateDesktop((env) => show(env, false));
});

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} watched somebody sees the window: then it stays open for them
 */
async function show(env, watched) {
  // Only there after the setup.
  const { _electron } = await import('playwright');
  const { walk } = await import('./demo/walk.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-demo-'));
  const forget = atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  const complete = withElectron(env);
  const app = await _electron.launch({
    executablePath: complete.ELECTRON_EXEC_PATH,
    cwd: root,
    args: [root, `--user-data-dir=${folder}`],
    env: /** @type {Record<string, string>} */ (complete),
  });
  try {
    await walk(await app.firstWindow(), { pictures, pace: watched ? 900 : 0 });
    if (watched) {
      console.log('The window is yours now. Close it to end the demo.');
      await app.waitForEvent('close', { timeout: 0 });
    }
    console.log(`Screenshots: ${pictures}`);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
    forget();
  }
}
