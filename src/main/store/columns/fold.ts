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
