// How long the smallest request takes: the median of a few, one after the other.
import type { Answer } from '../asking.ts';
import { FIRST_PATH } from '../asking.ts';
import { type Finding, notTested, passed, warning } from '../finding.ts';
import type { At, Known } from '../known.ts';
import { endsIt } from './offers.ts';

const TIMES = 5;
/** Milliseconds from which a clerk notices each call. */
const SLOW = 1_000;

export async function checkSpeed({ asking }: At, { way }: Known): Promise<Finding> {
  if (way === 'inside') return notTested('Not needed: nothing goes over a network.');
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const answer: Answer = await asking.plain('GET', FIRST_PATH);
    const ended = endsIt(answer);
    if (ended !== null) return ended;
    if (answer.kind === 'none')
      return warning('Some of the small calls were not answered.', 'Check the Wi-Fi or the cable, then check again.');
    times.push(answer.took);
  }
  const median = Math.round(times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0);
  const found = `A small call takes ${median < 1 ? 'less than 1' : median} ms.`;
  return median < SLOW
    ? passed(found)
    : warning(`${found} That is slow.`, 'Paydesk works, with waiting; ask the person who runs the network or the server.');
}
