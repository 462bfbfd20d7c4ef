// The present minute, shared by everything on screen that says how old something is.
import { createContext, useContext, useEffect, useState } from 'react';

export const NowContext = createContext<Date>(new Date(0));

export function useNow(): Date {
  return useContext(NowContext);
}

/** A clock that ticks twice a minute: often enough for "3 minutes", rare enough to cost nothing. */
export function useTicking(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
