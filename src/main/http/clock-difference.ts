// How far the server's clock is from this computer's, by the `Date` header of one answer.

/** `Date` is cut to whole seconds: on average half of one is missing. In milliseconds. */
const CUT = 500;

/**
 * @param sentAt when the call left, `receivedAt` when its answer came, in milliseconds since 1970 by this computer's clock.
 * @returns milliseconds by which the server is ahead; null where the header says no time.
 */
export function clockDifference(dateHeader: string | null, sentAt: number, receivedAt: number): number | null {
  const told = Date.parse(dateHeader ?? '');
  // The answer was dated somewhere between leaving and arriving: the middle is wrong by half of that at most.
  return Number.isNaN(told) ? null : told + CUT - (sentAt + receivedAt) / 2;
}
