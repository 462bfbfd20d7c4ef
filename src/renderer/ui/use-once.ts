// One run at a time: a form that is on its way cannot be sent again.
import { useCallback, useEffect, useRef, useState } from 'react';

/** @returns whether a run is under way, and the starter, which does nothing while one is. */
export function useOnce(): readonly [boolean, (work: () => Promise<void>) => void] {
  const running = useRef(false);
  const mounted = useRef(true);
  const [pending, setPending] = useState(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback((work: () => Promise<void>) => {
    if (running.current) return;
    // The ref, not the state: two events in one frame would both still see the old state.
    running.current = true;
    setPending(true);
    void work().finally(() => {
      running.current = false;
      if (mounted.current) setPending(false);
    });
  }, []);
  return [pending, run];
}
