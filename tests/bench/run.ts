// Measures what Paydesk costs beside yardsticks in the same run, prints a table, and leaves tests/bench/results.json. Five runs, medians.
// `--quick`: three runs, fewer marks and presses, and without the shop of a million orders. `--million`: with it all the same. `--only NAME`: the rows with it in their names.
// `--runs N`: so many, for a look in between.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { bulkMarks, measureBulkMarks } from './bulk-marks.ts';
import { measureHistory } from './history.ts';
import { details, HISTORY_ROWS, HUGE, historyRow } from './history-rows.ts';
import { keyPress, measureKeyPress } from './key-press.ts';
import { measureReadHistory, measureReadRefusal, readHistoryAnswer, readRefusalAnswer } from './read-answer.ts';
import { lineOf, measure, type Row } from './row.ts';

const quick = process.argv.includes('--quick');
const million = !quick || process.argv.includes('--million');
/** What stands after a word of the command line. */
const after = (word: string): string | null => (process.argv.includes(word) ? (process.argv[process.argv.indexOf(word) + 1] ?? '') : null);
const runs = Number(after('--runs') ?? (quick ? 3 : 5));
const [presses, marks] = quick ? [50, 300] : [200, 1_000];
const only = after('--only');
const wanted = (name: string): boolean => only === null || name.includes(only);

const began = performance.now();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const load = (): string => `load ${loadavg()[0]?.toFixed(1) ?? '?'}`;
say(`${runs} runs each, medians; ${load()} before`);

const rows: Row[] = [];
const history = HISTORY_ROWS.filter(({ name, orders }) => wanted(name) && (million || orders < HUGE));
if (history.length > 0) {
  const seconds = (): string => ((performance.now() - began) / 1_000).toFixed(0).padStart(4);
  const ledger = await measureHistory(history, runs, (line) => say(`${seconds()} s  ${line}`));
  for (const line of details(ledger)) say(`  ${line}`);
  for (const row of history) {
    const judged = historyRow(row, ledger);
    if (judged !== null) rows.push(judged);
    else say(`  ${row.name}: could not be measured`);
  }
}
const bulk = bulkMarks(marks);
if (wanted(bulk.name)) rows.push(await measure(bulk, runs, () => measureBulkMarks(marks)));
if (wanted(keyPress.name)) rows.push(await measure(keyPress, runs, () => measureKeyPress(presses)));
if (wanted(readHistoryAnswer.name)) rows.push(await measure(readHistoryAnswer, runs, measureReadHistory));
if (wanted(readRefusalAnswer.name)) rows.push(await measure(readRefusalAnswer, runs, measureReadRefusal));

for (const row of rows) say(lineOf(row));
if (!million) say('Left out: the shop of a million orders; --million measures it, too, and so does a run without --quick.');
say(`${((performance.now() - began) / 1_000).toFixed(0)} s; ${load()} after`);
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
process.exit(0);
