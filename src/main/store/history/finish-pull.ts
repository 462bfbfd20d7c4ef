// What a pull has told becomes the history: in the file, in one transaction, whole or not at all.
import type { Moment } from '../door.ts';
import { type Breath, stepThrough } from './breath.ts';
import { digestBytes } from './digests.ts';
import { readFacts } from './facts-text.ts';
import type { HistoryFile } from './history-file.ts';
import type { OrderRows } from './order-rows.ts';
import type { Pull, PullOutcome } from './pull.ts';
import type { Told } from './told.ts';

export interface FinishParts {
  readonly pull: Pull;
  readonly file: HistoryFile;
  readonly rows: OrderRows;
  /** When each order that was put by itself was asked for: those asked for later than the pull outlive it. */
  readonly put: ReadonlyMap<number, Moment>;
  /** Those that were put during the pull, and were not there before. */
  readonly came: ReadonlySet<number>;
  readonly asOf: string;
  readonly etag: string | null;
  readonly breathe: Breath;
}

export const DIGESTS = 'digests';
/** So many orders without a digest are read again with every pull; beyond that, and beyond one of a hundred, all digests are written anew. */
const MOST_UNDIGESTED = 1_000;
/** So many orders may differ from the index's columns: at every start they are read one by one. */
export const MOST_TOUCHED = 2_000;

/** @throws what the file came to grief with; the history in it is as it was. */
export async function writePull(parts: FinishParts): Promise<void> {
  const { file, pull } = parts;
  const outcome = pull.outcome();
  try {
    file.begin();
    await write(parts, outcome);
    file.commit();
  } catch (thrown) {
    file.rollBack();
    // On a full disk the history goes on in memory, and the file keeps the former one.
    if (!file.leaveIfFull(thrown)) throw thrown;
    await write(parts, outcome);
  }
}

async function write(parts: FinishParts, outcome: PullOutcome): Promise<void> {
  const { file, rows, pull, put, came, breathe } = parts;
  const { asked, person } = pull.start;
  const outlive = [...put].filter(([, moment]) => moment > asked).map(([id]) => id);
  const outliving = new Set(outlive);
  for (const id of outlive) giveWay(rows, id);
  const given = pull.first
    ? [...put.keys()].filter((id) => !outliving.has(id))
    : [...came].filter((id) => !outliving.has(id) && !outcome.staged.has(id));
  const gone = [...outcome.gone.filter((id) => !outliving.has(id)), ...given];
  await stepThrough(rows.take(gone, pull.first), breathe);
  noteTouched(file, outcome, gone);
  await noteDigests(parts, outcome, gone);
  for (const id of put.keys()) file.undigested.add(id);
  file.noteUnreadable(outcome.firstUnreadable);
  const { unreadable, ownOnly } = outcome;
  file.note({ asOf: parts.asOf, etag: parts.etag, unreadable, ownOnly, userId: person.userId, username: person.username });
}

/** The order was told later than the pull: what the pull told of it is used only where that answer left the payments out. */
function giveWay(rows: OrderRows, id: number): void {
  const staged = rows.staged(id);
  if (staged === null) return;
  const { payments } = readFacts(staged);
  const own = rows.read(id);
  if (own?.payments === null && payments !== null) rows.write({ ...own, payments });
  rows.unstage(id);
}

function noteTouched(file: HistoryFile, outcome: PullOutcome, gone: readonly number[]): void {
  if (outcome.staged.size + gone.length + file.touched.size() > MOST_TOUCHED) {
    file.touched.clear();
    file.note({ columns: null });
  }
  if (file.meta().columns === null) return;
  for (const id of outcome.staged) file.touched.add(id);
  for (const id of gone) file.touched.add(id);
}

async function noteDigests({ file, pull, breathe }: FinishParts, outcome: PullOutcome, gone: readonly number[]): Promise<void> {
  const { userId, username, digests } = file.meta();
  const { person } = pull.start;
  const changed = outcome.staged.size + gone.length;
  const many = changed + file.undigested.size() > Math.max(MOST_UNDIGESTED, outcome.rows / 100);
  if (digests && !many && userId === person.userId && username === person.username) {
    for (const id of outcome.staged) file.undigested.add(id);
    for (const id of gone) file.undigested.add(id);
    return;
  }
  file.undigested.clear();
  if (!file.kept()) return;
  await stepThrough(file.pieces.write(DIGESTS, digestBytes(outcome.digests())), breathe);
  file.note({ digests: true });
}

/**
 * What was told of payments by themselves gives way to a pull that was asked for later, where the pull's row is what stands.
 * @param orders of which payments have been told @returns those of which something else stands now
 */
export function settleTold({ file, rows, pull }: FinishParts, told: Told, orders: Iterable<number>): readonly number[] {
  const settled: number[] = [];
  file.write(() => {
    for (const id of orders) {
      const facts = rows.facts(id);
      // Text of our own has taken its payments from an earlier answer: this pull says nothing of them.
      if (!(facts instanceof Uint8Array)) continue;
      const { payments } = readFacts(facts);
      if (payments !== null && told.settle(id, payments, pull.start.asked)) settled.push(id);
    }
  });
  return settled;
}
