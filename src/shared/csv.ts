// Rows of comma-separated values (RFC 4180) that a spreadsheet reads as they were meant: text stays text, numbers stay numbers.

/** `decimal`: canonical decimal text (domain/money), written as the number that it is; anything else in it is text after all. */
export type Cell = string | number | null | { readonly decimal: string };

/** UTF-8's byte order mark: without it Excel takes a file for one in the computer's old code page. */
export const CSV_START = '\uFEFF';

export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'string') return quoted(disarmed(cell));
  return /^-?\d+(\.\d+)?$/.test(cell.decimal) ? cell.decimal : cellText(cell.decimal);
}

/**
 * What a spreadsheet may take for the first sign of a formula: also in full width, as Excel reads them in Japanese and Chinese, the small
 * forms that are folded to the same, and the true minus, which LibreOffice reads as one.
 */
const SIGN = '[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]';
/** Stripped before a cell is read, by one program or another: blanks, characters without a picture, and quotes of a cell that is cut open. */
const STRIPPED = '(?:(?![\\t\\r\\n])[\\s\\p{C}"])*';
/**
 * Where the country's list separator is a semicolon, Excel cuts this file there, and quotes do not protect what stands inside such a line:
 * so a cell may also begin behind a semicolon, a tab or a line's end in the middle of a text.
 */
const FORMULA = new RegExp(`^(?=[\\t\\r])|(?<=^|[;\\t\\r\\n])(?=${STRIPPED}${SIGN})`, 'gu');

/**
 * Threat: a product that is called `=HYPERLINK(…)` runs as a formula on the computer of whoever opens the file. Mechanism: an apostrophe in
 * front makes it text. Source: OWASP, "CSV Injection".
 */
function disarmed(text: string): string {
  return text.replace(FORMULA, "'");
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
