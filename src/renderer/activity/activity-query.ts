// What is asked of the journal: the search, the outcome, the clerk, the days. Pure.
import type { OperationState } from '../../shared/domain/operation-schemas.ts';
import type { OperationsFilter } from '../../shared/ipc/activity-requests.ts';

/** `needs-you` lists what this person has to decide; the others are told by states. */
export const OUTCOMES = ['needs-you', 'under-way', 'done', 'refused', 'undone', 'decided'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'needs-you': 'Needs you',
  'under-way': 'Under way',
  done: 'Done',
  refused: 'Refused',
  undone: 'Undone',
  decided: 'Decided',
};

const STATES: Readonly<Record<Exclude<Outcome, 'needs-you'>, OperationState['name'][]>> = {
  'under-way': ['held', 'waiting', 'sending', 'unknown', 'conflict'],
  done: ['done'],
  refused: ['refused'],
  undone: ['undone'],
  decided: ['decided', 'not-done'],
};

export interface ActivityQuery {
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly clerk: string | null;
  readonly order: number | null;
  /** YYYY-MM-DD, both days included; '' for none. */
  readonly from: string;
  readonly until: string;
}

export const FIRST_QUERY: ActivityQuery = { text: '', outcome: null, clerk: null, order: null, from: '', until: '' };

export function filterOf({ text, outcome, clerk, order, from, until }: ActivityQuery): OperationsFilter {
  return {
    ...{ text, order, actor: clerk, payment: null, batch: null },
    states: outcome === null || outcome === 'needs-you' ? null : STATES[outcome],
    ...{ from: midnight(from, 0), until: midnight(until, 1) },
  };
}

export function isFiltered({ text, outcome, clerk, order, from, until }: ActivityQuery): boolean {
  return text.trim() !== '' || outcome !== null || clerk !== null || order !== null || from !== '' || until !== '';
}

/** In this computer's time zone. @param later days. @returns ISO 8601; null for what is no day. */
function midnight(day: string, later: number): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (match === null) return null;
  const date = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + later);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** `2026-11-22` of this computer's time zone. */
export function dayOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
