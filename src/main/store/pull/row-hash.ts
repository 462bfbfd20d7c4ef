// A 64-bit digest of a row's bytes: two lanes of 32 bits, each over every word, in the manner of xxHash32's rounds with constants of their own.
// Not cryptographic: a server that wrote two rows with one digest would deceive nobody but its own shop.

/** Reused by every row: an answer of two numbers without an object for each of a million rows. */
export interface RowHash {
  high: number;
  low: number;
}

const FIRST = [0x9e3779b1 | 0, 0x85ebca77 | 0] as const;
const SECOND = [0xc2b2ae3d | 0, 0x27d4eb2f | 0] as const;

/** @param view of the buffer in which the row stands from `start` up to `end`, in bytes. */
export function hashRow(view: DataView, start: number, end: number, into: RowHash): void {
  const [a, b] = FIRST;
  const [c, d] = SECOND;
  let high = (0x165667b1 ^ (end - start)) | 0;
  let low = (0x51ed270b + (end - start)) | 0;
  let at = start;
  for (const whole = end - 3; at < whole; at += 4) {
    const word = view.getInt32(at, true);
    high = (high + Math.imul(word, b)) | 0;
    high = Math.imul((high << 13) | (high >>> 19), a);
    low = (low + Math.imul(word, d)) | 0;
    low = Math.imul((low << 17) | (low >>> 15), c);
  }
  for (; at < end; at += 1) {
    const byte = view.getUint8(at);
    high = (high + Math.imul(byte, b)) | 0;
    high = Math.imul((high << 13) | (high >>> 19), a);
    low = (low + Math.imul(byte, d)) | 0;
    low = Math.imul((low << 17) | (low >>> 15), c);
  }
  into.high = scatter(high) >>> 0;
  into.low = scatter(low) >>> 0;
}

/** Every bit of the lane into every bit of the digest (MurmurHash3's last step). */
function scatter(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
