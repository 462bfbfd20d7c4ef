// Ties the scroll arithmetic to a scrolling element: which rows to draw, and where.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Extent, isScaled, offsetFor, offsetShowing, rowsAround, scrollTopFor } from './scroll-math.ts';

/** Rows drawn beyond either edge, so that a fast wheel does not outrun the drawing. */
const BEYOND = 10;

interface ScrolledRowsInput {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
  /** Where the list was left. */
  readonly initialOffset: number;
  /** By how many rows the list has moved so far: scrolled along before it is drawn. */
  readonly shift: number;
  readonly onOffset: (offset: number) => void;
}

export function useScrolledRows({ scroller, count, rowHeight, headerHeight, initialOffset, shift, onOffset }: ScrolledRowsInput) {
  const [view, setView] = useState(0);
  const [offset, setOffset] = useState(initialOffset);
  const extent: Extent = { count, rowHeight, view };
  const latest = useRef({ extent, offset });
  latest.current = { extent, offset };

  const moveTo = useCallback(
    (next: number) => {
      latest.current.offset = next;
      setOffset(next);
      onOffset(next);
      const element = scroller.current;
      if (element !== null) element.scrollTop = scrollTopFor(next, latest.current.extent);
    },
    [onOffset, scroller],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setView(Math.max(0, element.clientHeight - headerHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [headerHeight, scroller]);

  // Once, as soon as the rows have their height again: back to where the list was left.
  const restored = useRef(initialOffset === 0);
  useLayoutEffect(() => {
    if (restored.current || count === 0 || view === 0) return;
    restored.current = true;
    moveTo(initialOffset);
  }, [count, view, initialOffset, moveTo]);

  // Rows of another height: the first one in sight stays the first.
  const height = useRef(rowHeight);
  useLayoutEffect(() => {
    const rowsAbove = latest.current.offset / height.current;
    if (height.current !== rowHeight) moveTo(rowsAbove * rowHeight);
    height.current = rowHeight;
  }, [rowHeight, moveTo]);

  const followed = useRef(shift);
  useLayoutEffect(() => {
    const by = shift - followed.current;
    followed.current = shift;
    if (by !== 0) moveTo(Math.max(0, latest.current.offset + by * rowHeight));
  }, [shift, rowHeight, moveTo]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const scrolled = () => {
      const { extent: now, offset: known } = latest.current;
      // Our own move comes back as an event, rounded to a pixel; on a scaled list that pixel is worth several rows.
      if (Math.abs(element.scrollTop - scrollTopFor(known, now)) < 1) return;
      latest.current.offset = offsetFor(element.scrollTop, now);
      setOffset(latest.current.offset);
      onOffset(latest.current.offset);
    };
    const wheeled = (event: WheelEvent) => {
      const { extent: now, offset: known } = latest.current;
      if (!isScaled(now) || event.ctrlKey) return;
      // On a scaled list the browser's own wheel would leap over hundreds of rows a notch.
      event.preventDefault();
      moveTo(offsetFor(scrollTopFor(known + event.deltaY, now), now));
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    element.addEventListener('wheel', wheeled, { passive: false });
    return () => {
      element.removeEventListener('scroll', scrolled);
      element.removeEventListener('wheel', wheeled);
    };
  }, [moveTo, onOffset, scroller]);

  const reveal = useCallback(
    (index: number) => {
      const { extent: now, offset: known } = latest.current;
      if (now.view === 0) return;
      const next = offsetShowing(index, known, now);
      if (next !== known) moveTo(next);
    },
    [moveTo],
  );

  const scrollTop = view === 0 ? offset : scrollTopFor(offset, extent);
  const topOf = (index: number) => (isScaled(extent) ? Math.round(scrollTop + index * rowHeight - offset) : index * rowHeight);
  return {
    ...rowsAround(offset, extent, BEYOND),
    topRow: Math.floor(offset / rowHeight),
    topOf,
    reveal,
    moveTo,
    pageRows: Math.floor(view / rowHeight),
    view,
  };
}
