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
 * Threat: a product that is called `=HYPERLINK(…)` runs as a formula on the computer of whoever opens the file. Mechanism: an apostrophe in
 * front makes it text. Source: OWASP, "CSV Injection".
 */
function disarmed(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
