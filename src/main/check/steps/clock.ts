// This computer's clock against the server's, by the `Date` of the first answer.
import { clockDifference } from '../../http/clock-difference.ts';
import { type Finding, notTested, passed, warning } from '../finding.ts';
import type { At, Known } from '../known.ts';

/** Milliseconds: below it nothing that people do here depends on it. */
const MUCH = 120_000;

export async function checkClock({ asking }: At, known: Known): Promise<Finding> {
  if (known.way === 'inside') return passed('The practice store goes by this computer’s own clock.');
  const own = await asking.first();
  const ahead = own.kind === 'answer' ? clockDifference(own.headers.get('date'), own.sentAt, own.receivedAt) : null;
  if (ahead === null) return notTested('The server does not say what time it is.');
  if (Math.abs(ahead) <= MUCH)
    return passed(
      Math.abs(ahead) < 2_000
        ? 'This computer and the server agree on the time.'
        : `This computer and the server differ by ${span(ahead)}.`,
    );
  return warning(
    `This computer’s clock is ${span(ahead)} ${ahead > 0 ? 'behind' : 'ahead of'} the server’s.`,
    'Set this computer’s clock; if it is right, tell the person who runs the server.',
    {
      hint: `Server minus computer: ${Math.round(ahead / 1_000)} s.`,
    },
  );
}

const UNITS = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
] as const;

function span(milliseconds: number): string {
  const size = Math.abs(milliseconds);
  // From two on, so that 26 hours are not told as a day.
  const [unit, word] = UNITS.find(([each]) => size >= 2 * each) ?? ([1_000, 'second'] as const);
  const count = Math.round(size / unit);
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
