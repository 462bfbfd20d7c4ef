// Long work in short pieces: between them whatever has come in meanwhile is answered.

/** Milliseconds of work at a stretch: a question waits for little more. */
const STRETCH = 8;

/** To be awaited between pieces of work: returns at once until a stretch is over. */
export type Breath = () => Promise<void> | undefined;

export function createBreath(): Breath {
  let since = performance.now();
  return () => {
    if (performance.now() - since < STRETCH) return undefined;
    return new Promise<void>((resolve) =>
      setImmediate(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}

/** Does all steps of it. */
export async function stepThrough(steps: Iterable<void>, breathe: Breath): Promise<void> {
  for (const _ of steps) await breathe();
}
