// What a grid takes from the list that it shows.
import type { ListState } from './list-state.ts';

export function gridOfList<Query, Row, Answer>(list: ListState<Query, Row, Answer>) {
  return {
    restart: list.query,
    selectedIndex: list.selectedIndex,
    reveal: list.reveal,
    offset: list.offset,
    onRevealed: list.revealed,
    onOffset: list.setOffset,
    onShow: list.show,
    goal: list.goal,
    onArrived: list.arrived,
  };
}
