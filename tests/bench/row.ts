// One line of the bench: ours, a yardstick measured beside it in the same run, and the goal.
export interface Row {
  readonly name: string;
  readonly ours: number;
  /** null: the goal speaks of ours alone. */
  readonly yardstick: number | null;
  /** Of the medians. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean;
}

export interface Subject {
  readonly name: string;
  readonly goal: string;
  met(row: Row): boolean;
}

export interface Measured {
  readonly ours: number;
  readonly yardstick: number | null;
}

/** Measures both sides so often, in turn, and takes the medians. */
export async function measure(subject: Subject, runs: number, once: () => Promise<Measured>): Promise<Row> {
  const all: Measured[] = [];
  for (let run = 0; run < runs; run += 1) {
    const measured = await once();
    all.push(measured);
    process.stdout.write(`  ${subject.name}: ${measured.ours.toFixed(1)} against ${measured.yardstick?.toFixed(1) ?? 'nothing'}\n`);
  }
  return judge(
    subject,
    all.map(({ ours }) => ours),
    all.map(({ yardstick }) => yardstick).filter((yardstick) => yardstick !== null),
  );
}

/** @param yardstick empty: there is none. */
export function judge(subject: Subject, ours: readonly number[], yardstick: readonly number[]): Row {
  const [own, beside] = [median(ours), yardstick.length === 0 ? null : median(yardstick)];
  const row = { name: subject.name, ours: own, yardstick: beside, ratio: beside === null ? null : own / beside, goal: subject.goal };
  return { ...row, met: subject.met({ ...row, met: false }) };
}

/** A goal in terms of the yardstick. @param said as the goal is written, where it is no plain number. */
export function timesAtMost(limit: number, said = String(limit)): Pick<Subject, 'goal' | 'met'> {
  return { goal: `at most ${said} x`, met: ({ ratio }) => ratio !== null && ratio <= limit };
}

/** A goal for ours alone. */
export function atMost(limit: number, unit: string): Pick<Subject, 'goal' | 'met'> {
  return { goal: `at most ${limit} ${unit}`, met: ({ ours }) => ours <= limit };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** @param share 0.95: nineteen of twenty are as small as this. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}

/** For people: fixed places for the figures, the goal, and whether it is met. */
export function lineOf({ name, ours, yardstick, ratio, goal, met }: Row): string {
  const figures = `${ours.toFixed(1).padStart(9)} ${(yardstick?.toFixed(1) ?? '-').padStart(9)} ${(ratio?.toFixed(2) ?? '-').padStart(6)}`;
  return `${name.padEnd(76)}${figures} ${ratio === null ? ' ' : 'x'}   ${goal}: ${met ? 'met' : 'NOT MET'}`;
}
