// Runs on a small disk of its own (full-disk.test.ts mounts it): asks until the disk is full, makes room, and asks again. Prints what it saw.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, type JournalFile, openJournalFile } from '../../../src/main/journal/file.ts';
import { standingOf } from '../../../src/main/journal/standing.ts';
import { beginOperation } from '../../../src/shared/domain/operation.ts';
import type { Asked } from '../../../src/shared/domain/operation-schemas.ts';

const folder = process.argv[2] ?? '';
const path = join(folder, 'journal.db');
const ballast = join(folder, 'ballast');
const timeNow = (): string => '2026-03-01T09:00:00.000Z';
const MOST = 5_000;

function asking(payment: number): Change {
  const asked: Asked = {
    wish: { kind: 'mark', payment, to: 'completed' },
    owner: { server: 'https://shop.example', username: 'ada' },
    actor: 'Ada',
    saw: { status: 'pending', amount: '10.00', order: 3, product: 'Rice' },
    reason: null,
    batch: null,
    holdUntil: timeNow(),
  };
  const id = `mark ${payment}`;
  const operation = beginOperation(id, 1, timeNow(), asked);
  return { draft: { operation: id, kind: 'asked', at: timeNow(), body: JSON.stringify(asked) }, standing: standingOf(operation) };
}

function open(): JournalFile {
  const opened = openJournalFile({ path, timeNow });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value;
}

writeFileSync(ballast, Buffer.alloc(400_000));
const file = open();
let acknowledged = 0;
let refusal = '';
for (let payment = 1; refusal === '' && payment < MOST; payment += 1) {
  const answer = file.append([asking(payment)]);
  if (answer.ok) acknowledged += 1;
  else refusal = answer.problem;
}
// Again and again, as somebody does who presses the key once more.
const again = Array.from({ length: 20 }, (_, index) => file.append([asking(MOST + index)])).filter(({ ok }) => !ok).length;
const readable = file.unsettled();
rmSync(ballast);
const afterwards = file.append([asking(2 * MOST)]).ok;
file.close();
const after = open();
const verdict = after.verify();
const { entries, missing, setAside } = after.opening;
after.close();
const read = readable.ok ? readable.value.length : -1;
process.stdout.write(JSON.stringify({ acknowledged, refusal, again, read, afterwards, entries, missing, setAside, verdict }));
