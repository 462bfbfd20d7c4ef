// A part of the page that is loaded after the rest: what nobody needs at the first picture must not hold it up.
import { useEffect, useState } from 'react';

export interface Later<Part> {
  /** null while nobody has loaded it. */
  now(): Part | null;
  /** Loads it once, however often it is called. */
  load(): Promise<Part>;
}

export function createLater<Part>(fetch: () => Promise<Part>): Later<Part> {
  let part: Part | null = null;
  let loading: Promise<Part> | null = null;
  return {
    now: () => part,
    load: () => {
      loading ??= fetch().then((loaded) => {
        part = loaded;
        return loaded;
      });
      return loading;
    },
  };
}

/** @returns the part, at once where it is there; null while it is on its way. What cannot be loaded is thrown while drawing. */
export function useLater<Part>(later: Later<Part>): Part | null {
  const [state, setState] = useState<{ readonly failed?: unknown } | null>(null);
  useEffect(() => {
    if (later.now() !== null) return;
    later.load().then(
      () => setState({}),
      (failed: unknown) => setState({ failed }),
    );
  }, [later]);
  if (state?.failed !== undefined) throw state.failed;
  return later.now();
}
