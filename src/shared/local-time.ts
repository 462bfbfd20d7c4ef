// Days and minutes of this computer's clock, written so that they sort as text and are read the same everywhere.

/** `2026-11-22` */
export function dayOf(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `14:02` */
export function minuteOf(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `2026-11-22 14:02 +05:45`: for whoever reads it elsewhere. @param iso anything unreadable is given back as it came. */
export function localMinute(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const ahead = -at.getTimezoneOffset();
  return `${dayOf(at)} ${minuteOf(at)} ${ahead < 0 ? '-' : '+'}${two(Math.abs(Math.trunc(ahead / 60)))}:${two(Math.abs(ahead % 60))}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
