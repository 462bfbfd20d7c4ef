// Where days begin in a time zone.

const DAY = 86_400_000;
/** No clock is further from UTC than this. */
const FURTHEST = 16 * 3_600_000;

export interface ZoneDay {
  /** YYYY-MM-DD */
  readonly day: string;
  /** Milliseconds since 1970; the next day begins where this one ends. */
  readonly from: number;
  readonly to: number;
}

/** The last days in a zone up to the one of `now`, oldest first. */
export function lastDays(now: number, zone: string, count: number): readonly ZoneDay[] {
  const dayAt = dayReader(zone);
  const today = Date.parse(`${dayAt(now)}T00:00:00Z`);
  const names = Array.from({ length: count + 1 }, (_, at) => new Date(today + (at - count + 1) * DAY).toISOString().slice(0, 10));
  const starts = names.map((day) => startOf(day, dayAt));
  return names.slice(0, count).map((day, at) => ({ day, from: starts[at] ?? 0, to: starts[at + 1] ?? 0 }));
}

/** The first millisecond of a day: midnight, or what the clock shows first where it is put forward at midnight. */
function startOf(day: string, dayAt: (instant: number) => string): number {
  let [before, after] = [Date.parse(`${day}T00:00:00Z`) - FURTHEST, Date.parse(`${day}T00:00:00Z`) + FURTHEST];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(middle) < day) before = middle;
    else after = middle;
  }
  return after;
}

function dayReader(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return `${parts['year']}-${parts['month']}-${parts['day']}`;
  };
}
