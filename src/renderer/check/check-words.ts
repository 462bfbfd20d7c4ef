// What the connection check says as a whole, and which line stands where while a new check goes over an earlier one. Pure.
import { countedStates } from '../../shared/domain/connection-check.ts';
import type { CheckLine, CheckReport } from '../../shared/ipc/check-requests.ts';

export interface ShownLine extends CheckLine {
  /** Of the earlier check: this one has not come to it yet. */
  readonly earlier: boolean;
  /** Being looked at just now, or still to come. */
  readonly pending: 'running' | 'waiting' | null;
}

/** @param earlier the check before, whose findings stay until the new ones take their places. */
export function shownLines(report: CheckReport, earlier: CheckReport | null): readonly ShownLine[] {
  return report.lines.map((line) => {
    if (line.state !== 'running' && line.state !== 'waiting') return { ...line, earlier: false, pending: null };
    const before = earlier?.lines.find(({ step, found }) => step === line.step && found !== '');
    return { ...(before ?? line), earlier: before !== undefined, pending: line.state };
  });
}

/** One sentence on the whole, for the eye and for the ear. */
export function outcomeWords({ state, lines }: Pick<CheckReport, 'state' | 'lines'>): string {
  const states = lines.map((line) => line.state);
  const done = states.filter((each) => each !== 'running' && each !== 'waiting').length;
  if (state === 'running') return `Checking: ${done} of ${states.length} done…`;
  if (state === 'cancelled') return `Cancelled. ${countedStates(states)}.`;
  if (states.includes('failed')) return `Something is wrong: ${countedStates(states)}.`;
  if (states.includes('warning')) return `It works, with something to know: ${countedStates(states)}.`;
  return `No fault was found: ${countedStates(states)}.`;
}
