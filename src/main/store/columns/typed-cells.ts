// Typed arrays that grow, shrink to what they hold, and let cells in at any place.

export type TypedCells = Float64Array | Uint32Array | Uint8Array;

export const emptyCells = {
  bytes: (): Uint8Array => new Uint8Array(0),
  codes: (): Uint32Array => new Uint32Array(0),
  numbers: (): Float64Array => new Float64Array(0),
};

export function sameKind<T extends TypedCells>(cells: T, length: number): T {
  return new (cells.constructor as new (length: number) => T)(length);
}

/** @param spare cells beyond the needed ones, where it has to grow. */
export function withRoom<T extends TypedCells>(cells: T, needed: number, spare: number): T {
  if (needed <= cells.length) return cells;
  const grown = sameKind(cells, needed + spare);
  grown.set(cells);
  return grown;
}

/** Without room to spare: what lies idle for hours is not to hold memory. */
export function trimmed<T extends TypedCells>(cells: T, length: number): T {
  return cells.length === length ? cells : (cells.slice(0, length) as T);
}

/** Makes place for `more` cells (fewer where it is negative) at `at`, keeping those behind it. */
export function withGap<T extends TypedCells>(cells: T, length: number, at: number, more: number): T {
  const roomy = withRoom(cells, length + more, spareOf(length));
  roomy.copyWithin(Math.max(0, at + Math.max(more, 0)), at + Math.max(-more, 0), length);
  return roomy;
}

/** The cells at these places, in this order. */
export function gathered<T extends TypedCells>(cells: T, places: Uint32Array): T {
  const next = sameKind(cells, places.length);
  for (let at = 0; at < places.length; at += 1) next[at] = cells[places[at] as number] as number;
  return next;
}

/** For one order more at a time: a history at rest holds little air. */
export function spareOf(length: number): number {
  return 256 + (length >>> 6);
}
