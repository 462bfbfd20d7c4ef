// Days and hours of this computer's time zone.

export interface LocalDay {
  /** Where it begins and where the next one does, ISO 8601 in UTC: 23 or 25 hours apart when the clocks are changed. */
  readonly from: string;
  readonly until: string;
}

/** @param day YYYY-MM-DD. The parts are read one by one: `new Date('2026-11-22')` would be midnight in UTC, another day in the west. */
export function localDay(day: string): LocalDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const midnight = (later: number): string => new Date(year, month - 1, date + later).toISOString();
  return { from: midnight(0), until: midnight(1) };
}

/** 0 to 23. Of the hour that comes twice when the clocks go back, both are one. */
export function localHour(iso: string): number {
  return new Date(iso).getHours();
}

/** `2026-11-22` */
export function dayOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `2026-11-22 14:02 +05:45`: a time that is read elsewhere, too. @param iso anything unreadable is given back as it came. */
export function localMinute(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (value: number): string => String(Math.abs(value)).padStart(2, '0');
  const ahead = -at.getTimezoneOffset();
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.trunc(ahead / 60))}:${two(ahead % 60)}`;
  return `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())} ${offset}`;
}

export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
