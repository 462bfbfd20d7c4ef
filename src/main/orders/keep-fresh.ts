// Keeps the history fresh while somebody is signed in: pulls by itself, the more seldom the more a pull costs, and when somebody looks.

export interface KeepFresh {
  /** A person has asked for it. Joins a pull that is under way. */
  refresh(): Promise<void>;
  /** The first pull of a start, unless somebody has asked for one already. */
  begin(): void;
  /** Somebody looks at the window: pulled when what is shown is older than a minute. */
  look(): void;
  stop(): void;
}

export interface KeepFreshParts {
  /** Never rejects. @param unasked nobody has asked for it just now. */
  pull(unasked: boolean): Promise<void>;
  /** Whether it may pull by itself: somebody is signed in, and the server is a real one. */
  mayPull(): boolean;
  /** Milliseconds, monotonic. */
  now(): number;
  /** 0 up to 1. */
  random(): number;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
}

/** Milliseconds: what is younger is fresh enough. */
const FRESH = 60_000;
/** A desk spends at most about a twentieth of its time on pulling, so that a hundred desks do not wear a small server down. */
const SHARE = 20;
/** Part of the pause, at random, by which desks that were opened together drift apart. */
const JITTER = 0.2;

/** @returns milliseconds from the end of one pull to the next. */
export function pauseAfter(duration: number, random: number): number {
  return Math.max(FRESH, SHARE * duration) * (1 + JITTER * random);
}

export function createKeepFresh({ pull, mayPull, now, random, after }: KeepFreshParts): KeepFresh {
  let under: Promise<void> | null = null;
  let ended: number | null = null;
  let stopped = false;
  let stopTimer = (): void => undefined;

  const plan = (duration: number): void => {
    stopTimer();
    if (!stopped) stopTimer = after(pauseAfter(duration, random()), () => void (mayPull() ? run(true) : plan(0)));
  };

  const run = (unasked: boolean): Promise<void> => {
    under ??= (async () => {
      stopTimer();
      const began = now();
      await pull(unasked);
      ended = now();
      under = null;
      plan(ended - began);
    })();
    return under;
  };

  return {
    refresh: () => run(false),
    begin: () => {
      if (!stopped && under === null && ended === null) void run(false);
    },
    look: () => {
      if (stopped || under !== null || ended === null || now() - ended < FRESH || !mayPull()) return;
      void run(true);
    },
    stop: () => {
      stopped = true;
      stopTimer();
    },
  };
}
