// When something was made, in the ways in which servers write it.
import type { PracticeBehaviour } from './behaviour.ts';
import { scatter } from './random.ts';

const MINUTE = 60_000;
/** Kathmandu: no whole hours, which takes clients in that think of zones as hours. */
const OFFSET = { minutes: 345, text: '+05:45' };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @param at in milliseconds since 1970. @param id makes up what a millisecond is too coarse for. */
export function created(at: number, id: number, { dates }: PracticeBehaviour): { readonly created_at?: string | null } {
  switch (dates) {
    case 'utc':
      return { created_at: `${isoformat(at, id)}Z` };
    case 'offset':
      return { created_at: `${isoformat(at + OFFSET.minutes * MINUTE, id)}${OFFSET.text}` };
    case 'naive':
      return { created_at: isoformat(at, id) };
    case 'whole-seconds':
      return { created_at: `${new Date(at).toISOString().slice(0, 19)}Z` };
    case 'named':
      return { created_at: named(new Date(at)) };
    case 'null':
      return { created_at: null };
    case 'absent':
      return {};
  }
}

/** Python's: microseconds, unless there are none. */
function isoformat(at: number, id: number): string {
  const text = new Date(at).toISOString();
  if (at % 1000 === 0) return text.slice(0, -'.000Z'.length);
  return `${text.slice(0, -1)}${String(scatter(0, id, 0) % 1000).padStart(3, '0')}`;
}

/** DATETIME_FORMAT = "%d %b %Y %H:%M" */
function named(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(at.getUTCDate())} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}
