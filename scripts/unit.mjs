// Runs the unit tests on Electron's own Node: npm run unit -- [filter]
import { pathToFileURL } from 'node:url';
import { runOnElectron } from './on-electron.mjs';
import { runMain } from './project.mjs';
import { setUp } from './setup.mjs';

export const vitest = 'node_modules/vitest/vitest.mjs';
export const unitArguments = ['run', '--config', 'tests/vitest.config.ts'];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await setUp({ quiet: true });
    return runOnElectron(vitest, [...unitArguments, ...process.argv.slice(2)]);
  });
}
