// What one test has come to, in a clerk's words: what was found, one sentence on what to do, and a hint for whoever runs the server.
import type { Known } from './known.ts';

/** What this server cannot do, and how Paydesk copes. */
export interface Limit {
  readonly cannot: string;
  readonly copes: string;
}

export interface Finding {
  readonly state: 'passed' | 'warning' | 'failed' | 'not-tested';
  readonly found: string;
  readonly advice: string | null;
  readonly hint: string | null;
  /** What needs this test is not tested either. */
  readonly stops: boolean;
  /** The server wants to be left alone: nothing more is asked of it. */
  readonly ends: boolean;
  readonly limits: readonly Limit[];
  /** For the tests that come after it. */
  readonly learned: Partial<Known>;
}

type More = Partial<Pick<Finding, 'hint' | 'stops' | 'ends' | 'limits' | 'learned'>>;

const NOTHING_MORE = { advice: null, hint: null, stops: false, ends: false, limits: [], learned: {} } as const;

export function passed(found: string, more: More = {}): Finding {
  return { ...NOTHING_MORE, state: 'passed', found, ...more };
}

export function warning(found: string, advice: string | null, more: More = {}): Finding {
  return { ...NOTHING_MORE, state: 'warning', found, advice, ...more };
}

export function failed(found: string, advice: string | null, more: More = {}): Finding {
  return { ...NOTHING_MORE, state: 'failed', found, advice, stops: true, ...more };
}

/** Without `stops` it was not needed. */
export function notTested(found: string, advice: string | null = null, more: More = {}): Finding {
  return { ...NOTHING_MORE, state: 'not-tested', found, advice, ...more };
}
