// Measures the built app beside yardsticks: npm run bench -- --quick
import { build } from './build.mjs';
import { inPrivateDesktop } from './desktop.mjs';
import { withElectron } from './electron-path.mjs';
import { onElectron } from './on-electron.mjs';
import { run } from './processes.mjs';
import { root, runMain } from './project.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp({ quiet: true });
  await build();
  const [command, line, { ELECTRON_RUN_AS_NODE: asNode }] = onElectron('tests/bench/run.ts', ...process.argv.slice(2));
  return inPrivateDesktop(async (env) => {
    const complete = { ...withElectron(env), ELECTRON_RUN_AS_NODE: asNode };
    return (await run(command, line, { cwd: root, env: complete })).code;
  });
});
