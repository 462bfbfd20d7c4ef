// The built app, driven by Playwright in a private desktop: npm run e2e -- [filter]
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { inPrivateDesktop } from './desktop.mjs';
import { withElectron } from './electron-path.mjs';
import { run } from './processes.mjs';
import { inProject, root, runMain } from './project.mjs';
import { setUp } from './setup.mjs';

export const e2eReport = inProject('test-results', 'e2e.json');

/** What makes one private desktop another than the next. */
const DESKTOP = /^(DISPLAY|DBUS_SESSION_BUS_ADDRESS|HOME|XDG_.*)$/;

/**
 * Specs find the binary in ELECTRON_EXEC_PATH.
 * @param {readonly string[]} args for Playwright
 * @param {number} desktops so many specs are played at a time, each on a private desktop of its own: no window takes another one's focus
 * @returns {Promise<number>} the runner's exit code
 */
export async function runEndToEnd(args = [], desktops = 1) {
  rmSync(e2eReport, { force: true });
  const line = ['node_modules/playwright/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts', ...args];
  return onDesktops(desktops, async (all) => {
    const [env = process.env] = all;
    const own = all.map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => DESKTOP.test(name))));
    return (await run(process.execPath, line, { cwd: root, env: { ...withElectron(env), PAYDESK_DESKTOPS: JSON.stringify(own) } })).code;
  });
}

/**
 * @template Result
 * @param {number} count
 * @param {(desktops: readonly NodeJS.ProcessEnv[]) => Promise<Result>} work
 * @param {readonly NodeJS.ProcessEnv[]} open
 * @returns {Promise<Result>}
 */
function onDesktops(count, work, open = []) {
  return open.length === count ? work(open) : inPrivateDesktop((env) => onDesktops(count, work, [...open, env]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await setUp({ quiet: true });
    await build();
    return runEndToEnd(process.argv.slice(2));
  });
}
