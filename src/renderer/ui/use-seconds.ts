// The seconds that are left of a hold, drawn anew each time the number changes and at no other time.
import { useEffect, useState } from 'react';

/** Whole seconds, never below 0. */
export function secondsLeft(until: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
}

export function useSeconds(until: string): number {
  const [seconds, setSeconds] = useState(() => secondsLeft(until, Date.now()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const left = Date.parse(until) - Date.now();
      setSeconds(secondsLeft(until, Date.now()));
      if (left > 0) timer = setTimeout(tick, left % 1_000 || 1_000);
    };
    tick();
    return () => clearTimeout(timer);
  }, [until]);
  return seconds;
}
