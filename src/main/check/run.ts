// Runs the tests one after the other, tells each finding as it is known, and leaves out what an earlier failure has made pointless.
import { CHECK_STEPS, CHECK_TITLES, type CheckStep } from '../../shared/domain/connection-check.ts';
import { type CheckLine, LONGEST_WORDS } from '../../shared/ipc/check-requests.ts';
import type { Result } from '../../shared/result.ts';
import { type Finding, type Limit, notTested } from './finding.ts';
import { type At, type Known, NOTHING_KNOWN } from './known.ts';
import { badAddress } from './steps/address.ts';
import { STEPS } from './steps.ts';

export interface Course {
  /** In the order of the screen. */
  readonly lines: readonly CheckLine[];
  readonly limits: readonly Limit[];
}

/** @param at an error where there is no address to go to. */
export async function runCheck(at: Result<At>, signal: AbortSignal, told: (course: Course) => void): Promise<Course> {
  const lines = new Map<CheckStep, CheckLine>(CHECK_STEPS.map((step) => [step, lineOf(step, 'waiting')]));
  const findings = new Map<CheckStep, Finding>();
  let known: Known = NOTHING_KNOWN;
  let limits: readonly Limit[] = [];
  const course = (): Course => ({ lines: [...lines.values()], limits });
  const settle = (step: CheckStep, finding: Finding): void => {
    findings.set(step, finding);
    known = { ...known, ...finding.learned };
    limits = [...limits, ...finding.limits.filter(({ cannot }) => !limits.some((each) => each.cannot === cannot))];
    lines.set(step, lineOf(step, finding.state, finding));
    told(course());
  };

  const givenUp = new Promise<Finding>((resolve) => {
    signal.addEventListener('abort', () => resolve(CANCELLED), { once: true });
  });
  for (const { step, needs, run } of STEPS) {
    const left = signal.aborted ? CANCELLED : leftOut(needs, findings);
    if (left !== null) {
      settle(step, left);
      continue;
    }
    lines.set(step, lineOf(step, 'running'));
    told(course());
    const finding = at.ok ? await Promise.race([run(at.value, known), givenUp]) : badAddress(at.error);
    // What was given up in the middle has found nothing.
    settle(step, signal.aborted ? CANCELLED : finding);
  }
  return course();
}

const CANCELLED = notTested('The check was cancelled before.', null, { stops: true });

/** @returns null where nothing speaks against the test. */
function leftOut(needs: readonly CheckStep[], findings: ReadonlyMap<CheckStep, Finding>): Finding | null {
  if ([...findings.values()].some(({ ends }) => ends)) return notTested('The server asked for fewer requests.', null, { stops: true });
  for (const need of needs) {
    const finding = findings.get(need);
    if (finding === undefined || !finding.stops) continue;
    // The first cause is passed on, so that every line names what has to be mended.
    const cause = finding.state === 'failed' ? `“${CHECK_TITLES[need]}” has to work first.` : finding.found;
    return notTested(cause, null, { stops: true });
  }
  return null;
}

function lineOf(step: CheckStep, state: CheckLine['state'], finding?: Finding): CheckLine {
  const { found = '', advice = null, hint = null } = finding ?? {};
  return { step, state, found: short(found), advice: advice === null ? null : short(advice), hint: hint === null ? null : short(hint) };
}

/** Addresses, and what a server says of itself, may be of any length; a line is read by a person. */
function short(words: string): string {
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS - 1).replace(/[\ud800-\udbff]$/, '')}…` : words;
}
