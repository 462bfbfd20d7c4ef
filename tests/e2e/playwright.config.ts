// How the end-to-end specs run: the built app in real Electron, in the private desktop of scripts/e2e.mjs.
import { defineConfig } from 'playwright/test';

const results = '../../test-results';

/** The private desktops that scripts/e2e.mjs has opened: one for each worker, so that windows do not take each other's focus. */
const desktops = JSON.parse(process.env['PAYDESK_DESKTOPS'] ?? '[{}]') as readonly Readonly<Record<string, string>>[];
Object.assign(process.env, desktops[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]);

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  workers: desktops.length,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: `${results}/e2e`,
  reporter: [['line'], ['json', { outputFile: `${results}/e2e.json` }]],
});
