// Measures what Paydesk costs beside yardsticks in the same run, prints a table, and leaves tests/bench/results.json. `--quick`: fewer runs.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { bulkMarks, measureBulkMarks } from './bulk-marks.ts';
import { keyPress, measureKeyPress } from './key-press.ts';
import { measureReadHistory, measureReadRefusal, readHistoryAnswer, readRefusalAnswer } from './read-answer.ts';
import { measure, type Row } from './row.ts';

const quick = process.argv.includes('--quick');
const [runs, presses] = quick ? [3, 100] : [5, 200];
/** `--only bulk`, `--only key` or `--only read`. */
const only = process.argv[process.argv.indexOf('--only') + 1] ?? '';
const wanted = (name: string): boolean => !process.argv.includes('--only') || name.includes(only);

const load = (): string => `load ${loadavg()[0]?.toFixed(1) ?? '?'}`;
process.stdout.write(`${runs} runs each, medians; ${load()} before\n`);
const rows: Row[] = [];
if (wanted(bulkMarks.name)) rows.push(await measure(bulkMarks, runs, measureBulkMarks));
if (wanted(keyPress.name)) rows.push(await measure(keyPress, runs, () => measureKeyPress(presses)));
if (wanted(readHistoryAnswer.name)) rows.push(await measure(readHistoryAnswer, runs, measureReadHistory));
if (wanted(readRefusalAnswer.name)) rows.push(await measure(readRefusalAnswer, runs, measureReadRefusal));

for (const { name, ours, yardstick, ratio, goal, met } of rows) {
  const figures = `${ours.toFixed(1).padStart(9)} ${yardstick.toFixed(1).padStart(9)} ${ratio.toFixed(2).padStart(6)} x`;
  process.stdout.write(`${name.padEnd(58)}${figures}   ${goal}: ${met ? 'met' : 'NOT MET'}\n`);
}
process.stdout.write(`${load()} after\n`);
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
process.exit(0);
