// Since when the connection is as it is.
import type { Reach } from '../../shared/ipc/operation-requests.ts';

export interface ReachSince {
  readonly reach: Reach;
  /** ISO 8601 */
  readonly since: string;
}

/** @returns what is to be asked with the present state each time that it is told. */
export function createReachSince(timeNow: () => string): (reach: Reach) => ReachSince {
  let known: ReachSince = { reach: 'online', since: timeNow() };
  return (reach) => {
    if (reach !== known.reach) known = { reach, since: timeNow() };
    return known;
  };
}
