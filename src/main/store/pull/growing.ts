// Bytes that are gathered until they are whole: a row that came in two pieces, what stands around the rows.

export interface Growing {
  readonly length: number;
  /** Valid until the next `add`. */
  bytes(): Uint8Array<ArrayBuffer>;
  view(): DataView;
  add(from: Uint8Array, start: number, end: number): void;
  clear(): void;
}

export function createGrowing(): Growing {
  let space = new Uint8Array(1024);
  let view = new DataView(space.buffer);
  let length = 0;
  return {
    get length() {
      return length;
    },
    bytes: () => space.subarray(0, length),
    view: () => view,
    add: (from, start, end) => {
      const needed = length + end - start;
      if (needed > space.length) {
        const larger = new Uint8Array(Math.max(needed, space.length * 2));
        larger.set(space.subarray(0, length));
        space = larger;
        view = new DataView(space.buffer);
      }
      space.set(from.subarray(start, end), length);
      length = needed;
    },
    clear: () => {
      length = 0;
    },
  };
}
