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

/**
 * Specs find the binary in ELECTRON_EXEC_PATH.
 * @param {readonly string[]} args for Playwright
 * @returns {Promise<number>} the runner's exit code
 */
export async function runEndToEnd(args = []) {
  rmSync(e2eReport, { force: true });
  const line = ['node_modules/playwright/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts', ...args];
  return inPrivateDesktop(async (env) => (await run(process.execPath, line, { cwd: root, env: withElectron(env) })).code);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await setUp({ quiet: true });
    await build();
    return runEndToEnd(process.argv.slice(2));
  });
}
