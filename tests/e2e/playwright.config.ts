// How the end-to-end specs run: the built app in real Electron, in the private desktop of scripts/e2e.mjs.
import { defineConfig } from 'playwright/test';

const results = '../../test-results';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // One app at a time: two would share two cores, and the waits that tests prove would depend on the neighbour.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: `${results}/e2e`,
  reporter: [['line'], ['json', { outputFile: `${results}/e2e.json` }]],
});
