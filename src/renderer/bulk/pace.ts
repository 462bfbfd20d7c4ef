// How fast a run goes, measured over its last seconds, and what that leaves. Pure.

interface Sample {
  /** Milliseconds. */
  readonly at: number;
  readonly settled: number;
}

/** Oldest first. */
export type Pace = readonly Sample[];

/** Milliseconds that are looked back on: a server that slows down is noticed, a single slow answer is not. */
const LOOK_BACK = 10_000;
/** Milliseconds before anything is claimed. */
const LEAST = 2_000;

/** @param settled how many have come to an end by sending; what is cancelled says nothing about the pace. */
export function noted(pace: Pace, at: number, settled: number): Pace {
  return [...pace.filter((sample) => at - sample.at <= LOOK_BACK), { at, settled }];
}

/** @returns null while nothing can be said: too short a time, or nothing has come to an end in it. */
export function secondsLeft(pace: Pace, waiting: number, now: number): number | null {
  const seen = pace.filter(({ at }) => now - at <= LOOK_BACK);
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined || now - first.at < LEAST) return null;
  const settled = last.settled - first.settled;
  return settled <= 0 ? null : (waiting * (now - first.at)) / settled / 1_000;
}

/** `about 2 minutes left`. Rounded so coarsely that it does not jump about. */
export function leftWords(seconds: number): string {
  if (seconds < 8) return 'a few seconds left';
  if (seconds < 50) return `about ${Math.ceil(seconds / 10) * 10} seconds left`;
  if (seconds < 90) return 'about a minute left';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes} minutes left`;
  return `about ${Math.round(minutes / 60)} hours left`;
}
