// How long something has been going on, drawn anew each second.
import { useEffect, useState } from 'react';

/** Whole seconds, never below 0. */
export function secondsSince(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / 1_000));
}

/** @param since milliseconds since 1970; null: it is not going on. */
export function useSecondsSince(since: number | null): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (since === null) return setSeconds(0);
    const tick = () => setSeconds(secondsSince(since, Date.now()));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [since]);
  return seconds;
}
