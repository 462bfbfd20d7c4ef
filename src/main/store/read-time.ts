// Reads a time as servers write it: ISO 8601 in its many spellings, seconds since 1970, or English with the month by name.

/** Date, then maybe hours, minutes, seconds with any fraction, and an offset: DRF's own, Django's str(), and what JavaScript writes. */
const ISO = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?)?$/i;
/** `02 Nov 2026 09:30`, `Mon, 02 Nov 2026 09:30:00 +0545`, and Django's own `Nov. 2, 2026, 9:30 a.m.` */
const NAMED =
  /^(?:[a-z]{3,9},? )?(?:(\d{1,2}) ([a-z]{3,9})\.?,?|([a-z]{3,9})\.? (\d{1,2}),?) (\d{4})(?:,? (?:at )?(\d{1,2})(?::(\d{2}))?(?::(\d{2}))? ?([ap]\.?m\.?)?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
/** As DRF writes nearly all of them: nothing has to be mended. */
const PLAIN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;
/** In UTC, with no fraction, milliseconds or microseconds, on a day that every month has. */
const SAME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3}(?:\d{3})?)?Z$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Without an offset it is taken as this computer's local time, as Django writes it with USE_TZ=False: shop and desk stand in one place.
 * @returns ISO 8601 in UTC; null for anything that could mean two different days, like `02/11/2026`.
 */
export function readTime(value: unknown): string | null {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string' || value.length > 60) return null;
  // Said again as it stands: over a million orders the way through a date costs more than all the rest of reading.
  if (SAME.test(value)) return `${value.length === 20 ? `${value.slice(0, 19)}.000` : value.slice(0, 23)}Z`;
  if (PLAIN.test(value)) return isoOf(Date.parse(value));
  const text = value.trim();
  if (/^\d{10}(\.\d+)?$|^\d{13}$/.test(text)) return fromEpoch(Number(text));
  return fromIso(text) ?? fromNamed(text);
}

/** Seconds from 2001 to 2286, or the same in milliseconds; anything else may count something else. */
function fromEpoch(count: number): string | null {
  if (count >= 1e9 && count < 1e10) return isoOf(count * 1_000);
  return count >= 1e12 && count < 1e13 ? isoOf(count) : null;
}

function fromIso(text: string): string | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day = '', clock = '00:00:00', offset = ''] = match;
  return isoOf(Date.parse(`${year}-${month}-${day}T${withSeconds(clock)}${isoOffset(offset)}`));
}

function fromNamed(text: string): string | null {
  const match = NAMED.exec(text);
  if (match === null) return null;
  const [, dayFirst, monthAfter, monthFirst, dayAfter, year = '', hour = '0', minute = '00', second = '00', half = '', offset = ''] = match;
  const month = MONTHS.indexOf((monthAfter ?? monthFirst ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  const two = (part: string | number): string => String(part).padStart(2, '0');
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  return isoOf(
    Date.parse(`${year}-${two(month)}-${two(dayFirst ?? dayAfter ?? '')}T${two(hours)}:${minute}:${second}${isoOffset(offset)}`),
  );
}

const withSeconds = (clock: string): string => (clock.length === 5 ? `${clock}:00` : clock.replace(',', '.'));

/** '' where there is none; seconds in an offset, which Python writes for times before 1900, are left out. */
function isoOffset(offset: string): string {
  if (offset === '' || /^[a-z]/i.test(offset)) return offset === '' ? '' : 'Z';
  const digits = offset.replace(/\D/g, '').padEnd(4, '0');
  return `${offset.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2, 4)}`;
}

function isoOf(milliseconds: number): string | null {
  const at = new Date(milliseconds);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
