// Runs a piece of work at once, and when called again soon after, once more at the end of a rest: the last word is never lost.

export interface Seldom {
  (): void;
  /** At once, whatever was done just before: for what a person waits for. */
  now(): void;
  stop(): void;
}

/** @param rest milliseconds; a function is asked each time. */
export function seldom(
  work: () => void,
  rest: number | (() => number),
  after: (milliseconds: number, work: () => void) => () => void,
): Seldom {
  let cancel: (() => void) | null = null;
  let again = false;
  const stop = (): void => {
    cancel?.();
    cancel = null;
    again = false;
  };
  const now = (): void => {
    stop();
    cancel = after(typeof rest === 'number' ? rest : rest(), () => {
      cancel = null;
      if (again) now();
    });
    work();
  };
  const call = (): void => {
    if (cancel === null) now();
    else again = true;
  };
  return Object.assign(call, { now, stop });
}
