// Where rows of one height stand under a scroll bar, also when all of them together are taller than a browser can lay out. Pure.

/**
 * Chromium lays out at most 33.5 million pixels, and above 16.7 million its positions are no longer whole pixels. A million orders are more
 * than that, so above this height the scroll bar is a scale: it says where in the list one is, not how many pixels have passed.
 */
export const TALLEST = 8_000_000;

export interface Extent {
  readonly count: number;
  readonly rowHeight: number;
  /** Pixels of the list that are seen at once. */
  readonly view: number;
}

export function laidOutHeight({ count, rowHeight }: Extent): number {
  return Math.min(count * rowHeight, TALLEST);
}

export function isScaled({ count, rowHeight }: Extent): boolean {
  return count * rowHeight > TALLEST;
}

function ratio(extent: Extent): number {
  const full = extent.count * extent.rowHeight;
  return full <= TALLEST ? 1 : (full - extent.view) / (TALLEST - extent.view);
}

/** The list's own offset for a scroll bar's position. */
export function offsetFor(scrollTop: number, extent: Extent): number {
  return clampOffset(scrollTop * ratio(extent), extent);
}

/** The scroll bar's position for a list's own offset. */
export function scrollTopFor(offset: number, extent: Extent): number {
  return clampOffset(offset, extent) / ratio(extent);
}

function clampOffset(offset: number, { count, rowHeight, view }: Extent): number {
  return Math.max(0, Math.min(offset, count * rowHeight - view));
}

/** The rows to draw: those that are seen and some beyond either edge. */
export function rowsAround(offset: number, extent: Extent, beyond: number): { readonly first: number; readonly last: number } {
  const first = Math.floor(offset / extent.rowHeight) - beyond;
  const last = Math.ceil((offset + extent.view) / extent.rowHeight) + beyond;
  return { first: Math.max(0, first), last: Math.min(extent.count - 1, last) };
}

/** The nearest offset at which a whole row is seen. */
export function offsetShowing(index: number, offset: number, extent: Extent): number {
  const top = index * extent.rowHeight;
  if (top < offset) return clampOffset(top, extent);
  const bottom = top + extent.rowHeight;
  return bottom > offset + extent.view ? clampOffset(bottom - extent.view, extent) : offset;
}
