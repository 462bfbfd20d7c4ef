// Says what setup does: numbered steps with their time, and a sign of life while a long one runs.

/**
 * @typedef {object} Step
 * @property {string} title what is made sure of
 * @property {(say: (line: string) => void) => string | Promise<string>} ensure does what is missing, says so, answers what there is now
 */

/**
 * Runs the steps in order; the first that throws ends the setup.
 * @param {readonly Step[]} steps
 * @param {{ quiet: boolean, print?: (line: string) => void, beatMs?: number }} options quiet prints only what is actually done
 */
export async function runSteps(steps, { quiet, print = console.log, beatMs = 10_000 }) {
  const begun = performance.now();
  for (const [index, { title, ensure }] of steps.entries()) {
    const head = `[${index + 1}/${steps.length}] ${title}`;
    const started = performance.now();
    let busy = false;
    const beat = setInterval(() => busy && print(`${head}: still at it, ${seconds(started)}`), beatMs);
    try {
      const result = await ensure((line) => {
        busy = true;
        print(`${head}: ${line}`);
      });
      if (busy || !quiet) print(`${head}: ${result} (${seconds(started)})`);
    } finally {
      clearInterval(beat);
    }
  }
  if (!quiet) print(`Ready in ${seconds(begun)}.`);
}

/** @param {number} since a reading of performance.now() */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
