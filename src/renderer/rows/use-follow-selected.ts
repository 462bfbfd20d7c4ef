// Keeps the selected row in sight while rows around it come and go, until a hand scrolls elsewhere.
import { type RefObject, useEffect, useRef } from 'react';

interface FollowInput {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly selectedIndex: number | null;
  readonly count: number;
  /** The person has just selected something: whatever they looked at before, they look at this now. */
  readonly wanted: boolean;
  /** The list goes back to where it was left, with the selected row in sight or not. */
  readonly left: boolean;
  readonly reveal: (index: number) => void;
}

/** What scrolls without selecting: the wheel, a finger, the scroll bar. */
const HANDS = ['wheel', 'touchmove', 'pointerdown'] as const;

export function useFollowSelected({ scroller, selectedIndex, count, wanted, left, reveal }: FollowInput): void {
  const away = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    const leave = () => {
      away.current = true;
    };
    for (const hand of HANDS) element?.addEventListener(hand, leave, { passive: true });
    return () => {
      for (const hand of HANDS) element?.removeEventListener(hand, leave);
    };
  }, [scroller]);
  useEffect(() => {
    if (wanted) away.current = false;
    else if (left) away.current = true;
  }, [wanted, left]);
  const before = useRef({ selectedIndex, count });
  useEffect(() => {
    const moved = before.current.selectedIndex !== selectedIndex || before.current.count !== count;
    before.current = { selectedIndex, count };
    // The list may have shortened before it is known where the row stands now.
    if (moved && !away.current && selectedIndex !== null && count > 0) reveal(Math.min(selectedIndex, count - 1));
  }, [selectedIndex, count, reveal]);
}
