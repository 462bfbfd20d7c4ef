// Serves the practice store over HTTP on loopback: npm run practice-server -- --port 8000 --orders 1000 --latency 0
import { runOnElectron } from './on-electron.mjs';
import { runMain } from './project.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp({ quiet: true });
  return runOnElectron('src/main/practice/serve.ts', process.argv.slice(2));
});
