// Text from the server as a part of what the page says.
import { readableText } from '../../shared/readable-text.ts';

export { readableText };

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Readable text as a part of a line: one that is written from right to left must not turn the numbers around it. */
export function partOfLine(text: string): string {
  const readable = readableText(text);
  return RIGHT_TO_LEFT.test(readable) ? `\u2068${readable}\u2069` : readable;
}
