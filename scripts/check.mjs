// The whole gate: npm run check; -- --fix formats and fixes what can be fixed.
import { mkdirSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { checkSteps, unitReport } from './check/steps.mjs';
import { run } from './processes.mjs';
import { inProject, root, runMain } from './project.mjs';
import { seconds } from './setup/progress.mjs';
import { setUp } from './setup.mjs';

const atOnce = 2;

/**
 * Runs every step, two at a time, and prints a line for each; a failed one is followed by what it said.
 * @param {{ fix?: boolean, whole?: boolean }} options whole: with the simulation, as `npm test` has it
 * @returns {Promise<string[]>} the names of the steps that failed
 */
export async function runChecks({ fix = false, whole = false } = {}) {
  mkdirSync(inProject('node_modules', '.cache', 'types'), { recursive: true });
  rmSync(unitReport, { force: true });
  const waiting = checkSteps({ fix, whole });
  /** @type {string[]} */
  const failed = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now();
      const { code, output } = await run(step.command, step.args, { cwd: root, env: step.env, capture: true });
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds(started)})`);
      if (code === 0) continue;
      failed.push(step.name);
      console.log(output.trimEnd().replaceAll(/^/gm, '       '));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const begun = performance.now();
    await setUp({ quiet: true });
    const failed = await runChecks({ fix: process.argv.includes('--fix') });
    console.log(failed.length === 0 ? `All checks passed in ${seconds(begun)}.` : `Failed after ${seconds(begun)}: ${failed.join(', ')}.`);
    return failed.length === 0 ? 0 : 1;
  });
}
