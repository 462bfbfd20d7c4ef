// A page told to the scanner in pieces, and what it made of it.
import type { PageEnd } from '../../../../src/main/store/door.ts';
import { createPageScanner } from '../../../../src/main/store/pull/page-scanner.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Scanned {
  readonly end: PageEnd;
  readonly rows: readonly unknown[] | 'unparsable';
  readonly texts: readonly string[];
  readonly digests: readonly string[];
  readonly restarts: number;
}

/** @param cuts lengths of the pieces, taken in turn. */
export function scan(bytes: Uint8Array, cuts: readonly number[] = [], contentType: string | null = 'application/json'): Scanned {
  let texts: string[] = [];
  let digests: string[] = [];
  let restarts = 0;
  const scanner = createPageScanner({
    row: (from, start, end, high, low) => {
      texts.push(Buffer.from(from.subarray(start, end)).toString('utf8'));
      digests.push(`${high} ${low}`);
    },
    restart: () => {
      restarts += 1;
      [texts, digests] = [[], []];
    },
  });
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const length = cuts.length === 0 ? bytes.length : (cuts[turn % cuts.length] ?? 1);
    scanner.write(new Uint8Array(bytes.slice(at, at + length)));
    at += length;
  }
  const end = scanner.end(contentType);
  return { end, rows: parseAll(texts), texts, digests, restarts };
}

function parseAll(texts: readonly string[]): readonly unknown[] | 'unparsable' {
  try {
    return texts.map((text) => JSON.parse(text) as unknown);
  } catch {
    return 'unparsable';
  }
}
