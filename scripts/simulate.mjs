// Runs many simulated days at a shop against the journal and its delivery: npm run simulate -- --seeds 100000 --from 1
import { runOnElectron } from './on-electron.mjs';
import { runMain } from './project.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp({ quiet: true });
  return runOnElectron('tests/simulation/run.ts', process.argv.slice(2));
});
