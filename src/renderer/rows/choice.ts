// Which rows of a list are chosen, by their numbers: they stay chosen when rows move, and what comes later does not join them. Pure.

export interface Choice {
  /** In the order of choosing. */
  readonly ids: ReadonlySet<number>;
  /** The row that a hand was on last: where a range begins. */
  readonly anchor: number | null;
}

/**
 * What a hand does to a row. `only`: this one and no other. `toggle`: into the choice or out of it, together with the row that was selected
 * before. `tick`: the same for this row alone. `range`: everything from the anchor to here. `add-range`: beside what is chosen.
 * `walk`: goes there and changes nothing.
 */
export type Gesture = 'only' | 'toggle' | 'tick' | 'range' | 'add-range' | 'walk';

export const NOTHING_CHOSEN: Choice = { ids: new Set(), anchor: null };

export function only(id: number): Choice {
  return { ids: new Set(), anchor: id };
}

/** @param joined the row that joins when this is the first one: a click with Ctrl means "this one as well". */
export function toggled({ ids }: Choice, id: number, joined: number | null): Choice {
  const next = new Set(ids.size === 0 && joined !== null ? [joined] : ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** @param range every row from the anchor to the last one, either way round. */
export function ranged({ ids }: Choice, range: readonly number[], anchor: number | null, add: boolean): Choice {
  return { ids: new Set(add ? [...ids, ...range] : range), anchor };
}

/** Whether marks concern the choice instead of the selected row alone: a single ticked row is a choice as well when another is selected. */
export function isMany({ ids }: Choice, selected: number | null): boolean {
  return ids.size > 1 || (ids.size === 1 && (selected === null || !ids.has(selected)));
}
