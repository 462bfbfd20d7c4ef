// Keeps the selected row in sight while rows around it come and go; a hand that scrolls it away is left alone.
import { useEffect, useRef } from 'react';

interface FollowInput {
  readonly selectedIndex: number | null;
  readonly count: number;
  /** The first row in sight, and how many are seen whole. */
  readonly topRow: number;
  readonly pageRows: number;
  readonly reveal: (index: number) => void;
}

export function useFollowSelected({ selectedIndex, count, topRow, pageRows, reveal }: FollowInput): void {
  const before = useRef({ selectedIndex, count, inSight: false });
  useEffect(() => {
    const moved = before.current.selectedIndex !== selectedIndex || before.current.count !== count;
    const follow = moved && before.current.inSight && selectedIndex !== null && count > 0;
    // The list may have shortened before it is known where the row stands now.
    if (follow) reveal(Math.min(selectedIndex, count - 1));
    const inSight = selectedIndex !== null && selectedIndex >= topRow && selectedIndex < topRow + pageRows;
    before.current = { selectedIndex, count, inSight: follow || inSight };
  }, [selectedIndex, count, topRow, pageRows, reveal]);
}
