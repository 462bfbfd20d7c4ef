// What may be typed as the time zone of the history's days, and what it means. Pure.
import { isTimeZone } from '../../shared/ipc/session-schemas.ts';

/** @returns the IANA name as this computer writes it, '' for this computer's own; or the sentence that stands under the field. */
export function checkTimeZone(typed: string): { readonly value: string } | { readonly problem: string } {
  const name = typed.trim().replace(/\s+/g, '_');
  if (name === '') return { value: '' };
  return isTimeZone(name) ? { value: named(name) } : { problem: 'A time zone by its name, like Europe/Vienna, or nothing.' };
}

export function timeZoneMeaning(zone: string): string {
  return zone === '' ? `Days begin and end as on this computer: ${named(undefined)}.` : `Days begin and end as in ${zone}.`;
}

function named(zone: string | undefined): string {
  return new Intl.DateTimeFormat('en', zone === undefined ? {} : { timeZone: zone }).resolvedOptions().timeZone;
}
