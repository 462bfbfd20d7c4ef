// Opens the practice store for training: a whole shop inside this program, reached through the same seam as a real server.
import { PRACTICE_ACCOUNT } from './practice/people.ts';
import { createPracticeStore } from './practice/store.ts';
import type { Practice } from './session/session-parts.ts';

/** Never resolves on any network (RFC 6761), should a call ever miss the seam. */
const ORIGIN = 'https://practice.invalid';

/** @param now milliseconds since the epoch. */
export function openPracticeStore(now: () => number): Practice {
  // Training has no sign-in to come back to: its session lasts as long as Paydesk is open.
  const store = createPracticeStore({ now, behaviour: { refreshSeconds: 10 * 365 * 86_400 } });
  return { fetch: (request) => store.fetch(request), server: { origin: ORIGIN, base: ORIGIN, exposed: false }, ...PRACTICE_ACCOUNT };
}
