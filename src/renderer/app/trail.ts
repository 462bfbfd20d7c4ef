// The way that somebody has come, so that they can go back it and everything is as it was.

export interface Trail {
  /** Somebody is about to go elsewhere. */
  leave(): void;
  back(): void;
  forward(): void;
}

/** Nobody goes back further. */
const LONGEST = 50;

/** @param now where somebody stands; @param go takes them there again. */
export function createTrail<Stop>(now: () => Stop, go: (stop: Stop) => void): Trail {
  let behind: readonly Stop[] = [];
  let ahead: readonly Stop[] = [];
  return {
    leave() {
      behind = [...behind, now()].slice(-LONGEST);
      ahead = [];
    },
    back() {
      const stop = behind.at(-1);
      if (stop === undefined) return;
      ahead = [...ahead, now()];
      behind = behind.slice(0, -1);
      go(stop);
    },
    forward() {
      const stop = ahead.at(-1);
      if (stop === undefined) return;
      behind = [...behind, now()];
      ahead = ahead.slice(0, -1);
      go(stop);
    },
  };
}
