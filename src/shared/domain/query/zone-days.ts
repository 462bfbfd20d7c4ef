// Days as people in a time zone have them: when one begins, be it of 23, 24 or 25 hours. Dates are counted without a zone, then placed in it.

/** A date of the calendar, without a place. Months count from 1; a day or month too many runs over into the next, as it does in `Date.UTC`. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY = 86_400_000;

/** Made once each: making one costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const numeric = 'numeric' as const;
  const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric, hourCycle: 'h23' as const };
  const clock =
    clocks.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', ...parts });
  clocks.set(zone, clock);
  return clock;
}

/** What a clock in the zone shows, counted as if it were UTC. @throws RangeError for a zone that there is not. */
function shownAt(time: number, zone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(time)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((time % 1000) + 1000) % 1000);
}

export function dayAt(time: number, zone: string): CalendarDay {
  return calendarDay(shownAt(time, zone));
}

function calendarDay(shown: number): CalendarDay {
  const date = new Date(shown);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The same day, counted out: month 13 is January, day 0 the last one of the month before. */
export function normalDay({ year, month, day }: CalendarDay): CalendarDay {
  return calendarDay(Date.UTC(year, month - 1, day));
}

/** Monday is 1, Sunday 7. */
export function weekday({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/**
 * The first moment of the day, milliseconds since 1970. Where the clocks go forward over midnight the day begins with the first
 * time that there is; where they go back over it, with the earlier midnight.
 */
export function dayBegins({ year, month, day }: CalendarDay, zone: string): number {
  const midnight = Date.UTC(year, month - 1, day);
  const offset = (time: number) => shownAt(time, zone) - time;
  const offsets = [offset(midnight - DAY), offset(midnight + DAY)];
  const begins = offsets.map((each) => midnight - each).filter((time) => shownAt(time, zone) === midnight);
  if (begins.length > 0) return Math.min(...begins);
  // No clock shows this midnight: the moment at which they are put forward over it.
  let before = midnight - Math.max(...offsets) - 1;
  let after = midnight - Math.min(...offsets);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (shownAt(middle, zone) >= midnight) after = middle;
    else before = middle;
  }
  return after;
}
