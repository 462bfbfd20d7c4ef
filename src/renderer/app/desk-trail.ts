// The way back through a desk's screens.
import type { Desk } from './desk.ts';
import { createTrail, type Trail } from './trail.ts';

/** Orders and Activity are found as they were left; the others keep by themselves what they show. */
export function createDeskTrail({ place, looking, activity }: Pick<Desk, 'place' | 'looking' | 'activity'>): Trail {
  return createTrail(
    () => ({ at: place.getState().at, history: looking.now(), shown: activity.list.getState().query }),
    ({ at, history, shown }) => {
      if (at === 'orders') looking.goBack(history);
      if (at === 'activity' && activity.list.getState().query !== shown) activity.setQuery(shown);
      place.setState({ at });
    },
  );
}
