// Times in a query: days, months, years and spans of them in a zone (`date:`), and how long ago (`age:`).
import type { TimeTerm } from './terms.ts';
import { type CalendarDay, dayAt, dayBegins, normalDay, weekday } from './zone-days.ts';

export type TimeSpan = Pick<TimeTerm, 'from' | 'to'>;
/** `unfinished`: more typing makes a date of it. `no-such`: the calendar does not have it. `bare`: an age that says neither older nor younger. */
export type NoTime = 'unfinished' | 'wrong' | 'reversed' | 'no-such' | 'bare';
export interface AskedAt {
  readonly now: number;
  readonly zone: string;
}

/** From the first day to the one after the last. */
interface Days {
  readonly first: CalendarDay;
  readonly after: CalendarDay;
}

export const DATE_WORDS = ['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'this-year', 'last-year'] as const;
type DateWord = (typeof DATE_WORDS)[number];

const SIGN = /^(>=|<=|>|<|=|≥|≤)?\s*/;
/** Years of four digits, that nobody has to ask what century is meant. */
const DATE = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** `7d`: the last seven days, today included; `2w`: the last fourteen. */
const LAST_DAYS = /^(\d{1,5})([dw])$/;
const BEGINS_DATE = /^(?:\d{1,4}|[12]\d{3}-(?:\d{0,2}|\d{2}-\d?))$/;

export function readDates(text: string, at: AskedAt): TimeSpan | NoTime {
  const typed = text.trim().toLowerCase().replace(/,+$/, '');
  const sign = SIGN.exec(typed);
  const rest = typed.slice(sign?.[0].length ?? 0);
  if (rest === '') return 'unfinished';
  const dots = rest.indexOf('..');
  if (dots !== -1 && sign?.[1] === undefined) return spanned(rest.slice(0, dots), rest.slice(dots).replace(/^\.{2,3}/, ''), at);
  const days = readDays(rest, at);
  return typeof days === 'string' ? days : compared(sign?.[1] ?? '=', days, at);
}

function compared(sign: string, { first, after }: Days, { zone }: AskedAt): TimeSpan {
  switch (sign) {
    case '>':
      return { from: dayBegins(after, zone), to: null };
    case '>=':
    case '≥':
      return { from: dayBegins(first, zone), to: null };
    case '<':
      return { from: null, to: dayBegins(first, zone) };
    case '<=':
    case '≤':
      return { from: null, to: dayBegins(after, zone) };
    default:
      return { from: dayBegins(first, zone), to: dayBegins(after, zone) };
  }
}

function spanned(first: string, last: string, at: AskedAt): TimeSpan | NoTime {
  if (first === '' && last === '') return 'unfinished';
  const begin = first === '' ? null : readDays(first, at);
  const end = last === '' ? null : readDays(last, at);
  if (typeof begin === 'string') return begin;
  if (typeof end === 'string') return end;
  const from = begin === null ? null : dayBegins(begin.first, at.zone);
  const to = end === null ? null : dayBegins(end.after, at.zone);
  return from !== null && to !== null && from >= to ? 'reversed' : { from, to };
}

function readDays(text: string, { now, zone }: AskedAt): Days | NoTime {
  const word = DATE_WORDS.find((each) => each === text.replace(/[\s_]+/g, '-'));
  const today = dayAt(now, zone);
  if (word !== undefined) return daysOfWord(word, today);
  const [, count, unit] = LAST_DAYS.exec(text) ?? [];
  if (count !== undefined) {
    const days = Number(count) * (unit === 'w' ? 7 : 1);
    return days === 0 ? 'wrong' : { first: moved(today, { day: 1 - days }), after: moved(today, { day: 1 }) };
  }
  const date = DATE.exec(text);
  if (date !== null) return daysOfDate(Number(date[1]), date[2], date[3]);
  return BEGINS_DATE.test(text) || DATE_WORDS.some((each) => each.startsWith(text)) ? 'unfinished' : 'wrong';
}

function daysOfDate(year: number, month: string | undefined, day: string | undefined): Days | 'no-such' {
  if (month === undefined) return { first: { year, month: 1, day: 1 }, after: { year: year + 1, month: 1, day: 1 } };
  const first = { year, month: Number(month), day: Number(day ?? '1') };
  const there = normalDay(first);
  if (there.month !== first.month || there.day !== first.day) return 'no-such';
  return { first, after: day === undefined ? moved(first, { month: 1 }) : moved(first, { day: 1 }) };
}

function daysOfWord(word: DateWord, today: CalendarDay): Days {
  const [which, unit] = word.split('-');
  if (unit === undefined) {
    const first = word === 'today' ? today : moved(today, { day: -1 });
    return { first, after: moved(first, { day: 1 }) };
  }
  const back = which === 'last' ? -1 : 0;
  // Weeks begin on Monday (ISO 8601).
  const week = moved(today, { day: 1 - weekday(today) + 7 * back });
  if (unit === 'week') return { first: week, after: moved(week, { day: 7 }) };
  if (unit === 'month')
    return { first: moved({ ...today, day: 1 }, { month: back }), after: moved({ ...today, day: 1 }, { month: back + 1 }) };
  const year = today.year + back;
  return { first: { year, month: 1, day: 1 }, after: { year: year + 1, month: 1, day: 1 } };
}

function moved(from: CalendarDay, by: { readonly month?: number; readonly day?: number }): CalendarDay {
  return normalDay({ year: from.year, month: from.month + (by.month ?? 0), day: from.day + (by.day ?? 0) });
}

const AGE = /^(\d{1,5})(m|min|h|d|w|minutes?|hours?|days?|weeks?)$/;
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 };

/** Ages are counted in hours and minutes, not by the calendar: a day is 24 hours. `>2d`: older than that. */
export function readAge(text: string, { now }: AskedAt): TimeSpan | NoTime {
  const typed = text.trim().toLowerCase().replace(/,+$/, '');
  const sign = SIGN.exec(typed);
  const rest = typed.slice(sign?.[0].length ?? 0);
  if (rest === '') return 'unfinished';
  const [young = '', old] = rest.split(/\.{2,3}/, 2);
  if (old !== undefined && sign?.[1] === undefined) return agedBetween(young, old, now);
  const age = milliseconds(rest);
  if (age === null) return /^\d{1,5}$/.test(rest) ? 'unfinished' : 'wrong';
  if (sign?.[1] === undefined || sign[1] === '=') return 'bare';
  return /[>≥]/.test(sign[1]) ? { from: null, to: now - age } : { from: now - age, to: null };
}

function agedBetween(young: string, old: string, now: number): TimeSpan | NoTime {
  if (young === '' && old === '') return 'unfinished';
  const least = young === '' ? null : milliseconds(young);
  const most = old === '' ? null : milliseconds(old);
  if ((young !== '' && least === null) || (old !== '' && most === null)) return /^\d{1,5}$/.test(old) ? 'unfinished' : 'wrong';
  if (least !== null && most !== null && least >= most) return 'reversed';
  return { from: most === null ? null : now - most, to: least === null ? null : now - least };
}

function milliseconds(text: string): number | null {
  const [, count, unit = ''] = AGE.exec(text) ?? [];
  return count === undefined ? null : Number(count) * (MINUTES[unit[0] ?? ''] ?? 0) * 60_000;
}
