// Runs a piece of work at once, and when called again soon after, once more at the end of a rest: the last word is never lost.

/** @param rest milliseconds; a function is asked each time. @returns the caller, and its stop. */
export function seldom(
  work: () => void,
  rest: number | (() => number),
  after: (milliseconds: number, work: () => void) => () => void,
): { (): void; stop(): void } {
  let cancel: (() => void) | null = null;
  let again = false;
  const run = (): void => {
    again = false;
    cancel = after(typeof rest === 'number' ? rest : rest(), () => {
      cancel = null;
      if (again) run();
    });
    work();
  };
  const call = (): void => {
    if (cancel === null) run();
    else again = true;
  };
  call.stop = (): void => {
    cancel?.();
    cancel = null;
    again = false;
  };
  return call;
}
