// One line of the bench: ours, a yardstick measured beside it in the same run, and the goal.
export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly yardstick: number;
  /** Of the medians. */
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
}

export interface Subject {
  readonly name: string;
  readonly goal: string;
  met(row: Row): boolean;
}

/** Measures both sides so often, in turn, and takes the medians. */
export async function measure(subject: Subject, runs: number, once: () => Promise<Pick<Row, 'ours' | 'yardstick'>>): Promise<Row> {
  const all: Pick<Row, 'ours' | 'yardstick'>[] = [];
  for (let run = 0; run < runs; run += 1) {
    const measured = await once();
    all.push(measured);
    process.stdout.write(`  ${subject.name}: ${measured.ours.toFixed(1)} against ${measured.yardstick.toFixed(1)}\n`);
  }
  const [ours, yardstick] = [median(all.map((each) => each.ours)), median(all.map((each) => each.yardstick))];
  const row = { name: subject.name, ours, yardstick, ratio: ours / yardstick, goal: subject.goal, met: false };
  return { ...row, met: subject.met(row) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
