// The whole suite, from a fresh clone to one closing line: setup, checks with unit tests, end-to-end tests, crash rounds.
import { build } from './build.mjs';
import { unitReport, unitStep } from './check/steps.mjs';
import { runChecks } from './check.mjs';
import { closingLine, countEndToEnd, countKills, countUnit, sum } from './counts.mjs';
import { e2eReport, runEndToEnd } from './e2e.mjs';
import { killReport, runKills } from './kill.mjs';
import { readJson, Stop } from './project.mjs';
import { seconds } from './setup/progress.mjs';
import { setUp } from './setup.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/** @type {Counts} */
const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/**
 * A part that cannot run at all counts as one failed, and the others still run.
 * @param {string} title
 * @param {() => Promise<Counts>} work
 * @returns {Promise<Counts>}
 */
async function part(title, work) {
  const started = performance.now();
  console.log(`\n== ${title}`);
  try {
    const counts = await work();
    console.log(`${title}: ${closingLine(counts)} (${seconds(started)})`);
    return counts;
  } catch (error) {
    console.log(error instanceof Stop ? error.message : error);
    return oneFailed;
  }
}

async function checks() {
  const failed = await runChecks({ whole: true });
  const unit = countUnit(readJson(unitReport), failed.includes(unitStep) ? 1 : 0);
  return sum([unit, ...failed.filter((name) => name !== unitStep).map(() => oneFailed)]);
}

/** Two at a time save a third of the time, and find races that one at a time does not: too many still to decide on what may land. */
const DESKTOPS = 1;

async function endToEnd() {
  await build();
  const code = await runEndToEnd([], DESKTOPS);
  return countEndToEnd(readJson(e2eReport), code);
}

/** Fifty rounds at all points; the longer run is `npm run kill`. */
async function crashes() {
  await build();
  const code = await runKills(['--rounds', '50', '--seed', '1']);
  return process.platform === 'linux' ? countKills(readJson(killReport), code) : { passed: 0, failed: 0, skipped: 1 };
}

async function all() {
  const prepared = await part('Setup', async () => {
    await setUp();
    return { passed: 0, failed: 0, skipped: 0 };
  });
  if (prepared.failed > 0) return prepared;
  return sum([await part('Checks and unit tests', checks), await part('End-to-end tests', endToEnd), await part('Crash rounds', crashes)]);
}

const total = await all();
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${closingLine(total)}`);
