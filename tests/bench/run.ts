// Measures what Paydesk costs beside yardsticks in the same run, prints a table, and leaves tests/bench/results.json. Five runs, medians.
// `--quick`: three runs, without the shop of a million orders. `--million`: with it all the same. `--only NAME`: the rows with it in their names.
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
const [runs, presses] = quick ? [3, 100] : [5, 200];
const only = process.argv[process.argv.indexOf('--only') + 1] ?? '';
const wanted = (name: string): boolean => !process.argv.includes('--only') || name.includes(only);

const began = performance.now();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const load = (): string => `load ${loadavg()[0]?.toFixed(1) ?? '?'}`;
say(`${runs} runs each, medians; ${load()} before`);

const rows: Row[] = [];
const history = HISTORY_ROWS.filter(({ name, orders }) => wanted(name) && (million || orders < HUGE));
if (history.length > 0) {
  const ledger = await measureHistory(history, runs, (line) => say(`  ${line}`));
  for (const line of details(ledger)) say(`  ${line}`);
  for (const row of history) {
    const judged = historyRow(row, ledger);
    if (judged !== null) rows.push(judged);
    else say(`  ${row.name}: could not be measured`);
  }
}
if (wanted(bulkMarks.name)) rows.push(await measure(bulkMarks, runs, measureBulkMarks));
if (wanted(keyPress.name)) rows.push(await measure(keyPress, runs, () => measureKeyPress(presses)));
if (wanted(readHistoryAnswer.name)) rows.push(await measure(readHistoryAnswer, runs, measureReadHistory));
if (wanted(readRefusalAnswer.name)) rows.push(await measure(readRefusalAnswer, runs, measureReadRefusal));

for (const row of rows) say(lineOf(row));
if (!million) say('Left out: the shop of a million orders; --million measures it, too, and so does a run without --quick.');
say(`${((performance.now() - began) / 1_000).toFixed(0)} s; ${load()} after`);
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
process.exit(0);
