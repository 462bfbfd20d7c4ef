// Times as people at a counter say them, in this computer's time zone; `now` comes in so that tests can choose it.

const WORDS = 'en-GB';

// Made once: making one costs a hundred times what using it does, and a screen of rows uses some hundred of them.
const CLOCK = new Intl.DateTimeFormat(WORDS, { hour: '2-digit', minute: '2-digit' });
const DAY_AND_MONTH = new Intl.DateTimeFormat(WORDS, { day: 'numeric', month: 'short' });
const WITH_YEAR = new Intl.DateTimeFormat(WORDS, { day: 'numeric', month: 'short', year: 'numeric' });
const WITH_WEEKDAY = new Intl.DateTimeFormat(WORDS, { weekday: 'short', day: 'numeric', month: 'short' });
const IN_FULL = new Intl.DateTimeFormat(WORDS, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});
const GROUPED = new Intl.NumberFormat(WORDS);

function sameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}

function read(iso: string | null): Date | null {
  if (iso === null) return null;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? null : date;
}

const clock = (date: Date) => CLOCK.format(date);

/** `Today 14:02`, `Yesterday 09:30`, `12 Nov 09:30`, `12 Nov 2023`. An unreadable time is given back as it came. */
export function shortTime(iso: string | null, now: Date): string {
  const date = read(iso);
  if (date === null) return iso ?? '—';
  if (sameDay(date, now)) return `Today ${clock(date)}`;
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (sameDay(date, yesterday)) return `Yesterday ${clock(date)}`;
  if (date.getFullYear() !== now.getFullYear()) return WITH_YEAR.format(date);
  return `${DAY_AND_MONTH.format(date)} ${clock(date)}`;
}

/** `as of 14:02` for today, otherwise with the day: how old the shown facts are. */
export function asOfTime(iso: string, now: Date): string {
  const date = read(iso);
  if (date === null) return iso;
  return sameDay(date, now) ? clock(date) : shortTime(iso, now);
}

/** Day, time and zone in full, for a title. */
export function fullTime(iso: string | null): string | undefined {
  const date = read(iso);
  return date === null ? undefined : IN_FULL.format(date);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in one unit: `3 days`, `1 hour`, `under a minute`; null when it cannot be told. */
export function age(iso: string | null, now: Date): string | null {
  const date = read(iso);
  if (date === null) return null;
  const passed = now.getTime() - date.getTime();
  if (passed < MINUTE) return 'under a minute';
  if (passed < HOUR) return counted(Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return counted(Math.floor(passed / HOUR), 'hour');
  return counted(Math.floor(passed / DAY), 'day');
}

/** A whole number with grouped digits. */
export function grouped(value: number): string {
  return GROUPED.format(value);
}

/** `1 order`, `1,200 orders`. */
export function counted(value: number, thing: string): string {
  const many = thing.endsWith('ch') ? `${thing}es` : thing.endsWith('ry') ? `${thing.slice(0, -1)}ies` : `${thing}s`;
  return `${grouped(value)} ${value === 1 ? thing : many}`;
}

/** `2024-11-12` as `Tue 12 Nov`. The parts are read one by one: `new Date('2024-11-12')` would be midnight in UTC, another day in the west. */
export function dayName(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const local = new Date(year, month - 1, date);
  return Number.isNaN(local.getTime()) ? day : WITH_WEEKDAY.format(local);
}

/** `2024-11-12` as `Tuesday 12 November 2024`. */
export function fullDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const local = new Date(year, month - 1, date);
  if (Number.isNaN(local.getTime())) return day;
  return local.toLocaleDateString(WORDS, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}
