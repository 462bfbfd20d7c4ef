// A time: short to read, in full on hover, machine-readable beneath.
import { useNow } from './clock.ts';
import { fullTime, shortTime } from './format-time.ts';

export function When({ iso }: { readonly iso: string | null }) {
  const now = useNow();
  if (iso === null) return <span className="soft">—</span>;
  return (
    <time className="number" dateTime={iso} title={fullTime(iso)}>
      {shortTime(iso, now)}
    </time>
  );
}
