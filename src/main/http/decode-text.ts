// Bytes to text as a browser would: marked, labelled, mislabelled or not labelled at all. Never fails.
import { isUtf8 } from 'node:buffer';

/** Other than U+FFFD: somebody did write UTF-8 here, and single bytes were lost. */
const BEYOND_ASCII = /[^\0-\x7f\ufffd]/;

/**
 * What the bytes themselves say comes first: a byte order mark, the zeros of UTF-16, valid UTF-8. Only then the label, which Python views and
 * proxies get wrong more often than not. Bytes without a label that are no UTF-8 are taken as Windows-1252, as browsers do.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = markOf(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const lossy = new TextDecoder().decode(bytes);
  if (isUtf8(bytes)) return lossy;
  const label = /charset\s*=\s*"?([\w:.-]{1,40})/i.exec(contentType ?? '')?.[1];
  const other = label === undefined ? null : decoderOf(label);
  if (other !== null) return other.encoding === 'utf-8' ? lossy : other.decode(bytes);
  return BEYOND_ASCII.test(lossy) ? lossy : new TextDecoder('windows-1252').decode(bytes);
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return null;
  // JSON and HTML begin with two ASCII characters, so a zero beside the first means UTF-16 (RFC 4627 §3).
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return null;
}

/** null: nobody knows a coding by that name. */
function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
