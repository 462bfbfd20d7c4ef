// Kills the real app at named points and looks whether anything was lost or doubled: npm run kill -- --rounds 500 --seed 1
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { inPrivateDesktop } from './desktop.mjs';
import { withElectron } from './electron-path.mjs';
import { onElectron } from './on-electron.mjs';
import { run } from './processes.mjs';
import { inProject, root, runMain } from './project.mjs';
import { setUp } from './setup.mjs';

export const killReport = inProject('test-results', 'kill.json');

/**
 * Of a built app.
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runKills(args = []) {
  rmSync(killReport, { force: true });
  if (process.platform !== 'linux') {
    console.log('The kill run watches and stops processes by way of /proc: it runs on Linux only.');
    return 0;
  }
  const [command, line, { ELECTRON_RUN_AS_NODE: asNode }] = onElectron('tests/kill/run.ts', ...args);
  return inPrivateDesktop(async (env) => {
    const complete = { ...withElectron(env), ELECTRON_RUN_AS_NODE: asNode };
    return (await run(command, line, { cwd: root, env: complete })).code;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await setUp({ quiet: true });
    await build();
    return runKills(process.argv.slice(2));
  });
}
