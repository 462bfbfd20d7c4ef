// Sets up what is missing, builds and opens the app: npm start -- --server=URL
import { build } from './build.mjs';
import { electronPath, withElectron } from './electron-path.mjs';
import { needDisplay, sandboxArguments } from './open-app.mjs';
import { run } from './processes.mjs';
import { root, runMain } from './project.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  needDisplay();
  await setUp();
  await build();
  return (await run(electronPath(), [root, ...sandboxArguments(), ...process.argv.slice(2)], { env: withElectron() })).code;
});
