// Exact amounts. Inside: integers of one ten-thousandth of the currency's unit; at the edges: decimal text. No float is ever computed with.
// The API names no currency and leaves the number of decimals open (0 to 4 are seen in DRF projects), hence the fixed fine unit.

/** An amount in ten-thousandths of the currency's unit. */
export type Money = bigint;

const DECIMALS = 4;
const UNIT = 10n ** BigInt(DECIMALS);
const DECIMAL_TEXT = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads an amount as a server sends it: decimal text or a JSON number (a number is read by its shortest decimal text, never computed with).
 * Digits beyond the fourth decimal are rounded half away from zero: they only come from a server's own float arithmetic.
 * @returns null when it is no finite decimal number of at most 30 digits.
 */
export function readMoney(value: unknown): Money | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const plain = typeof value === 'string' ? readPlain(value) : readWhole(value);
  if (plain >= 0) return BigInt(plain);
  const match = DECIMAL_TEXT.exec(String(value).trim());
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent) - fraction.length + DECIMALS;
  const digits = whole + fraction;
  if (digits.length > 30 || Math.abs(shift) > 60) return null;
  const magnitude = shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : roundedQuotient(BigInt(digits), 10n ** BigInt(-shift));
  return sign === '-' ? -magnitude : magnitude;
}

/** So many digits, with the four decimals beside them, make an integer that a float holds exactly. */
const PLAIN_DIGITS = 11;
const PLAIN_WHOLE = 10 ** PLAIN_DIGITS;

function readWhole(value: number): number {
  return Number.isInteger(value) && value >= 0 && value < PLAIN_WHOLE ? value * 10 ** DECIMALS : -1;
}

/** Nearly all amounts are few digits, a point, and up to four more; a million of them are read in one go. @returns -1: anything else. */
function readPlain(text: string): number {
  const { length } = text;
  let at = 0;
  let amount = 0;
  for (; at < length && at <= PLAIN_DIGITS; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    amount = amount * 10 + digit;
  }
  if (at === 0 || at > PLAIN_DIGITS) return -1;
  if (at === length) return amount * 10 ** DECIMALS;
  const point = at;
  if (text.charCodeAt(point) !== 46 || length - point - 1 > DECIMALS) return -1;
  for (at = point + 1; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    amount = amount * 10 + digit;
  }
  for (; at <= point + DECIMALS; at += 1) amount *= 10;
  return amount;
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  return (dividend * 2n + divisor) / (divisor * 2n);
}

/** @returns canonical decimal text with two decimals, or up to four where they are not zero: `450000.00`, `0.125`. */
export function moneyText(amount: Money): string {
  const magnitude = amount < 0n ? -amount : amount;
  const fraction = (magnitude % UNIT)
    .toString()
    .padStart(DECIMALS, '0')
    .replace(/0{1,2}$/, '');
  return `${amount < 0n ? '-' : ''}${magnitude / UNIT}.${fraction}`;
}

/** Quantity × price, exactly. The quantity, too, may have up to four decimals (cloth, cheese). */
export function timesQuantity(price: Money, quantity: Money): Money {
  const product = price * quantity;
  return product < 0n ? -roundedQuotient(-product, UNIT) : roundedQuotient(product, UNIT);
}

/**
 * Shows an amount for reading: grouped digits in the person's locale, the currency's symbol when the shop has set one.
 * @param text canonical decimal text as `moneyText` writes it; anything else is shown as given.
 * @param currency an ISO 4217 code, or '' for none.
 */
export function formatMoney(text: string, currency: string, locale?: string): string {
  const amount = readMoney(text);
  if (amount === null) return text;
  const decimals = moneyText(amount).split('.')[1]?.length ?? 2;
  // Intl takes decimal text exactly (ES2023); its type does not say so for plain strings.
  return formatOf(currency, decimals, locale).format(moneyText(amount) as `${number}`);
}

/** Made once each: making one costs a hundred times what using it does, and every row on screen uses one. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, decimals: number, locale: string | undefined): Intl.NumberFormat {
  const key = `${locale ?? ''} ${currency} ${decimals}`;
  const style = currency === '' ? {} : { style: 'currency' as const, currency };
  const format =
    formats.get(key) ?? new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, format);
  return format;
}
