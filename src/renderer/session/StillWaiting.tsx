// A sign-in that takes a while: how long it has been waited for, and the way out.
import { useMemo } from 'react';
import { Button } from '../ui/Button.tsx';
import { grouped } from '../ui/format-time.ts';
import { useSecondsSince } from '../ui/use-seconds-since.ts';

/** Seconds: what is quicker than this needs no words. */
const PATIENCE = 3;

interface StillWaitingProps {
  readonly waiting: boolean;
  readonly words: string;
  readonly onGiveUp: () => void;
}

export function StillWaiting({ waiting, words, onGiveUp }: StillWaitingProps) {
  const since = useMemo(() => (waiting ? Date.now() : null), [waiting]);
  const seconds = useSecondsSince(since);
  if (seconds < PATIENCE) return null;
  return (
    <section className="still-waiting" aria-label="Waiting">
      <p className="number soft">Waiting for the server… {grouped(seconds)} s</p>
      <Button onPress={onGiveUp}>{words}</Button>
    </section>
  );
}
