// Every fault with every operation, in the real window, printed as a table: npm run faults
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { e2eReport, runEndToEnd } from './e2e.mjs';
import { readJson, runMain } from './project.mjs';
import { setUp } from './setup.mjs';

const SPEC = 'faults/matrix.spec.ts';

/** @typedef {{ fault: string, operation: string, word: string, red: boolean, why: string }} Cell */

/**
 * @param {any} report Playwright's; undefined when the run left none
 * @returns {Cell[]} in the order of the run
 */
export function cellsOf(report) {
  /** @type {Cell[]} */
  const cells = [];
  /** @param {any} suite */
  const walk = (suite) => {
    for (const inner of suite.suites ?? []) walk(inner);
    for (const { title, tests } of suite.specs ?? []) {
      const [test] = tests;
      const [result] = test.results;
      const said = (/** @type {string} */ type) =>
        [...(test.annotations ?? []), ...(result?.annotations ?? [])].find((each) => each.type === type)?.description ?? '';
      const red = result?.status !== 'passed';
      const why = (result?.errors ?? []).map((/** @type {any} */ error) => error.message).join('\n');
      cells.push({ fault: title, operation: suite.title, word: red ? `RED ${said('expected')}?` : said('outcome'), red, why });
    }
  };
  for (const suite of report?.suites ?? []) walk(suite);
  return cells;
}

/**
 * Faults as rows, operations as columns.
 * @param {readonly Cell[]} cells
 * @returns {string}
 */
export function tableOf(cells) {
  const operations = [...new Set(cells.map(({ operation }) => operation))];
  const faults = [...new Set(cells.map(({ fault }) => fault))];
  const word = (/** @type {string} */ fault, /** @type {string} */ operation) =>
    cells.find((cell) => cell.fault === fault && cell.operation === operation)?.word ?? '-';
  const rows = [['', ...operations], ...faults.map((fault) => [fault, ...operations.map((operation) => word(fault, operation))])];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function faults() {
  await build();
  const started = performance.now();
  process.env['PAYDESK_WHOLE_MATRIX'] = '1';
  const code = await runEndToEnd([SPEC]);
  const cells = cellsOf(readJson(e2eReport));
  const red = cells.filter((cell) => cell.red);
  console.log(`\n${tableOf(cells)}\n`);
  for (const { fault, operation, why } of red) console.log(`RED ${operation}, ${fault}:\n${why}\n`);
  const rows = new Set(cells.map(({ fault }) => fault)).size;
  const columns = new Set(cells.map(({ operation }) => operation)).size;
  const took = Math.round((performance.now() - started) / 1_000);
  console.log(`${rows} faults, ${columns} operations: ${cells.length - red.length} cells green, ${red.length} red (${took} s)`);
  return cells.length === 0 || red.length > 0 ? 1 : code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await setUp({ quiet: true });
    return faults();
  });
}
