// electron-vite's development mode, with reload: npm run dev -- --server=URL
import { withElectron } from './electron-path.mjs';
import { needDisplay, sandboxArguments } from './open-app.mjs';
import { run } from './processes.mjs';
import { root, runMain } from './project.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  needDisplay();
  await setUp({ quiet: true });
  const forElectron = [...sandboxArguments(), ...process.argv.slice(2)];
  const args = ['node_modules/electron-vite/bin/electron-vite.js', 'dev', '--watch', '--', ...forElectron];
  return (await run(process.execPath, args, { cwd: root, env: withElectron() })).code;
});
