// Small pieces put together before they are handed to another thread: each handing over costs more than copying a few kilobytes.

type Bytes = Uint8Array<ArrayBuffer>;

/** In bytes. The first is small, so that the first rows are there soon. */
const SMALLEST = 16 * 1024;
const LARGEST = 256 * 1024;

/** @returns pieces whose buffers are nobody else's, so that they may be transferred. */
export async function* gathered(pieces: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  let size = SMALLEST;
  let space = new Uint8Array(size);
  let filled = 0;
  for await (const piece of pieces) {
    let at = 0;
    while (at < piece.length) {
      const part = piece.subarray(at, at + size - filled);
      space.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < size) continue;
      yield space;
      size = Math.min(LARGEST, size * 2);
      space = new Uint8Array(size);
      filled = 0;
    }
  }
  if (filled > 0) yield space.subarray(0, filled);
}
