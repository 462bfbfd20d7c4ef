// Milliseconds since 1970 of the times that facts carry.

const DAY = 86_400_000;
/** As `toISOString` writes the years 0000 to 9999. */
const USUAL_LENGTH = 24;

/** @param time ISO 8601 in UTC @returns NaN where it is not told. */
export function readInstant(time: string | null): number {
  if (time === null) return Number.NaN;
  if (time.length !== USUAL_LENGTH || time.charCodeAt(10) !== 84 || time.charCodeAt(23) !== 90) return Date.parse(time);
  const two = (at: number): number => time.charCodeAt(at) * 10 + time.charCodeAt(at + 1) - 528;
  const clock = (two(11) * 60 + two(14)) * 60_000 + two(17) * 1_000 + two(20) * 10 + time.charCodeAt(22) - 48;
  return daysUntil(two(0) * 100 + two(2), two(5), two(8)) * DAY + clock;
}

/** Days from 1970-01-01 (Gregorian): years counted from March, so that the leap day ends one. */
function daysUntil(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 719_469;
}
