// A page's bytes, in the pieces that come, told as rows: cut without parsing where that can be done, decoded and parsed whole where it cannot.
import { decodeText } from '../../http/decode-text.ts';
import { isRecord } from '../../http/read-error.ts';
import type { PageEnd } from '../door.ts';
import { createPagePass, pageOf } from './page-pass.ts';
import type { TellRow } from './row-cutter.ts';
import { hashRow, type RowHash } from './row-hash.ts';

export interface PageScanner {
  /** Kept until the end, as they may have to be read otherwise. @returns rows so far. */
  write(bytes: Uint8Array<ArrayBuffer>): number;
  end(contentType: string | null): PageEnd;
}

export interface PageScannerParts {
  readonly row: TellRow;
  /** All rows of this page that have been told are void; they are told anew, or there are none. */
  restart(): void;
}

/** Enough to see a byte order mark. */
const HEAD = 4;

export function createPageScanner({ row, restart }: PageScannerParts): PageScanner {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let started = false;
  let pass = createPagePass(row);

  const start = (): void => {
    if (started) return;
    started = true;
    const head = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
    pass.write(isMarked(head) ? head.subarray(3) : head);
  };

  /** As told by the label, or by the bytes' own look. */
  const decoded = (contentType: string | null): PageEnd => {
    const bytes = Buffer.concat(pieces, size);
    pieces.length = 0;
    const text = textOf(bytes, contentType);
    if (text === null) return { kind: 'not-a-list' };
    restart();
    pass = createPagePass(row);
    const plain = new TextEncoder().encode(text);
    pass.write(plain);
    const end = pass.end();
    if (end !== 'unclear') return end;
    restart();
    return parsed(text, row);
  };

  return {
    write: (bytes) => {
      pieces.push(bytes);
      size += bytes.byteLength;
      if (started) pass.write(bytes);
      else if (size >= HEAD) start();
      return pass.rows();
    },
    end: (contentType) => {
      start();
      const end = pass.end();
      return end === 'unclear' ? decoded(contentType) : end;
    },
  };
}

/** By the UTF-8 mark, which some servers write and JSON does not know. */
function isMarked(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** null: longer than a text can be. */
function textOf(bytes: Uint8Array, contentType: string | null): string | null {
  try {
    return decodeText(bytes, contentType);
  } catch {
    return null;
  }
}

/** What cannot be cut: `results` spelled with escapes, or told twice. */
function parsed(text: string, row: TellRow): PageEnd {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'not-a-list' };
  }
  const results = isRecord(value) ? value['results'] : value;
  if (!Array.isArray(results)) return { kind: 'not-a-list' };
  const end: PageEnd = isRecord(value)
    ? pageOf(value, results.length)
    : { kind: 'page', rows: results.length, count: results.length, next: null };
  if (end.kind === 'page') for (const one of results) tellParsed(one, row);
  return end;
}

function tellParsed(value: unknown, row: TellRow): void {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const hash: RowHash = { high: 0, low: 0 };
  hashRow(new DataView(bytes.buffer), 0, bytes.length, hash);
  row(bytes, 0, bytes.length, hash.high, hash.low);
}
