// How the unit tests run: on Electron's own Node (see scripts/unit.mjs), everything under tests/ but the end-to-end specs.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    testTimeout: 10_000,
    // Of two cores vitest would take one.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/main/**/*.ts', 'src/shared/**/*.ts'],
      exclude: ['**/*.gen.ts'],
      reporter: ['text', 'json-summary', 'html'],
      reportsDirectory: 'coverage',
      // In percent; npm run coverage fails below it.
      thresholds: { lines: 90 },
    },
  },
});
