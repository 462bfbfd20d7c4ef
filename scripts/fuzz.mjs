// Reads many fuzzed answers through the production path: npm run fuzz -- --runs 100000 --from 1
import { runOnElectron } from './on-electron.mjs';
import { runMain } from './project.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp({ quiet: true });
  return runOnElectron('tests/fuzz/run.ts', process.argv.slice(2));
});
