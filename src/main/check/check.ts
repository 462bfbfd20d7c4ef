// The connection check as the desk has it: one at a time, told while it goes on, given up at once, and the last one as text.
import type { CheckInput, CheckReport } from '../../shared/ipc/check-requests.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Connection } from '../http/connection.ts';
import { readServerAddress } from '../http/server-address.ts';
import type { At } from './known.ts';
import { createPlaces, type PlacesParts } from './places.ts';
import { type Product, reportText } from './report-text.ts';
import { type Course, runCheck } from './run.ts';

export interface Check {
  /** Gives up one that is under way. */
  start(input: CheckInput): Promise<Result<CheckReport>>;
  cancel(): void;
  /** false: there was nothing to copy, or the clipboard did not take it. */
  copy(): Promise<boolean>;
}

export interface CheckParts extends Omit<PlacesParts, 'wallClock'> {
  readonly info: Product;
  /** Of who is signed in; null where nobody is. */
  connection(): Connection | null;
  changed(report: CheckReport): void;
  copy(text: string): Promise<void>;
  wallClock(): Date;
  log(line: string): void;
}

export function createCheck(parts: CheckParts): Check {
  const { now } = parts;
  const places = createPlaces({ ...parts, wallClock: () => parts.wallClock().getTime() });
  let last: CheckReport | null = null;
  let runs = 0;
  let under: AbortController | null = null;

  const atOf = (input: CheckInput, signal: AbortSignal): Result<At> => {
    if (input.of === 'session') {
      const connection = parts.connection();
      return connection === null ? fail({ kind: 'session-ended' }) : ok(places.ofSession(connection, signal));
    }
    // Whether it is encrypted is a finding; whether a password may go there is asked when one is about to.
    const server = readServerAddress(input.server, true);
    return server.ok ? ok(places.ofAddress(server.value, input, signal)) : server;
  };

  return {
    start: async (input) => {
      under?.abort();
      const own = new AbortController();
      const at = atOf(input, own.signal);
      if (!at.ok && at.error.kind === 'session-ended') return at;
      under = own;
      runs += 1;
      const [run, began] = [runs, now()];
      const head = {
        run,
        server: at.ok ? at.value.server.base : '',
        practice: at.ok && at.value.practice,
        startedAt: parts.wallClock().toISOString(),
      };
      const reportOf = (course: Course, state: CheckReport['state']): CheckReport => ({
        ...head,
        state,
        took: state === 'running' ? null : Math.round(now() - began),
        lines: [...course.lines],
        limits: [...course.limits],
      });
      const keep = (report: CheckReport): CheckReport => {
        // A later check has taken its place: the screen belongs to that one.
        if (run !== runs) return report;
        last = report;
        parts.changed(report);
        return report;
      };
      const course = await runCheck(at, own.signal, (sofar) => keep(reportOf(sofar, 'running')));
      if (under === own) under = null;
      return ok(keep(reportOf(course, own.signal.aborted ? 'cancelled' : 'done')));
    },
    cancel: () => under?.abort(),
    copy: async () => {
      if (last === null) return false;
      try {
        await parts.copy(reportText(last, parts.info));
        return true;
      } catch (thrown) {
        parts.log(`clipboard: ${thrown instanceof Error ? thrown.message : 'refused'}`);
        return false;
      }
    },
  };
}
