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

export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
