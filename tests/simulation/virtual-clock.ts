// Time that passes when it is told to: events in the order of their moments, and of their making within one.

export interface VirtualClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** The same without what was slept: how long anything can have run. */
  awake(): number;
  /** @returns the stop */
  at(delay: number, work: () => void): () => void;
  /** Runs the next event, if it is due within so many milliseconds. @returns whether there was one. */
  step(within?: number): boolean;
  /** The computer sleeps: time passes without an event; those that fell due come next. */
  skip(milliseconds: number): void;
}

interface Planned {
  readonly at: number;
  readonly order: number;
  work: (() => void) | null;
}

export function createVirtualClock(start: number): VirtualClock {
  let now = start;
  let order = 0;
  let slept = 0;
  const heap: Planned[] = [];

  const earlier = (a: Planned, b: Planned): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
  const swap = (a: number, b: number): void => {
    const [left, right] = [heap[a], heap[b]];
    if (left !== undefined && right !== undefined) [heap[a], heap[b]] = [right, left];
  };
  const push = (planned: Planned): void => {
    heap.push(planned);
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      const [own, above] = [heap[child], heap[parent]];
      if (own === undefined || above === undefined || !earlier(own, above)) return;
      swap(child, parent);
      child = parent;
    }
  };
  const pop = (): Planned | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    sink();
    return first;
  };
  const sink = (): void => {
    for (let parent = 0; ; ) {
      let least = parent;
      for (const child of [parent * 2 + 1, parent * 2 + 2]) {
        const [own, best] = [heap[child], heap[least]];
        if (own !== undefined && best !== undefined && earlier(own, best)) least = child;
      }
      if (least === parent) return;
      swap(least, parent);
      parent = least;
    }
  };

  return {
    now: () => now,
    awake: () => now - slept,
    at: (delay, work) => {
      order += 1;
      const planned: Planned = { at: now + Math.max(0, delay), order, work };
      push(planned);
      return () => {
        planned.work = null;
      };
    },
    step: (within = Number.POSITIVE_INFINITY) => {
      while (heap[0]?.work === null) pop();
      const next = heap[0];
      if (next === undefined || next.at > now + within) return false;
      pop();
      now = Math.max(now, next.at);
      next.work?.();
      return true;
    },
    skip: (milliseconds) => {
      now += milliseconds;
      slept += milliseconds;
    },
  };
}
