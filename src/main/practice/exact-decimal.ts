// Decimal text to hundredths as DRF's DecimalField(max_digits=10, decimal_places=2, min_value=0.01) judges it. No float touches it.
import { type Check, fine, wrong } from './check.ts';

const DIGITS = 10;
const PLACES = 2;

/** In the order in which DRF checks: number at all, digits in total, places, digits before the point, least value. */
export function exactMinor(text: string): Check<number> {
  if (text.length > 1000) return wrong('String value too large.');
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  const whole = parts?.[2] ?? '';
  const fraction = parts?.[3] ?? '';
  if (parts === null || whole + fraction === '') return wrong('A valid number is required.');

  // As Python's Decimal.as_tuple() has it: digits without leading zeros, and where the point stands.
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  const exponent = Number(parts[4] ?? 0) - fraction.length;
  const places = Math.max(0, -exponent);
  const total = exponent >= 0 ? digits.length + exponent : Math.max(digits.length, places);
  const before = exponent >= 0 ? total : Math.max(0, digits.length - places);

  if (total > DIGITS) return wrong(`Ensure that there are no more than ${DIGITS} digits in total.`);
  if (places > PLACES) return wrong(`Ensure that there are no more than ${PLACES} decimal places.`);
  if (before > DIGITS - PLACES) return wrong(`Ensure that there are no more than ${DIGITS - PLACES} digits before the decimal point.`);

  const minor = Number(digits) * 10 ** (PLACES + exponent);
  if (minor < 1 || parts[1] === '-') return wrong('Ensure this value is greater than or equal to 0.01.');
  return fine(minor);
}

/** Hundredths as text with two places. */
export function minorAsText(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}
