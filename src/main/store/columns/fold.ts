// One spelling for what people take to be the same: case, width, composition of letters, and their accents.

/** Combining marks that Latin, Greek and Cyrillic letters carry. Those of other scripts are letters of their own: が is not か. */
const ACCENTS = /[\u0300-\u036f]/g;
const FINAL_SIGMA = /ς/g;

/** `creme` finds `crème`, `yuki` finds `Ｙｕｋｉ`, `ipek` finds `İpek`. */
export function fold(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  return isPlain(lower) ? lower : lower.normalize('NFD').replace(ACCENTS, '').normalize('NFC').replace(FINAL_SIGMA, 'σ');
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/**
 * Letters and signs that fold by themselves, whatever stands beside them, as long as it is one of these: no marks that join the letter before
 * them, no halves of anything. Latin, Greek, Cyrillic, Arabic, Devanagari, kana, Han, Hangul.
 */
const STEADY = [
  ...[0x00, 0x024f],
  ...[0x0386, 0x03ce],
  ...[0x0400, 0x0482],
  ...[0x048a, 0x04ff],
  ...[0x0621, 0x063a],
  ...[0x0641, 0x064a],
  ...[0x0660, 0x0669],
  ...[0x0904, 0x0939],
  ...[0x093d, 0x0950],
  ...[0x0966, 0x096f],
  ...[0x1e00, 0x1eff],
  ...[0x2010, 0x2027],
  ...[0x3041, 0x3096],
  ...[0x30a1, 0x30fa],
  ...[0x4e00, 0x9fff],
  ...[0xac00, 0xd7a3],
] as const;

const encoder = new TextEncoder();
/** By code unit; null: it does not fold by itself. Filled as they are asked for. */
const units: (Uint8Array | null | undefined)[] = Array.from({ length: 0x10000 }, () => undefined);

/** @returns what a code unit folds to, in UTF-8; null: it depends on what stands beside it. */
export function foldedUnit(unit: number): Uint8Array | null {
  const known = units[unit];
  if (known !== undefined) return known;
  let isSteady = false;
  for (let at = 0; at < STEADY.length; at += 2) isSteady ||= unit >= (STEADY[at] as number) && unit <= (STEADY[at + 1] as number);
  const own = isSteady ? encoder.encode(fold(String.fromCharCode(unit))) : null;
  units[unit] = own;
  return own;
}
